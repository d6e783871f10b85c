/// The heading of a list of other articles, and the list: «Mehr zum Thema», «Most read».
struct RelatedList: Removal {
  let name = "related-list"

  func removes(_ piece: Piece, at index: Int, on page: Page) -> Bool {
    if piece.traits.contains(.related), piece.links > 0 || piece.isLabel { return true }
    if isHeading(piece, at: index, on: page) { return true }
    guard index > page.span.lowerBound, page.removedBy[index - 1] == name else { return false }
    return piece.isLinky || (page.isFlat || page.isLate(index)) && piece.isLabel
  }

  private func isHeading(_ piece: Piece, at index: Int, on page: Page) -> Bool {
    let measure = piece.measure
    guard measure.words <= 10, !measure.endsSentence || piece.kind == .heading else { return false }
    if piece.phrases.whole.contains(.related) {
      return leadsToList(index, on: page) || page.isFlat || page.isLate(index) && measure.words > 1
    }
    guard piece.phrases.opening.contains(.related) || piece.phrases.closing.contains(.related)
    else { return false }
    return leadsToList(index, on: page)
      || page.isLate(index)
        && (page.isFlat || piece.kind == .heading || next(index, on: page)?.isLabel ?? true)
  }

  private func next(_ index: Int, on page: Page) -> Piece? {
    index + 1 < page.span.upperBound ? page.pieces[index + 1] : nil
  }

  /// Whether links follow, or nothing.
  private func leadsToList(_ index: Int, on page: Page) -> Bool {
    guard index + 1 < page.span.upperBound else { return true }
    let next = page.pieces[index + 1]
    return next.isLinky || next.kind == .picture || next.isLabel && page.isFlat
  }
}
