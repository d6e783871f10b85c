import Foundation

/// Names of hosts in ASCII (UTS #46, not transitional, as the URL Standard asks for).
enum DomainName {
  /// The name in lower-case ASCII, labels of other scripts as `xn--…`; nil where that fails.
  static func ascii(_ bytes: [UInt8]) -> [UInt8]? {
    let lowered = bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    if lowered.allSatisfy({ $0 < 0x80 }) {
      guard containsPunycode(lowered) else { return lowered }
      return hasValidPunycode(lowered) ? lowered : nil
    }
    guard let name = String(validating: lowered, as: UTF8.self), let mapped = mapped(name),
      !containsPunycode(mapped) || hasValidPunycode(mapped)
    else { return nil }
    return mapped
  }

  /// The name as Foundation's ICU maps it. ASCII that no host may hold is refused first, because
  /// `URL` would read it as the end of the host.
  private static func mapped(_ name: String) -> [UInt8]? {
    let isClean = name.utf8.allSatisfy { byte in
      byte >= 0x80 || byte == 0x2D || byte == 0x2E || byte == 0x5F
        || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte)
    }
    guard isClean, let url = URL(string: "http://\(name)/") else { return nil }
    let text = Array(url.absoluteString.utf8)
    guard text.starts(with: Array("http://".utf8)), text.last == UInt8(ascii: "/") else {
      return nil
    }
    let host = Array(text.dropFirst(7).dropLast())
    guard !host.contains(where: { $0 >= 0x80 || $0 == UInt8(ascii: "%") || $0 == 0x2F }) else {
      return nil
    }
    return host.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
  }

  private static func containsPunycode(_ name: [UInt8]) -> Bool {
    name.split(separator: UInt8(ascii: ".")).contains { $0.starts(with: Array("xn--".utf8)) }
  }

  /// Whether every `xn--` label stands for letters that give the same label again.
  private static func hasValidPunycode(_ name: [UInt8]) -> Bool {
    for label in name.split(separator: UInt8(ascii: ".")) {
      guard label.starts(with: Array("xn--".utf8)) else { continue }
      guard let letters = Punycode.decode(label.dropFirst(4)),
        !letters.unicodeScalars.allSatisfy(\.isASCII),
        let again = mapped(letters), again.elementsEqual(label)
      else { return false }
    }
    return true
  }
}

/// Decoding of labels in other scripts (RFC 3492).
enum Punycode {
  static func decode(_ label: ArraySlice<UInt8>) -> String? {
    var scalars: [UnicodeScalar] = []
    var rest = label
    if let dash = label.lastIndex(of: UInt8(ascii: "-")) {
      scalars = label[..<dash].map { UnicodeScalar($0) }
      rest = label[(dash + 1)...]
    }
    var n: UInt32 = 128
    var i: UInt32 = 0
    var bias: UInt32 = 72
    var position = rest.startIndex
    // A label has at most 63 bytes; without this the insertions below would be quadratic.
    guard label.count <= 256 else { return nil }
    while position < rest.endIndex {
      let before = i
      var weight: UInt32 = 1
      var k: UInt32 = 36
      while true {
        guard position < rest.endIndex, let digit = digit(rest[position]) else { return nil }
        position += 1
        let (step, over) = digit.multipliedReportingOverflow(by: weight)
        let (sum, above) = i.addingReportingOverflow(step)
        guard !over, !above else { return nil }
        i = sum
        let threshold: UInt32 = k <= bias ? 1 : k >= bias + 26 ? 26 : k - bias
        if digit < threshold { break }
        let (next, tooWide) = weight.multipliedReportingOverflow(by: 36 - threshold)
        guard !tooWide else { return nil }
        weight = next
        k += 36
      }
      let count = UInt32(scalars.count) + 1
      bias = adapt(i - before, count: count, isFirst: before == 0)
      let (value, over) = n.addingReportingOverflow(i / count)
      guard !over, let scalar = UnicodeScalar(value) else { return nil }
      n = value
      i %= count
      scalars.insert(scalar, at: Int(i))
      i += 1
    }
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars)
    return text
  }

  private static func digit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(byte - UInt8(ascii: "a"))
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0")) + 26
    default: nil
    }
  }

  private static func adapt(_ delta: UInt32, count: UInt32, isFirst: Bool) -> UInt32 {
    var delta = isFirst ? delta / 700 : delta / 2
    delta += delta / count
    var k: UInt32 = 0
    while delta > 455 {
      delta /= 35
      k += 36
    }
    return k + 36 * delta / (delta + 38)
  }
}
