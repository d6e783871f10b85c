/// The row of buttons for sending an article to a network.
struct ShareBar: Removal {
  let name = "share-bar"

  func removes(_ piece: Piece, at index: Int, on page: Page) -> Bool {
    if piece.traits.contains(.share), !piece.measure.isProse { return true }
    if piece.phrases.whole.contains(.share) { return piece.kind != .heading || page.isLate(index) }
    return piece.phrases.opening.contains(.share) && piece.measure.words <= 9
      && !piece.measure.endsSentence
  }
}
