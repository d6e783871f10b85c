/// Where a link may lead.
package enum LinkTarget {
  /// Whether a reader may be sent there: a path, or a scheme that runs no code.
  ///
  /// Browsers drop tabs, line ends and leading controls before they read a scheme (WHATWG URL
  /// § 4.4), so any control or leading space makes a target unsafe.
  package static func isSafe(_ target: String) -> Bool {
    var target = target
    return target.withUTF8 { utf8 in
      guard !utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }), utf8.first != 0x20 else {
        return false
      }
      let end = utf8.firstIndex {
        $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\")
          || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#")
      }
      guard let end, utf8[end] == UInt8(ascii: ":") else { return true }
      return schemes.contains { scheme in
        scheme.utf8.count == end && zip(scheme.utf8, utf8).allSatisfy { $0 == ($1 | 0x20) }
      }
    }
  }

  /// The target with the few characters percent-encoded that no address may hold (WHATWG URL
  /// § 1.3), as browsers do it; an address without them comes back as it is.
  package static func encoded(_ target: String) -> String {
    guard target.utf8.contains(where: isForbidden) else { return target }
    var out: [UInt8] = []
    for byte in target.utf8 {
      guard isForbidden(byte) else {
        out.append(byte)
        continue
      }
      out += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static func isForbidden(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\\"),
      UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "|"),
      UInt8(ascii: "}"):
      true
    default: false
    }
  }

  private static let digits = Array("0123456789ABCDEF".utf8)
  private static let schemes = ["http", "https", "mailto"]
}
