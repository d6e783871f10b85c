/// What the page's own metadata leave out of the article's text, where they give it in full: what
/// comes after its last words, and inserts between.
struct Unattested: Removal {
  let name = "not-in-article"

  func removes(_ piece: Piece, at index: Int, on page: Page) -> Bool {
    guard let last = page.lastAttested, piece.attested < 0.3 else { return false }
    if index > last { return true }
    guard piece.kind == .paragraph, piece.attested >= 0 else { return false }
    return piece.measure.words <= 45 && (piece.links > 0 || !piece.measure.endsSentence)
      && page.span.contains(index) && index > (page.firstAttested ?? 0)
  }
}
