/// What is left of broken markup or of a template: «{{ title }}», «[/caption]».
struct TagRemains: Removal {
  let name = "tag-remains"

  func removes(_ piece: Piece, at index: Int, on page: Page) -> Bool {
    let line = page.words(piece)
    guard piece.measure.words <= 25, let first = line.first, let last = line.last else {
      return false
    }
    switch (first, last) {
    case (UInt8(ascii: "{"), UInt8(ascii: "}")): return true
    // Titles stand in such brackets, too, in Korean and Japanese.
    case (UInt8(ascii: "<"), UInt8(ascii: ">")):
      return line.contains(UInt8(ascii: "/")) || line.contains(UInt8(ascii: "="))
        || !line.contains(0x20)
    case (UInt8(ascii: "["), UInt8(ascii: "]")):
      return piece.measure.words <= 2 && piece.links == 0
    default: return false
    }
  }
}
