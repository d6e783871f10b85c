/// Promotion of an app or a channel of the outlet.
struct AppPromotion: Removal {
  let name = "app-promotion"

  func removes(_ piece: Piece, at index: Int, on page: Page) -> Bool {
    let measure = piece.measure
    guard measure.words <= 35 else { return false }
    if piece.phrases.whole.contains(.app) || piece.phrases.closing.contains(.app) { return true }
    return piece.phrases.opening.contains(.app)
      && (piece.links > 0 || page.isFlat && page.isLate(index))
      && !(measure.isProse && piece.links == 0)
  }
}
