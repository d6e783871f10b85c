/// Headings above all text on a page whose headline was not found among them: kicker and headline
/// in another wording.
struct OpeningHeading: Removal {
  let name = "opening-heading"

  func removes(_ piece: Piece, at index: Int, on page: Page) -> Bool {
    guard piece.kind == .heading, page.headline == nil, !page.isFlat, piece.level == 2 else {
      return false
    }
    return page.proseBefore.indices.contains(index) && page.proseBefore[index] == 0
      && !page.headlineWords.isEmpty
  }
}
