/// Writes JSON; the members of an object come in the order of their names.
struct JSONWriter {
  private(set) var bytes: [UInt8] = []

  init() {}

  mutating func write(_ raw: StaticString) { raw.withUTF8Buffer { bytes += $0 } }

  mutating func write(number: some BinaryInteger) { bytes += Array(String(number).utf8) }

  /// A string with quotes.
  mutating func write(string: String) {
    var string = string
    string.withUTF8 { write(utf8: $0) }
  }

  /// A string given as UTF-8.
  mutating func write(utf8 text: some Collection<UInt8>) {
    bytes.append(UInt8(ascii: "\""))
    var start = text.startIndex
    var at = start
    while at < text.endIndex {
      let byte = text[at]
      if byte < 32 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
        bytes += text[start..<at]
        append(escaped: byte)
        start = text.index(after: at)
      }
      at = text.index(after: at)
    }
    bytes += text[start..<at]
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func append(escaped byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): write("\\\"")
    case UInt8(ascii: "\\"): write("\\\\")
    case 10: write("\\n")
    case 13: write("\\r")
    case 9: write("\\t")
    default:
      let digits = Array("0123456789abcdef".utf8)
      write("\\u00")
      bytes.append(digits[Int(byte >> 4)])
      bytes.append(digits[Int(byte & 15)])
    }
  }

  mutating func write(_ value: JSONValue) {
    switch value {
    case .null: write("null")
    case .bool(let flag): write(flag ? "true" : "false")
    case .number(let text): bytes += Array(text.utf8)
    case .string(let text): write(string: text)
    case .array(let elements):
      write("[")
      for (index, element) in elements.enumerated() {
        if index > 0 { write(",") }
        write(element)
      }
      write("]")
    case .object(let members):
      write("{")
      for (index, key) in members.keys.sorted().enumerated() {
        if index > 0 { write(",") }
        write(string: key)
        write(":")
        write(members[key] ?? .null)
      }
      write("}")
    }
  }
}
