/// Decodes what stands behind `&` in XML text.
///
/// Known names are the five of XML and, because feeds use them without declaring them, those of
/// HTML. What is no reference stays as it is written.
public enum XMLText {
  /// Appends a range of the source with its references replaced.
  public static func decode(_ bytes: [UInt8], _ range: Range<Int>, into out: inout [UInt8]) {
    let end = Swift.min(range.upperBound, bytes.count)
    let span = bytes.span
    var start = range.lowerBound
    var at = start
    while at < end {
      guard span[at] == UInt8(ascii: "&") else {
        at += 1
        continue
      }
      if at > start { span.extracting(start..<at).withUnsafeBufferPointer { out += $0 } }
      let length = appendReference(bytes, at: at, end: end, to: &out)
      if length == 0 { out.append(span[at]) }
      at += Swift.max(1, length)
      start = at
    }
    if start < end { span.extracting(start..<end).withUnsafeBufferPointer { out += $0 } }
  }

  /// The text with its references replaced.
  public static func decoded(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(UInt8(ascii: "&")) else { return bytes }
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    decode(bytes, 0..<bytes.count, into: &out)
    return out
  }

  /// Reads the reference at an `&` and returns its length in bytes, 0 if it is none.
  static func appendReference(
    _ bytes: [UInt8], at: Int, end: Int, to out: inout [UInt8]
  ) -> Int {
    guard at + 2 < end else { return 0 }
    if bytes[at + 1] == UInt8(ascii: "#") {
      return appendNumber(bytes, at: at, end: end, to: &out)
    }
    var stop = at + 1
    let limit = Swift.min(end, at + 34)
    while stop < limit, bytes[stop].isASCIILetterOrDigit { stop += 1 }
    guard stop < limit, bytes[stop] == UInt8(ascii: ";"), stop > at + 1 else { return 0 }
    switch (stop - at, bytes[at + 1], bytes[at + 2]) {
    case (3, UInt8(ascii: "l"), UInt8(ascii: "t")): out.append(UInt8(ascii: "<"))
    case (3, UInt8(ascii: "g"), UInt8(ascii: "t")): out.append(UInt8(ascii: ">"))
    case (4, UInt8(ascii: "a"), UInt8(ascii: "m")): out.append(UInt8(ascii: "&"))
    case (5, UInt8(ascii: "q"), UInt8(ascii: "u")): out.append(UInt8(ascii: "\""))
    case (5, UInt8(ascii: "a"), UInt8(ascii: "p")): out.append(UInt8(ascii: "'"))
    default:
      guard let text = XMLNamedReferences.text(for: bytes[at + 1..<stop]) else { return 0 }
      out += text.utf8
    }
    return stop + 1 - at
  }

  /// `&#8222;` and `&#x201E;`; the numbers 128…159 are read as windows-1252, as browsers do.
  private static func appendNumber(
    _ bytes: [UInt8], at: Int, end: Int, to out: inout [UInt8]
  ) -> Int {
    var index = at + 2
    var value: UInt32 = 0
    let isHex = bytes[index] | 0x20 == UInt8(ascii: "x")
    if isHex { index += 1 }
    let first = index
    while index < end, let digit = bytes[index].hexDigit, isHex || digit < 10 {
      value = value > 0x11_0000 ? value : value &* (isHex ? 16 : 10) &+ UInt32(digit)
      index += 1
    }
    guard index > first else { return 0 }
    if index < end, bytes[index] == UInt8(ascii: ";") { index += 1 }
    let isControl = (0x80...0x9F).contains(value)
    append(
      scalar: isControl ? Windows1252.scalar(UInt8(truncatingIfNeeded: value)) : value, to: &out)
    return index - at
  }

  /// Appends a code point as UTF-8; what is no character becomes U+FFFD, NUL nothing.
  static func append(scalar value: UInt32, to out: inout [UInt8]) {
    guard value != 0 else { return }
    let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
    UTF8.encode(scalar).map { out += $0 }
  }
}

extension UInt8 {
  @inline(__always)
  var isASCIILetterOrDigit: Bool {
    let lower = self | 0x20
    return (lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z"))
      || (self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9"))
  }

  /// The value of a hexadecimal digit.
  @inline(__always)
  var hexDigit: UInt8? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): self &- UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): self &- UInt8(ascii: "a") &+ 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): self &- UInt8(ascii: "A") &+ 10
    default: nil
    }
  }

  @inline(__always)
  var isXMLSpace: Bool { self == 32 || self == 10 || self == 9 || self == 13 }
}
