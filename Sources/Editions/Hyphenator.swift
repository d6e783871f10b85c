import Hypertext
package import Press

/// Where long words of a language may be divided; passed in, since its patterns are no part of the
/// house. Without one nothing is divided but by the browser.
package final class Hyphenator: Sendable {
  /// The language whose words it knows.
  package let language: Language
  /// UTF-8 offsets in a word at which it may be divided, ascending.
  private let places: @Sendable (_ word: [UInt8]) -> [Int]

  package init(language: Language, places: @escaping @Sendable (_ word: [UInt8]) -> [Int]) {
    self.language = language
    self.places = places
  }

  /// Shorter words stand undivided, and so much of a word stays together at its ends.
  private static let leastWord = 14
  private static let leastPart = 4

  /// A headline with the places where its long words may be divided.
  ///
  /// A place is an empty element whose soft hyphen comes from the style sheet: it is neither
  /// copied nor found nor in the way of a text fragment, as the character in the text would be.
  func set(_ text: String) -> HTML {
    let bytes = Array(text.utf8)
    var pieces: [HTML] = []
    var start = 0
    var index = 0
    while index < bytes.count {
      guard Self.isLetter(bytes[index]) else {
        index += 1
        continue
      }
      var end = index
      while end < bytes.count, Self.isLetter(bytes[end]) { end += 1 }
      if end - index >= Self.leastWord {
        let word = Array(bytes[index..<end])
        for place in places(word) where Self.isPlace(place, in: word) {
          pieces.append(Self.piece(bytes[start..<(index + place)]))
          start = index + place
        }
      }
      index = end
    }
    if pieces.isEmpty { return "\(text)" }
    return "\(pieces, { "\($0)<i class=\"y\"></i>" })\(Self.piece(bytes[start...]))"
  }

  private static func piece(_ bytes: ArraySlice<UInt8>) -> HTML {
    "\(String(decoding: bytes, as: UTF8.self))"
  }

  private static func isPlace(_ place: Int, in word: [UInt8]) -> Bool {
    place >= leastPart && place <= word.count - leastPart && word[place] & 0xC0 != 0x80
  }

  /// Letters of ASCII and of Latin-1 in UTF-8.
  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || byte == 0xC3 || (0x80...0xBF).contains(byte)
  }
}

extension Hyphenator: Hashable {
  package static func == (left: Hyphenator, right: Hyphenator) -> Bool { left === right }
  package func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

extension Edition {
  /// A headline in its element, with the places where long words may be divided.
  func heading(_ text: String, _ language: Language, limit: Int = 240) -> HTML {
    let shown = headline(text, language, limit: limit)
    guard let hyphenator, hyphenator.language == language else { return "\(shown)" }
    return hyphenator.set(shown)
  }
}
