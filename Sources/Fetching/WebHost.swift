/// The host of a URL, read by the WHATWG rules (URL Standard, 3.5): what looks like an address in
/// any base, with few parts or in wide letters, *is* that address.
package enum WebHost: Sendable, Hashable, CustomStringConvertible {
  /// A name in ASCII (`xn--…` for others), in lower case.
  case domain(String)
  case address(IPAddress)
  /// The host of a scheme that is not special: not looked at.
  case opaque(String)
  case empty

  package var description: String {
    switch self {
    case .domain(let name), .opaque(let name): name
    case .address(.v4(let value)): IPAddress.v4(value).description
    case .address(let address): "[\(address)]"
    case .empty: ""
    }
  }

  /// Reads a host; nil where the rules call it a failure.
  init?(_ bytes: ArraySlice<UInt8>, isSpecial: Bool) {
    if bytes.first == UInt8(ascii: "[") {
      guard bytes.last == UInt8(ascii: "]"), bytes.count > 2,
        let address = IPAddress(v6: bytes.dropFirst().dropLast())
      else { return nil }
      self = .address(address)
      return
    }
    guard isSpecial else {
      guard !bytes.contains(where: Self.isForbidden) else { return nil }
      self = bytes.isEmpty ? .empty : .opaque(PercentEncoding.encode(bytes, .control))
      return
    }
    guard let name = DomainName.ascii(PercentEncoding.decode(bytes)), !name.isEmpty,
      !name.contains(where: Self.isForbiddenInDomain)
    else { return nil }
    if Self.endsInNumber(name) {
      guard let value = Self.v4(name) else { return nil }
      self = .address(.v4(value))
    } else {
      self = .domain(String(decoding: name, as: UTF8.self))
    }
  }

  private static func isForbidden(_ byte: UInt8) -> Bool {
    switch byte {
    case 0, 9, 10, 13, 32: true
    case UInt8(ascii: "#"), UInt8(ascii: "/"), UInt8(ascii: ":"), UInt8(ascii: "<"): true
    case UInt8(ascii: ">"), UInt8(ascii: "?"), UInt8(ascii: "@"), UInt8(ascii: "["): true
    case UInt8(ascii: "\\"), UInt8(ascii: "]"), UInt8(ascii: "^"), UInt8(ascii: "|"): true
    default: false
    }
  }

  private static func isForbiddenInDomain(_ byte: UInt8) -> Bool {
    isForbidden(byte) || byte < 0x20 || byte == 0x7F || byte == UInt8(ascii: "%")
  }

  /// Whether the last part is a number in any base (URL Standard, "ends in a number").
  private static func endsInNumber(_ name: [UInt8]) -> Bool {
    var parts = name.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    if parts.last?.isEmpty == true {
      guard parts.count > 1 else { return false }
      parts.removeLast()
    }
    guard let last = parts.last, !last.isEmpty else { return false }
    return last.allSatisfy { (0x30...0x39).contains($0) } || number(last) != nil
  }

  /// One to four numbers in decimal, octal or hexadecimal; the last fills what is left.
  private static func v4(_ name: [UInt8]) -> UInt32? {
    var parts = name.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    if parts.count > 1, parts.last?.isEmpty == true { parts.removeLast() }
    guard parts.count <= 4 else { return nil }
    var numbers: [UInt64] = []
    for part in parts {
      guard let value = number(part) else { return nil }
      numbers.append(value)
    }
    guard let last = numbers.popLast(), numbers.allSatisfy({ $0 < 256 }),
      last < 1 << (8 * UInt64(4 - numbers.count))
    else { return nil }
    var value = last
    for (index, number) in numbers.enumerated() { value |= number << UInt64(8 * (3 - index)) }
    return UInt32(truncatingIfNeeded: value)
  }

  /// A number as the IPv4 parser reads it; too large ones come back as the largest, which is no
  /// address.
  private static func number(_ part: ArraySlice<UInt8>) -> UInt64? {
    var digits = part
    var base: UInt64 = 10
    if digits.isEmpty { return nil }
    if digits.count >= 2, digits.first == UInt8(ascii: "0") {
      if digits.dropFirst().first.map({ $0 | 0x20 }) == UInt8(ascii: "x") {
        digits = digits.dropFirst(2)
        base = 16
      } else {
        digits = digits.dropFirst()
        base = 8
      }
    }
    var value: UInt64 = 0
    for byte in digits {
      guard let digit = HexDigit.value(of: byte), digit < base else { return nil }
      // Anything above 32 bits is no address; it needs no exact value.
      value = value >= 1 << 40 ? value : value * base + UInt64(digit)
    }
    return value
  }
}
