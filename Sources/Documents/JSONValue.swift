/// A JSON value as pages carry it in scripts (RFC 8259), read leniently: broken control characters
/// in strings are let through, what comes after an error is left out.
enum JSONValue: Sendable, Hashable {
  case object([(key: String, value: JSONValue)])
  case array([JSONValue])
  case string(String)
  case number(String)
  case bool(Bool)
  case null

  static let deepest = 48

  /// Reads the first value; nil where there is none.
  init?(_ bytes: [UInt8]) {
    var reader = JSONReader(bytes)
    guard let value = reader.value(depth: 0) else { return nil }
    self = value
  }

  subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  var string: String? {
    switch self {
    case .string(let text): text
    case .number(let text): text
    default: nil
    }
  }

  /// The elements of an array, the value itself otherwise, nothing for null.
  var elements: [JSONValue] {
    switch self {
    case .array(let values): values
    case .null: []
    default: [self]
    }
  }

  static func == (left: JSONValue, right: JSONValue) -> Bool {
    switch (left, right) {
    case (.object(let a), .object(let b)):
      a.count == b.count && zip(a, b).allSatisfy { $0.key == $1.key && $0.value == $1.value }
    case (.array(let a), .array(let b)): a == b
    case (.string(let a), .string(let b)), (.number(let a), .number(let b)): a == b
    case (.bool(let a), .bool(let b)): a == b
    case (.null, .null): true
    default: false
    }
  }

  func hash(into hasher: inout Hasher) {
    switch self {
    case .object(let members): hasher.combine(members.count)
    case .array(let values): hasher.combine(values)
    case .string(let text), .number(let text): hasher.combine(text)
    case .bool(let flag): hasher.combine(flag)
    case .null: hasher.combine(0)
    }
  }
}

/// Walks over the bytes of a JSON text once.
private struct JSONReader {
  private let bytes: [UInt8]
  private var at = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  private var next: UInt8? { at < bytes.count ? bytes[at] : nil }

  private mutating func skipSpace() {
    while let byte = next, byte <= 0x20 { at += 1 }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    at += 1
    return true
  }

  mutating func value(depth: Int) -> JSONValue? {
    guard depth < JSONValue.deepest else { return nil }
    skipSpace()
    switch next {
    case UInt8(ascii: "{"): return object(depth: depth)
    case UInt8(ascii: "["): return array(depth: depth)
    case UInt8(ascii: "\""): return string().map(JSONValue.string)
    case UInt8(ascii: "t"): return word("true") ? .bool(true) : nil
    case UInt8(ascii: "f"): return word("false") ? .bool(false) : nil
    case UInt8(ascii: "n"): return word("null") ? .null : nil
    default: return number()
    }
  }

  private mutating func word(_ text: StaticString) -> Bool {
    guard at + text.utf8CodeUnitCount <= bytes.count else { return false }
    at += text.utf8CodeUnitCount
    return true
  }

  private mutating func number() -> JSONValue? {
    let start = at
    while let byte = next,
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || "+-.eE".utf8.contains(byte)
    { at += 1 }
    return at > start ? .number(String(decoding: bytes[start..<at], as: UTF8.self)) : nil
  }

  private mutating func array(depth: Int) -> JSONValue? {
    at += 1
    var values: [JSONValue] = []
    while true {
      skipSpace()
      if next == nil || take(UInt8(ascii: "]")) { return .array(values) }
      if take(UInt8(ascii: ",")) { continue }
      guard let value = value(depth: depth + 1) else {
        at = bytes.count
        return .array(values)
      }
      values.append(value)
    }
  }

  private mutating func object(depth: Int) -> JSONValue? {
    at += 1
    var members: [(key: String, value: JSONValue)] = []
    while true {
      skipSpace()
      if next == nil || take(UInt8(ascii: "}")) { return .object(members) }
      if take(UInt8(ascii: ",")) { continue }
      guard next == UInt8(ascii: "\""), let key = string() else { break }
      skipSpace()
      guard take(UInt8(ascii: ":")), let value = value(depth: depth + 1) else { break }
      members.append((key, value))
    }
    at = bytes.count
    return .object(members)
  }

  private mutating func string() -> String? {
    at += 1
    var out: [UInt8] = []
    while let byte = next {
      let start = at
      while at < bytes.count, bytes[at] != UInt8(ascii: "\""), bytes[at] != UInt8(ascii: "\\") {
        at += 1
      }
      out += bytes[start..<at]
      if at >= bytes.count { break }
      if bytes[at] == UInt8(ascii: "\"") {
        at += 1
        return String(decoding: out, as: UTF8.self)
      }
      _ = byte
      at += 1
      escape(into: &out)
    }
    return nil
  }

  private mutating func escape(into out: inout [UInt8]) {
    guard let byte = next else { return }
    at += 1
    switch byte {
    case UInt8(ascii: "n"): out.append(10)
    case UInt8(ascii: "t"): out.append(9)
    case UInt8(ascii: "r"): out.append(13)
    case UInt8(ascii: "b"), UInt8(ascii: "f"): out.append(32)
    case UInt8(ascii: "u"): out += Array(String(scalar()).utf8)
    default: out.append(byte)
    }
  }

  private mutating func scalar() -> Unicode.Scalar {
    guard let unit = fourDigits() else { return "\u{FFFD}" }
    if (0xD800...0xDBFF).contains(unit), at + 1 < bytes.count, bytes[at] == UInt8(ascii: "\\"),
      bytes[at + 1] == UInt8(ascii: "u")
    {
      at += 2
      if let low = fourDigits(), (0xDC00...0xDFFF).contains(low) {
        return Unicode.Scalar(0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00)) ?? "\u{FFFD}"
      }
      return "\u{FFFD}"
    }
    return Unicode.Scalar(unit) ?? "\u{FFFD}"
  }

  private mutating func fourDigits() -> UInt32? {
    guard at + 4 <= bytes.count else {
      at = bytes.count
      return nil
    }
    let digits = String(decoding: bytes[at..<at + 4], as: UTF8.self)
    at += 4
    return UInt32(digits, radix: 16)
  }
}
