/// Ranges of addresses that are not the public web: IANA's special-purpose registries (RFC 6890 and
/// its updates). Version 6 is closed but for 2000::/3, and addresses that carry one of version 4
/// are refused whatever they carry: the public web needs none of them.
enum SpecialRanges {
  private struct V4: Sendable {
    var base: UInt32
    var bits: UInt32
    var reason: String
    init(_ a: UInt32, _ b: UInt32, _ c: UInt32, _ bits: UInt32, _ reason: String) {
      base = a << 24 | b << 16 | c << 8
      self.bits = bits
      self.reason = reason
    }
  }

  private struct V6: Sendable {
    var base: UInt64
    var bits: UInt64
    var reason: String
  }

  private static let v4: [V4] = [
    V4(0, 0, 0, 8, "this network"), V4(10, 0, 0, 8, "private network"),
    V4(100, 64, 0, 10, "shared address space"), V4(127, 0, 0, 8, "loopback"),
    V4(169, 254, 0, 16, "link-local"), V4(172, 16, 0, 12, "private network"),
    V4(192, 0, 0, 24, "protocol assignments"), V4(192, 0, 2, 24, "documentation"),
    V4(192, 31, 196, 24, "AS112"), V4(192, 52, 193, 24, "AMT"),
    V4(192, 88, 99, 24, "6to4 relay"), V4(192, 168, 0, 16, "private network"),
    V4(192, 175, 48, 24, "AS112"), V4(198, 18, 0, 15, "benchmarking"),
    V4(198, 51, 100, 24, "documentation"), V4(203, 0, 113, 24, "documentation"),
    V4(224, 0, 0, 4, "multicast"), V4(240, 0, 0, 4, "reserved"),
  ]

  /// By the upper 64 bits, which is enough for all of them.
  private static let v6: [V6] = [
    V6(base: 0x2001_0000_0000_0000, bits: 23, reason: "protocol assignments, Teredo"),
    V6(base: 0x2001_0db8_0000_0000, bits: 32, reason: "documentation"),
    V6(base: 0x2002_0000_0000_0000, bits: 16, reason: "6to4"),
    V6(base: 0x2620_004f_8000_0000, bits: 48, reason: "AS112"),
    V6(base: 0x3fff_0000_0000_0000, bits: 20, reason: "documentation"),
  ]

  /// Why an address must not be asked; nil for the public web.
  static func reason(_ address: IPAddress) -> String? {
    switch address {
    case .v4(let value):
      return v4.first { (value ^ $0.base) >> (32 - $0.bits) == 0 }?.reason
    case .v6(let high, let low):
      guard high >> 61 == 1 else { return "outside 2000::/3" }
      if let range = v6.first(where: { (high ^ $0.base) >> (64 - $0.bits) == 0 }) {
        return range.reason
      }
      // RFC 5214: the interface identifier ::[02]00:5efe:a.b.c.d carries an IPv4 address.
      return low >> 32 & 0xFDFF_FFFF == 0x0000_5EFE ? "ISATAP" : nil
    }
  }

  static func isLoopback(_ address: IPAddress) -> Bool {
    switch address {
    case .v4(let value): value >> 24 == 127
    case .v6(let high, let low): high == 0 && low == 1
    }
  }
}
