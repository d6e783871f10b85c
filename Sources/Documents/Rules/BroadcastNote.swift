/// A note on when something was or will be on air.
struct BroadcastNote: Removal {
  let name = "broadcast"

  func removes(_ piece: Piece, at index: Int, on page: Page) -> Bool {
    let measure = piece.measure
    guard measure.words <= 40 else { return false }
    if measure.words <= 20, measure.digits >= 6, bars(page.words(piece)) >= 2 { return true }
    if piece.phrases.whole.contains(.broadcast) { return measure.words > 1 || page.isLate(index) }
    if piece.phrases.closing.contains(.broadcast) { return measure.words <= 20 }
    if piece.phrases.opening.contains(.broadcast) { return measure.words <= 30 }
    return piece.phrases.firstWord.contains(.broadcast) && piece.isLabel && page.isLate(index)
      && measure.digits > 0
  }

  /// «Sender | Sendung | 17.06.2025 | 15:00 Uhr»
  private func bars(_ line: ArraySlice<UInt8>) -> Int {
    line.count { $0 == UInt8(ascii: "|") }
  }
}
