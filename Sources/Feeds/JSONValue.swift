import Press

/// A value read from JSON (RFC 8259), with small repairs: a byte order mark, a trailing comma and
/// raw line ends in strings are passed over.
package enum JSONValue: Sendable, Hashable {
  case null
  case bool(Bool)
  /// A number as it is written.
  case number(String)
  case string(String)
  case array([JSONValue])
  /// Members in order; of members with the same name the last one counts.
  case object([String: JSONValue])

  static let depthLimit = 128

  /// The value in a text, or nil if it is no JSON.
  package init?(_ bytes: [UInt8]) {
    var reader = JSONReader(bytes)
    guard let value = reader.document() else { return nil }
    self = value
  }

  package subscript(_ key: String) -> JSONValue? {
    if case .object(let members) = self { return members[key] }
    return nil
  }

  /// The text of a string or number.
  var text: String? {
    switch self {
    case .string(let text): text.isEmpty ? nil : text
    case .number(let text): text
    default: nil
    }
  }

  /// The elements of an array; a single value counts as an array of one.
  var elements: [JSONValue] {
    switch self {
    case .array(let elements): elements
    case .null: []
    default: [self]
    }
  }
}

/// Reads JSON from bytes; deeper than 128 levels is no JSON.
struct JSONReader {
  private let bytes: [UInt8]
  private var at = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
  }

  mutating func document() -> JSONValue? {
    guard let value = value(depth: 0) else { return nil }
    skipSpace()
    return at == bytes.count ? value : nil
  }

  private mutating func skipSpace() {
    while at < bytes.count, bytes[at] == 32 || (9...10).contains(bytes[at]) || bytes[at] == 13 {
      at += 1
    }
  }

  private mutating func value(depth: Int) -> JSONValue? {
    skipSpace()
    guard at < bytes.count, depth <= JSONValue.depthLimit else { return nil }
    switch bytes[at] {
    case UInt8(ascii: "{"): return object(depth: depth)
    case UInt8(ascii: "["): return array(depth: depth)
    case UInt8(ascii: "\""): return string().map(JSONValue.string)
    case UInt8(ascii: "t"): return word("true", .bool(true))
    case UInt8(ascii: "f"): return word("false", .bool(false))
    case UInt8(ascii: "n"): return word("null", .null)
    default: return number()
    }
  }

  private mutating func word(_ word: StaticString, _ value: JSONValue) -> JSONValue? {
    let count = word.utf8CodeUnitCount
    guard at + count <= bytes.count,
      word.withUTF8Buffer({ bytes[at..<at + count].elementsEqual($0) })
    else { return nil }
    at += count
    return value
  }

  private mutating func object(depth: Int) -> JSONValue? {
    var members: [String: JSONValue] = [:]
    at += 1
    skipSpace()
    while at < bytes.count, bytes[at] != UInt8(ascii: "}") {
      guard bytes[at] == UInt8(ascii: "\""), let key = string() else { return nil }
      skipSpace()
      guard at < bytes.count, bytes[at] == UInt8(ascii: ":") else { return nil }
      at += 1
      guard let value = value(depth: depth + 1) else { return nil }
      members[key] = value
      guard separator(before: UInt8(ascii: "}")) else { return nil }
    }
    guard at < bytes.count else { return nil }
    at += 1
    return .object(members)
  }

  private mutating func array(depth: Int) -> JSONValue? {
    var elements: [JSONValue] = []
    at += 1
    skipSpace()
    while at < bytes.count, bytes[at] != UInt8(ascii: "]") {
      guard let value = value(depth: depth + 1) else { return nil }
      elements.append(value)
      guard separator(before: UInt8(ascii: "]")) else { return nil }
    }
    guard at < bytes.count else { return nil }
    at += 1
    return .array(elements)
  }

  /// Passes over a comma; none is needed before the end mark.
  private mutating func separator(before end: UInt8) -> Bool {
    skipSpace()
    guard at < bytes.count else { return false }
    if bytes[at] == UInt8(ascii: ",") {
      at += 1
      skipSpace()
      return true
    }
    return bytes[at] == end
  }

  private mutating func number() -> JSONValue? {
    let start = at
    if at < bytes.count, bytes[at] == UInt8(ascii: "-") { at += 1 }
    let first = at
    while at < bytes.count, isNumberPart(bytes[at]) { at += 1 }
    guard at > first, bytes[first] &- 48 < 10,
      !(bytes[first] == 48 && at > first + 1 && bytes[first + 1] &- 48 < 10),
      bytes[at - 1] &- 48 < 10
    else { return nil }
    let text = String(decoding: bytes[start..<at], as: UTF8.self)
    return Double(text) == nil ? nil : .number(text)
  }

  private func isNumberPart(_ byte: UInt8) -> Bool {
    byte &- 48 < 10 || byte == UInt8(ascii: ".") || byte | 0x20 == UInt8(ascii: "e")
      || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
  }

  private mutating func string() -> String? {
    at += 1
    var out: [UInt8] = []
    var start = at
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "\""):
        let text =
          out.isEmpty
          ? String(decoding: bytes[start..<at], as: UTF8.self)
          : String(decoding: out + bytes[start..<at], as: UTF8.self)
        at += 1
        return text
      case UInt8(ascii: "\\"):
        out += bytes[start..<at]
        at += 1
        guard escape(into: &out) else { return nil }
        start = at
      default:
        at = EightBytes.find(
          UInt8(ascii: "\""), or: UInt8(ascii: "\\"), in: bytes.span, from: at)
      }
    }
    return nil
  }

  private mutating func escape(into out: inout [UInt8]) -> Bool {
    guard at < bytes.count else { return false }
    let byte = bytes[at]
    at += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): out.append(byte)
    case UInt8(ascii: "b"): out.append(8)
    case UInt8(ascii: "f"): out.append(12)
    case UInt8(ascii: "n"): out.append(10)
    case UInt8(ascii: "r"): out.append(13)
    case UInt8(ascii: "t"): out.append(9)
    case UInt8(ascii: "u"):
      guard var value = hexUnit() else { return false }
      if (0xD800...0xDBFF).contains(value), at + 1 < bytes.count, bytes[at] == UInt8(ascii: "\\"),
        bytes[at + 1] == UInt8(ascii: "u")
      {
        let back = at
        at += 2
        if let low = hexUnit(), (0xDC00...0xDFFF).contains(low) {
          value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
        } else {
          at = back
        }
      }
      let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
      out += Array(String(scalar).utf8)
    default: return false
    }
    return true
  }

  private mutating func hexUnit() -> UInt32? {
    guard at + 4 <= bytes.count else { return nil }
    var value: UInt32 = 0
    for byte in bytes[at..<at + 4] {
      let lower = byte | 0x20
      switch byte {
      case 48...57: value = value << 4 | UInt32(byte - 48)
      default:
        guard (97...102).contains(lower) else { return nil }
        value = value << 4 | UInt32(lower - 87)
      }
    }
    at += 4
    return value
  }
}
