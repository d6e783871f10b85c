/// JSON strings (RFC 8259, section 7), written byte by byte.
extension [UInt8] {
  /// Adds a string in quotation marks. What JSON forbids is escaped, and so are the two line ends
  /// of Unicode that some readers of lines stop at.
  package mutating func append(jsonString text: String) {
    append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { escape($0) }
    append(UInt8(ascii: "\""))
  }

  private mutating func raw(_ text: StaticString) {
    text.withUTF8Buffer { append(contentsOf: $0) }
  }

  private mutating func escape(_ text: UnsafeBufferPointer<UInt8>) {
    var start = 0
    var index = 0
    while index < text.count {
      while index &+ 8 <= text.count, Self.isPlain(text, index) { index &+= 8 }
      guard index < text.count else { break }
      let byte = text[index]
      let isPlain = byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
      if isPlain, byte != 0xE2 {
        index += 1
        continue
      }
      let isLineEnd =
        byte == 0xE2 && index + 2 < text.count && text[index + 1] == 0x80
        && (text[index + 2] == 0xA8 || text[index + 2] == 0xA9)
      if isPlain, !isLineEnd {
        index += 1
        continue
      }
      append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
      if isLineEnd {
        text[index + 2] == 0xA8 ? raw("\\u2028") : raw("\\u2029")
        index += 3
      } else {
        escape(byte)
        index += 1
      }
      start = index
    }
    append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<text.count]))
  }

  /// Whether the next eight bytes stand in JSON as they are. Some that do are not seen as such.
  @inline(__always)
  private static func isPlain(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    let word = UnsafeRawBufferPointer(text).loadUnaligned(fromByteOffset: index, as: UInt64.self)
    let controls = (word &- 0x2020_2020_2020_2020) & ~word
    return
      (controls | zeros(word ^ 0x2222_2222_2222_2222) | zeros(word ^ 0x5C5C_5C5C_5C5C_5C5C)
      | zeros(word ^ 0xE2E2_E2E2_E2E2_E2E2)) & 0x8080_8080_8080_8080 == 0
  }

  /// Has the high bit set in some byte if a byte is zero.
  @inline(__always)
  private static func zeros(_ word: UInt64) -> UInt64 { (word &- 0x0101_0101_0101_0101) & ~word }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): raw("\\\"")
    case UInt8(ascii: "\\"): raw("\\\\")
    case 8: raw("\\b")
    case 9: raw("\\t")
    case 10: raw("\\n")
    case 12: raw("\\f")
    case 13: raw("\\r")
    default:
      let digits = StaticString("0123456789abcdef")
      raw("\\u00")
      digits.withUTF8Buffer {
        append($0[Int(byte >> 4)])
        append($0[Int(byte & 15)])
      }
    }
  }
}
