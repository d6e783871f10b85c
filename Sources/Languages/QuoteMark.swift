/// A quotation mark by the languages that open and close with it.
enum QuoteMark {
  case low, turned, high, right, left, straight

  /// Whether a mark's first byte is one of theirs.
  @inline(__always) static func mayBegin(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == 0xC2 || byte == 0xE2
  }

  init?(_ words: Words, _ at: Int) {
    let word = words[at]
    guard word.kind == .punctuation else { return nil }
    switch (word.length, words.firstByte(at)) {
    case (1, UInt8(ascii: "\"")): self = .straight
    case (2, 0xC2):
      switch words.utf8[word.start + 1] {
      case 0xBB: self = .right
      case 0xAB: self = .left
      default: return nil
      }
    case (3, 0xE2) where words.utf8[word.start + 1] == 0x80:
      switch words.utf8[word.start + 2] {
      case 0x9E: self = .low
      case 0x9C: self = .turned
      case 0x9D: self = .high
      default: return nil
      }
    default: return nil
    }
  }

  func isClosed(by mark: QuoteMark) -> Bool {
    switch (self, mark) {
    case (.low, .turned), (.low, .high), (.turned, .high), (.straight, .straight), (.right, .left),
      (.left, .right), (.high, .high):
      true
    default: false
    }
  }

  /// Whether no language closes so what was opened so.
  func isForeign(to mark: QuoteMark) -> Bool {
    let isAngle = self == .right || self == .left
    let closesAngle = mark == .right || mark == .left
    return isAngle != closesAngle
  }
}
