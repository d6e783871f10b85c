/// Headings above all text on a page whose headline was not found among them: kicker and headline
/// in another wording.
struct OpeningHeading: Removal {
  let name = "opening-heading"

  func removes(_ piece: Piece, at index: Int, on page: Page) -> Bool {
    guard piece.kind == .heading, !page.isFlat else { return false }
    if page.isAboveText(index), isPartOfTitle(piece, at: index, on: page) { return true }
    guard page.headline == nil, piece.level == 2 else { return false }
    return page.proseBefore.indices.contains(index) && page.proseBefore[index] == 0
      && !page.headlineWords.isEmpty
  }

  /// A heading above all text that another one, a byline or a date follows: kicker and headline in
  /// another wording. A heading of a part is followed by text.
  private func isPartOfTitle(_ piece: Piece, at index: Int, on page: Page) -> Bool {
    guard index + 1 < page.span.upperBound, piece.level <= 3, piece.measure.words <= 20,
      !piece.measure.endsSentence
    else { return false }
    let next = page.pieces[index + 1]
    if next.kind == .heading { return next.level <= piece.level }
    return next.kind == .paragraph && MetaLine().removes(next, at: index + 1, on: page)
  }
}
