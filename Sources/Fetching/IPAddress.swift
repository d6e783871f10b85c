/// An address of version 4 or 6 as its number.
package enum IPAddress: Sendable, Hashable, CustomStringConvertible {
  case v4(UInt32)
  /// The upper and the lower 64 bits.
  case v6(UInt64, UInt64)

  /// Reads the plain spellings a resolver gives: four decimal numbers, or RFC 4291, 2.2, where a
  /// zone (`%eth0`) is left out. For the spellings of addresses in URLs see `WebHost`.
  package init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8.prefix { $0 != UInt8(ascii: "%") })
    if bytes.contains(UInt8(ascii: ":")) {
      self.init(v6: bytes[...])
    } else {
      self.init(dotted: bytes[...])
    }
  }

  /// Four decimal numbers below 256 without leading zeros, or nil.
  init?(dotted bytes: ArraySlice<UInt8>) {
    let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count == 4 else { return nil }
    var value: UInt32 = 0
    for part in parts {
      guard (1...3).contains(part.count), part.count == 1 || part.first != UInt8(ascii: "0"),
        let number = UInt32(decimal: part), number < 256
      else { return nil }
      value = value << 8 | number
    }
    self = .v4(value)
  }

  /// Groups of hexadecimal digits (RFC 4291, 2.2), the last two of which may be a dotted IPv4
  /// address; no brackets and no zone, as the WHATWG rules have it.
  init?(v6 bytes: ArraySlice<UInt8>) {
    var groups: [UInt16] = []
    var gap: Int?
    var rest = bytes
    if rest.starts(with: [0x3A, 0x3A]) {
      rest = rest.dropFirst(2)
      gap = 0
    } else if rest.first == UInt8(ascii: ":") {
      return nil
    }
    while !rest.isEmpty {
      guard groups.count < 8 else { return nil }
      let digits = rest.prefix { HexDigit.value(of: $0) != nil }
      let after = rest.dropFirst(digits.count)
      if after.first == UInt8(ascii: ".") {
        guard groups.count <= 6, case .v4(let low)? = IPAddress(dotted: rest) else { return nil }
        groups += [UInt16(truncatingIfNeeded: low >> 16), UInt16(truncatingIfNeeded: low)]
        rest = []
        break
      }
      guard (1...4).contains(digits.count) else { return nil }
      groups.append(digits.reduce(0) { $0 << 4 | UInt16(HexDigit.value(of: $1) ?? 0) })
      rest = after
      guard let colon = rest.first else { break }
      guard colon == UInt8(ascii: ":") else { return nil }
      rest = rest.dropFirst()
      if rest.first == UInt8(ascii: ":") {
        guard gap == nil else { return nil }
        gap = groups.count
        rest = rest.dropFirst()
      } else if rest.isEmpty {
        return nil
      }
    }
    if let gap {
      guard groups.count < 8 else { return nil }
      groups.insert(contentsOf: [UInt16](repeating: 0, count: 8 - groups.count), at: gap)
    }
    guard groups.count == 8 else { return nil }
    let high = groups[..<4].reduce(UInt64(0)) { $0 << 16 | UInt64($1) }
    let low = groups[4...].reduce(UInt64(0)) { $0 << 16 | UInt64($1) }
    self = .v6(high, low)
  }

  /// The shortest spelling (RFC 5952), without brackets.
  package var description: String {
    switch self {
    case .v4(let value):
      return "\(value >> 24).\(value >> 16 & 255).\(value >> 8 & 255).\(value & 255)"
    case .v6(let high, let low):
      let groups = [high, low].flatMap { word in
        [48, 32, 16, 0].map { UInt16(truncatingIfNeeded: word >> $0) }
      }
      let gap = Self.longestGap(groups)
      var text = ""
      var index = 0
      while index < 8 {
        if index == gap.lowerBound, !gap.isEmpty {
          text += "::"
          index = gap.upperBound
          continue
        }
        if index != 0, !text.hasSuffix(":") { text += ":" }
        text += String(groups[index], radix: 16)
        index += 1
      }
      return text
    }
  }

  /// The first longest run of two or more zero groups, empty if there is none.
  private static func longestGap(_ groups: [UInt16]) -> Range<Int> {
    var best = 0..<0
    var start = 0
    for index in 0...groups.count where index == groups.count || groups[index] != 0 {
      if index - start > max(1, best.count) { best = start..<index }
      start = index + 1
    }
    return best
  }
}

/// Hexadecimal digits as bytes.
enum HexDigit {
  static func value(of byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte &- UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte &- UInt8(ascii: "a") &+ 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte &- UInt8(ascii: "A") &+ 10
    default: nil
    }
  }
}

extension FixedWidthInteger {
  /// A whole number of decimal digits and nothing else; nil where it does not fit.
  init?(decimal digits: some Sequence<UInt8>) {
    var value: Self = 0
    var isEmpty = true
    for byte in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      let (tenfold, over) = value.multipliedReportingOverflow(by: 10)
      let (sum, above) = tenfold.addingReportingOverflow(Self(byte & 15))
      guard !over, !above else { return nil }
      value = sum
      isEmpty = false
    }
    guard !isEmpty else { return nil }
    self = value
  }
}
