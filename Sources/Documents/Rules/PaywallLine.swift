/// The wall before the rest of an article.
struct PaywallLine: Removal {
  let name = "paywall"

  func removes(_ piece: Piece, at index: Int, on page: Page) -> Bool {
    let measure = piece.measure
    if piece.traits.contains(.paywall), !measure.isProse, piece.links > 0 { return true }
    guard measure.words <= 25, piece.kind != .heading || page.isLate(index) else { return false }
    if piece.phrases.whole.union(piece.phrases.closing).contains(.paywall) { return true }
    return piece.phrases.opening.contains(.paywall) && (!measure.isProse || piece.links > 0)
  }
}
