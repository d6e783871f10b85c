/// A piece of finished JSON (RFC 8259), for JSON feeds and for the data that pages tell machines.
///
/// `<`, `>`, `&` and the line separators U+2028 and U+2029 are always written as escapes, so that
/// it may stand inside a `<script>` element of data.
package struct JSONText: Sendable, Hashable {
  /// The JSON in UTF-8.
  package let bytes: [UInt8]

  /// The JSON as text, for tests.
  package var string: String { String(decoding: bytes, as: UTF8.self) }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  package init(_ text: String) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + 2)
    Self.write(text, into: &bytes)
    self.bytes = bytes
  }

  package init(_ number: Int) { bytes = Array(String(number).utf8) }

  package static let yes = JSONText(bytes: Array("true".utf8))

  package static func array(_ values: [JSONText]) -> JSONText {
    var bytes = [UInt8(ascii: "[")]
    for (index, value) in values.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes += value.bytes
    }
    return JSONText(bytes: bytes + [UInt8(ascii: "]")])
  }

  /// An object; members without a value are left out.
  package static func object(_ members: KeyValuePairs<StaticString, JSONText?>) -> JSONText {
    var bytes = [UInt8(ascii: "{")]
    for (name, value) in members {
      guard let value else { continue }
      if bytes.count > 1 { bytes.append(UInt8(ascii: ",")) }
      write(name.description, into: &bytes)
      bytes.append(UInt8(ascii: ":"))
      bytes += value.bytes
    }
    return JSONText(bytes: bytes + [UInt8(ascii: "}")])
  }

  private static func write(_ text: String, into out: inout [UInt8]) {
    out.append(UInt8(ascii: "\""))
    var window: [UInt8] = [0, 0]
    for byte in text.utf8 {
      // U+2028 and U+2029 are E2 80 A8 and E2 80 A9.
      if window == [0xE2, 0x80], byte == 0xA8 || byte == 0xA9 {
        out.removeLast(2)
        out += (byte == 0xA8 ? "\\u2028" : "\\u2029").utf8
      } else {
        append(byte, to: &out)
      }
      window = [window[1], byte]
    }
    out.append(UInt8(ascii: "\""))
  }

  private static func append(_ byte: UInt8, to out: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "\""): out += "\\\"".utf8
    case UInt8(ascii: "\\"): out += "\\\\".utf8
    case 0x0A: out += "\\n".utf8
    case 0..<0x20, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"), 0x7F:
      let digits = Array("0123456789abcdef".utf8)
      out += "\\u00".utf8
      out += [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    default: out.append(byte)
    }
  }
}

extension HTML {
  /// Data for machines, such as schema.org's, as an element that no browser runs.
  package init(data: JSONText, type: StaticString) {
    let open: StaticString = "<script type=\""
    var bytes: [UInt8] = []
    bytes.append(open)
    bytes.append(type)
    bytes.append("\">")
    bytes += data.bytes
    bytes.append("</script>")
    self.init(bytes: bytes)
  }
}
