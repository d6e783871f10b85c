/// The headline once more, as a line or a heading of the text.
struct RepeatedTitle: Removal {
  let name = "repeated-title"

  func removes(_ piece: Piece, at index: Int, on page: Page) -> Bool {
    guard index - page.span.lowerBound <= 20 || piece.kind == .heading,
      page.headlineWords.count >= 3, piece.measure.words <= 40
    else { return false }
    let wanted = page.headlineWords.count * 8
    // A word that comes twice counts once below, so this is the most there can be.
    guard page.headlineWords.count(of: page.hashes(piece)) * 10 >= wanted else { return false }
    let words = WordSet(hashes: page.hashes(piece))
    let same = words.shared(with: page.headlineWords)
    return same * 10 >= wanted && same * 10 >= words.count * 8
  }
}
