import Languages

/// A word or two left over from the page around flattened text: «CNN», «5», «autoplay».
struct StrayLabel: Removal {
  let name = "stray-label"

  func removes(_ piece: Piece, at index: Int, on page: Page) -> Bool {
    let measure = piece.measure
    guard page.isFlat, !measure.endsSentence, piece.kind != .item else { return false }
    let line = page.words(piece)
    guard line.last != UInt8(ascii: ":") else { return false }
    if index > page.span.lowerBound, (2...3).contains(measure.words), measure.lowerWords == 0,
      Self.prepositions.contains(page.words(page.pieces[index - 1]))
    {
      return true
    }
    if measure.words <= 5, page.isNearTop(index), index > page.headline ?? -1 { return true }
    return measure.words <= 1 && (measure.lowerWords == 1 || measure.digits == line.count)
  }

  private static let prepositions = PageWords.text(of: "page-byline-prepositions").split(
    separator: 10)
}
