/// A number as a text says it, before anything is known of its unit.
struct Numeral {
  enum Form { case digits, words, order }
  /// The tokens it takes.
  var tokens: Range<Int>
  /// Nil for an order of magnitude.
  var value: Double?
  /// The least an order of magnitude stands for.
  var low: Double?
  var form: Form
  var isOrdinal = false
  /// Only `ein`, `eine`, `a`: as often an article.
  var isArticle = false
  /// `zweimal`
  var isTimes = false
  /// Part of a whole: `zwei Drittel`, `die Hälfte`.
  var isFraction = false
  /// The factor of the scale word, 1 without one.
  var scale = 1.0
  /// Letters cling to the digits: `180ml`, `1990er`.
  var hasTail = false
}

/// Reads digits, with the group and decimal marks of German or English.
enum DigitReader {
  /// The value of a number token; nil for dates, versions and numbers with leading zeros.
  static func value(_ bytes: ArraySlice<UInt8>, isGerman: Bool) -> Double? {
    guard bytes.count <= 24, let first = bytes.first else { return nil }
    if first >= 0x80 { return fraction(bytes) }
    if bytes.allSatisfy({ ByteClass.isDigit($0) }) {
      // A leading zero counts nothing.
      if first == UInt8(ascii: "0"), bytes.count > 1 { return nil }
      return bytes.reduce(0) { $0 * 10 + Double($1 & 0x0F) }
    }
    let (group, point) =
      isGerman
      ? (UInt8(ascii: "."), UInt8(ascii: ",")) : (UInt8(ascii: ","), UInt8(ascii: "."))
    let groups = bytes.split(omittingEmptySubsequences: false) { $0 == group }
    let last = groups.last ?? []
    let decimals = last.split(separator: point, omittingEmptySubsequences: false)
    let isGrouped = groups.count > 1
    if isGrouped, isProperlyGrouped(groups, decimals) {
      return parse(bytes.filter { $0 != group }, point: point)
    }
    if isGrouped, !isGerman, isIndianGrouped(groups, decimals) {
      return parse(bytes.filter { $0 != group }, point: point)
    }
    if isGrouped {
      // "2.35" in a German text: a decimal point; "22.04.2016" is none.
      guard groups.count == 2, decimals.count == 1 else { return nil }
      return parse(Array(bytes), point: group)
    }
    if decimals.count > 2 {
      // "1,234,567" in a German text: two commas are no decimal points.
      guard isGerman, isProperlyGrouped(decimals, Array(decimals.suffix(1))) else {
        return nil
      }
      return parse(bytes.filter { $0 != point }, point: group)
    }
    return parse(Array(bytes), point: point)
  }

  private static func isProperlyGrouped(
    _ groups: [ArraySlice<UInt8>], _ decimals: [ArraySlice<UInt8>]
  ) -> Bool {
    guard let head = groups.first, head.count <= 3, !head.isEmpty, decimals.count <= 2,
      decimals.first?.count == 3, head.first != UInt8(ascii: "0")
    else { return false }
    return groups.dropFirst().dropLast().allSatisfy { $0.count == 3 }
  }

  /// `12,34,567`
  private static func isIndianGrouped(
    _ groups: [ArraySlice<UInt8>], _ decimals: [ArraySlice<UInt8>]
  ) -> Bool {
    guard groups.count > 2, let head = groups.first, (1...2).contains(head.count),
      decimals.count <= 2, decimals.first?.count == 3, head.first != UInt8(ascii: "0")
    else { return false }
    return groups.dropFirst().dropLast().allSatisfy { $0.count == 2 }
  }

  private static func parse(_ bytes: [UInt8], point: UInt8) -> Double? {
    var whole = 0.0
    var scale = 0.0
    var digits = 0
    for byte in bytes {
      if ByteClass.isDigit(byte) {
        digits += 1
        whole = whole * 10 + Double(byte & 0x0F)
        scale *= 10
      } else if byte == point {
        guard scale == 0 else { return nil }
        scale = 1
      }
    }
    guard digits > 0 else { return nil }
    if bytes.count > 1, bytes[0] == UInt8(ascii: "0"), ByteClass.isDigit(bytes[1]) { return nil }
    guard scale > 1 else { return whole }
    // Read again from the digits: 2.3 must be the double nearest to 2.3.
    let text = bytes.filter { ByteClass.isDigit($0) || $0 == point }
      .map { $0 == point ? UInt8(ascii: ".") : $0 }
    return Double(String(decoding: text, as: UTF8.self))
  }

  /// `½` and the other vulgar fractions of Unicode.
  private static func fraction(_ bytes: ArraySlice<UInt8>) -> Double? {
    switch Scalar(Array(bytes), 0).value {
    case 0xBC: 0.25
    case 0xBD: 0.5
    case 0xBE: 0.75
    case 0x2150: 1 / 7
    case 0x2151: 1 / 9
    case 0x2152: 0.1
    case 0x2153: 1 / 3
    case 0x2154: 2 / 3
    case 0x2155: 0.2
    case 0x2156: 0.4
    case 0x2157: 0.6
    case 0x2158: 0.8
    case 0x2159: 1 / 6
    case 0x215A: 5 / 6
    case 0x215B: 0.125
    case 0x215C: 0.375
    case 0x215D: 0.625
    case 0x215E: 0.875
    default: nil
    }
  }
}
