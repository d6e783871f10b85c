/// Turns bytes of a named encoding into UTF-8.
///
/// UTF-8, UTF-16, UTF-32, ASCII, ISO 8859-1 and windows-1252 are read here, with a check that every
/// byte has a meaning; the older national encodings by `LegacyDecoder`.
enum CharacterDecoder {
  /// The text, or nil if the encoding is unknown or, unless `repairing`, a byte has no meaning.
  static func decode(_ bytes: [UInt8], as name: String, repairing: Bool) -> [UInt8]? {
    switch name {
    case "utf-8":
      if isUTF8(bytes) { return bytes }
      return repairing ? repairedUTF8(bytes) : nil
    case "us-ascii": return repairing || bytes.allSatisfy { $0 < 0x80 } ? bytes : nil
    case "iso-8859-1", "windows-1252": return windows1252(bytes)
    case "utf-16", "utf-16be": return utf16(bytes, isBig: true, repairing: repairing)
    case "utf-16le": return utf16(bytes, isBig: false, repairing: repairing)
    case "utf-32", "utf-32be": return utf32(bytes, isBig: true, repairing: repairing)
    case "utf-32le": return utf32(bytes, isBig: false, repairing: repairing)
    default:
      guard let label = EncodingLabels.name(of: name.utf8),
        let text = LegacyDecoder.decode(bytes[...], as: label)
      else { return nil }
      return repairing || !hasReplacements(text) ? text : nil
    }
  }

  /// Whether a text holds U+FFFD.
  private static func hasReplacements(_ text: [UInt8]) -> Bool {
    var at = 0
    while let next = text[at...].firstIndex(of: 0xEF) {
      if text[next...].starts(with: [0xEF, 0xBF, 0xBD]) { return true }
      at = next + 1
    }
    return false
  }

  static func isUTF8(_ bytes: [UInt8]) -> Bool { (try? UTF8Span(validating: bytes.span)) != nil }

  /// Whether most of what is not ASCII forms UTF-8 sequences.
  static func isMostlyUTF8(_ bytes: [UInt8]) -> Bool {
    var good = 0
    var bad = 0
    var at = 0
    while at < bytes.count {
      if bytes[at] < 0x80 {
        at += 1
        continue
      }
      let length = sequenceLength(bytes, at)
      if length > 0 { good += 1 } else { bad += 1 }
      at += Swift.max(1, length)
    }
    return good > 2 * bad
  }

  /// UTF-8 with its broken bytes read as windows-1252, which they are as a rule.
  static func repairedUTF8(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var at = 0
    while at < bytes.count {
      let length = bytes[at] < 0x80 ? 1 : sequenceLength(bytes, at)
      if length > 0 {
        out += bytes[at..<at + length]
      } else {
        XMLText.append(scalar: Windows1252.scalar(bytes[at]), to: &out)
      }
      at += Swift.max(1, length)
    }
    return out
  }

  /// The length of the well-formed UTF-8 sequence at a byte ≥ 0x80, or 0.
  private static func sequenceLength(_ bytes: [UInt8], _ at: Int) -> Int {
    let first = bytes[at]
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, first <= 0xF4, at + length <= bytes.count else { return 0 }
    for index in at + 1..<at + length where bytes[index] & 0xC0 != 0x80 { return 0 }
    let second = bytes[at + 1]
    switch first {
    case 0xE0 where second < 0xA0, 0xED where second > 0x9F, 0xF0 where second < 0x90,
      0xF4 where second > 0x8F:
      return 0
    default: return length
    }
  }

  private static func windows1252(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      if byte < 0x80 {
        out.append(byte)
      } else {
        XMLText.append(scalar: Windows1252.scalar(byte), to: &out)
      }
    }
    return out
  }

  private static func utf16(_ bytes: [UInt8], isBig: Bool, repairing: Bool) -> [UInt8]? {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var at = 0
    while at + 1 < bytes.count {
      let (high, low) = isBig ? (bytes[at], bytes[at + 1]) : (bytes[at + 1], bytes[at])
      units.append(UInt16(high) << 8 | UInt16(low))
      at += 2
    }
    if units.first == 0xFEFF { units.removeFirst() }
    let isWhole = bytes.count % 2 == 0 && transcodeChecks(units)
    guard repairing || isWhole else { return nil }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  /// Whether every surrogate has its other half.
  private static func transcodeChecks(_ units: [UInt16]) -> Bool {
    var at = 0
    while at < units.count {
      switch units[at] {
      case 0xD800...0xDBFF:
        guard at + 1 < units.count, (0xDC00...0xDFFF).contains(units[at + 1]) else { return false }
        at += 2
      case 0xDC00...0xDFFF: return false
      default: at += 1
      }
    }
    return true
  }

  private static func utf32(_ bytes: [UInt8], isBig: Bool, repairing: Bool) -> [UInt8]? {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count / 4)
    var at = 0
    while at + 3 < bytes.count {
      let order = isBig ? [at, at + 1, at + 2, at + 3] : [at + 3, at + 2, at + 1, at]
      let value = order.reduce(UInt32(0)) { $0 << 8 | UInt32(bytes[$1]) }
      if Unicode.Scalar(value) == nil, !repairing { return nil }
      if value != 0xFEFF || at > 0 { XMLText.append(scalar: value, to: &out) }
      at += 4
    }
    return out
  }
}

/// The upper half of windows-1252.
public enum Windows1252 {
  private static let c1: [UInt16] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]

  /// The code point of a byte; the five bytes without one stand for themselves.
  public static func scalar(_ byte: UInt8) -> UInt32 {
    (0x80...0x9F).contains(byte) ? UInt32(c1[Int(byte) - 0x80]) : UInt32(byte)
  }

  /// The byte that stands for a code point; a C1 control stands for itself.
  public static func byte(_ scalar: UInt32) -> UInt8? {
    if let byte = UInt8(exactly: scalar) { return byte }
    return c1.firstIndex { UInt32($0) == scalar }.map { UInt8($0 + 0x80) }
  }
}
