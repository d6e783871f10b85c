/// A line of law: copyright, affiliate links, disclaimers.
struct LegalLine: Removal {
  let name = "legal"

  func removes(_ piece: Piece, at index: Int, on page: Page) -> Bool {
    let measure = piece.measure
    if piece.traits.contains(.legal) { return true }
    guard measure.words <= 70 else { return false }
    if piece.phrases.whole.contains(.legal) || piece.phrases.closing.contains(.legal) {
      return true
    }
    if page.words(piece).starts(with: [0xC2, 0xA9]) { return measure.words <= 30 }
    if piece.phrases.opening.contains(.legal) { return true }
    return piece.phrases.firstWord.contains(.legal) && page.isLate(index) && measure.words <= 30
  }
}
