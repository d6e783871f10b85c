/// A style sheet of our own, made small.
///
/// It can only be made of words written into the program, so nothing foreign gets into a page's
/// `<style>`.
package struct CSS: Sendable, Hashable {
  /// The sheet in UTF-8, exactly as it stands between `<style>` and `</style>`.
  package let bytes: [UInt8]

  /// The sheet as text; its SHA-256 goes into the content security policy.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Joins sheets in their order without comments and without white space that means nothing.
  package init(_ sheets: [StaticString]) {
    var bytes: [UInt8] = []
    for sheet in sheets { sheet.withUTF8Buffer { Self.shorten($0, into: &bytes) } }
    self.bytes = bytes
  }

  private static func shorten(_ css: UnsafeBufferPointer<UInt8>, into out: inout [UInt8]) {
    var index = 0
    var quote: UInt8?
    var space = false
    while index < css.count {
      let byte = css[index]
      index += 1
      if let open = quote {
        out.append(byte)
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "/"), index < css.count, css[index] == UInt8(ascii: "*") {
        index = endOfComment(css, from: index + 1)
      } else if byte <= 0x20 {
        space = true
      } else {
        if space, let last = out.last, !dropsSpaceAfter(last), !dropsSpaceBefore(byte) {
          out.append(0x20)
        }
        space = false
        // The last semicolon of a rule says nothing.
        if byte == UInt8(ascii: "}"), out.last == UInt8(ascii: ";") { out.removeLast() }
        out.append(byte)
        if byte == UInt8(ascii: "\"") { quote = byte }
      }
    }
  }

  private static func endOfComment(_ css: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    while index + 1 < css.count {
      if css[index] == UInt8(ascii: "*"), css[index + 1] == UInt8(ascii: "/") { return index + 2 }
      index += 1
    }
    return css.count
  }

  // A colon is no such place: "a :hover" and "a:hover" differ.
  private static func dropsSpaceAfter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: ";"), UInt8(ascii: ","),
      UInt8(ascii: ">"), UInt8(ascii: ":"), UInt8(ascii: "("):
      true
    default: false
    }
  }

  private static func dropsSpaceBefore(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: ";"), UInt8(ascii: ","),
      UInt8(ascii: ">"), UInt8(ascii: ")"), UInt8(ascii: "!"):
      true
    default: false
    }
  }
}
