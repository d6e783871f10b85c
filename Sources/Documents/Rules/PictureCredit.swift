/// A caption or the credit of a picture.
struct PictureCredit: Removal {
  let name = "picture-credit"

  func removes(_ piece: Piece, at index: Int, on page: Page) -> Bool {
    let measure = piece.measure
    if piece.kind == .caption || piece.traits.contains(.caption) { return true }
    if piece.traits.contains(.figure) { return true }
    guard measure.words <= 16, piece.kind != .heading else { return false }
    let line = page.words(piece)
    if line.starts(with: [0xC2, 0xA9]) { return true }
    if piece.phrases.opening.contains(.credit) { return !measure.isSentence }
    if piece.phrases.whole.contains(.credit) { return true }
    return piece.phrases.firstWord.contains(.credit) && measure.words <= 7 && !measure.endsSentence
      && (line.contains(UInt8(ascii: "/")) || measure.words <= 4)
  }
}
