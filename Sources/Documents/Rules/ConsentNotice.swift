/// A cookie or consent notice.
struct ConsentNotice: Removal {
  let name = "consent"

  func removes(_ piece: Piece, at index: Int, on page: Page) -> Bool {
    let measure = piece.measure
    if piece.traits.contains(.consent) { return true }
    guard measure.words <= 80 else { return false }
    if piece.phrases.whole.contains(.consent) { return piece.isLabel }
    return piece.phrases.opening.contains(.consent) && (piece.links > 0 || measure.words <= 30)
      && piece.kind != .heading
  }
}
