/// Text with numbered marks: `"etwa 1️⃣11.000 Container2️⃣"`; the marks are taken out and their
/// places kept as UTF-8 offsets.
struct MarkedText {
  let text: String
  private(set) var places: [Character: Int] = [:]

  init(_ marked: String) {
    var text = ""
    var places: [Character: Int] = [:]
    for character in marked {
      if character.unicodeScalars.contains("\u{20E3}") {
        places[character] = text.utf8.count
      } else {
        text.append(character)
      }
    }
    self.text = text
    self.places = places
  }

  /// The bytes between two marks.
  func range(_ from: Character = "1️⃣", _ to: Character = "2️⃣") -> Range<Int> {
    let lower = places[from] ?? 0
    return lower..<max(lower, places[to] ?? lower)
  }
}
