extension [UInt8] {
  /// Appends our own words as they stand.
  @inline(__always) mutating func append(_ literal: StaticString) {
    guard literal.hasPointerRepresentation else {
      literal.withUTF8Buffer { append(contentsOf: $0) }
      return
    }
    append(
      contentsOf: UnsafeBufferPointer(
        start: literal.utf8Start, count: literal.utf8CodeUnitCount))
  }

  /// Appends text with `& < > " '` replaced, copying the runs between them whole.
  ///
  /// Characters that neither HTML nor XML 1.0 allows (controls but tab and line ends, U+007F to
  /// U+009F, non-characters) are left out. Inside an XML attribute a line end is written as a
  /// reference, else reading would make a space of it.
  mutating func append(escaping text: String, keepingLineEnds: Bool = false) {
    var text = text
    text.withUTF8 { utf8 in
      var start = 0
      var index = 0
      let end = utf8.count
      while index < end {
        let byte = utf8[index]
        guard EscapeTable.asks[Int(byte)] else {
          index &+= 1
          continue
        }
        let found = EscapeTable.answer(to: utf8, at: index, keepingLineEnds: keepingLineEnds)
        guard found.length > 0 else {
          index &+= 1
          continue
        }
        append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start..<index]))
        append(found.instead)
        index &+= found.length
        start = index
      }
      append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start...]))
    }
  }
}

/// Which bytes cannot stand in markup as they are, and what is written for them.
enum EscapeTable {
  /// Whether a byte needs a look; lead bytes of characters that may be forbidden are among them.
  static let asks: [Bool] = (0..<256).map { number in
    switch number {
    case 0x09, 0x0A: number == 0x0A
    case 0..<0x20, 0x22, 0x26, 0x27, 0x3C, 0x3E, 0x7F, 0xC2, 0xEF, 0xF0...0xF4: true
    default: false
    }
  }

  /// How many bytes to leave out at a place (none: the byte is fine) and what to write instead.
  static func answer(
    to utf8: UnsafeBufferPointer<UInt8>, at index: Int, keepingLineEnds: Bool
  ) -> (length: Int, instead: StaticString) {
    switch utf8[index] {
    case UInt8(ascii: "&"): (1, "&amp;")
    case UInt8(ascii: "<"): (1, "&lt;")
    case UInt8(ascii: ">"): (1, "&gt;")
    case UInt8(ascii: "\""): (1, "&quot;")
    case UInt8(ascii: "'"): (1, "&#39;")
    case 0x0A: keepingLineEnds ? (1, "&#10;") : (0, "")
    case 0x0D: (1, index + 1 < utf8.count && utf8[index + 1] == 0x0A ? "" : "\n")
    case 0xC2: utf8.isByte(index + 1, in: 0x80...0x9F) ? (2, "") : (0, "")
    case 0xEF:
      isNonCharacter(utf8, at: index) ? (3, "") : (0, "")
    case 0xF0...0xF4:
      // The last two code points of each plane: xxxF BFBE, xxxF BFBF.
      utf8.isByte(index + 2, in: 0xBF...0xBF) && utf8.isByte(index + 3, in: 0xBE...0xBF)
        && index + 1 < utf8.count && utf8[index + 1] & 0x0F == 0x0F ? (4, "") : (0, "")
    default: (1, "")
    }
  }

  /// U+FDD0…U+FDEF, U+FFFE, U+FFFF.
  private static func isNonCharacter(_ utf8: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    (utf8.isByte(index + 1, in: 0xB7...0xB7) && utf8.isByte(index + 2, in: 0x90...0xAF))
      || (utf8.isByte(index + 1, in: 0xBF...0xBF) && utf8.isByte(index + 2, in: 0xBE...0xBF))
  }
}

extension UnsafeBufferPointer<UInt8> {
  @inline(__always) fileprivate func isByte(_ index: Int, in range: ClosedRange<UInt8>) -> Bool {
    index < count && range.contains(self[index])
  }
}
