/// An advertisement or the word that marks one.
struct AdvertisementMark: Removal {
  let name = "advertisement"

  func removes(_ piece: Piece, at index: Int, on page: Page) -> Bool {
    let measure = piece.measure
    if piece.traits.contains(.advertisement) { return true }
    if piece.phrases.whole.contains(.advertisement) { return true }
    return piece.phrases.opening.contains(.advertisement) && measure.words <= 10
      && !measure.endsSentence
  }
}
