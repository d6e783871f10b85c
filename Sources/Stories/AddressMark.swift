/// What of an article's address stays when its headline, its section and with them its path change: the
/// number, UUID or agency number by which its outlet knows it.
///
/// Dates, short numbers and the words of the path are no marks.
enum AddressMark {
  /// A hash of the outlet and the mark; 0 where the address has none. Where the outlet is not known (0)
  /// its host stands for it.
  ///
  /// Of several marks an agency's number comes first, then a UUID or another long identifier, then the
  /// last number.
  static func mark(of url: String, outlet: UInt32) -> UInt64 {
    let bytes = Array(url.utf8)
    guard let path = path(of: bytes) else { return 0 }
    var found: (rank: Int, range: Range<Int>)?
    var parts = Parts()
    var index = path.lowerBound
    while index < path.upperBound {
      guard isLetterOrDigit(bytes[index]) else {
        if bytes[index] != hyphen { parts = Parts() }
        index += 1
        continue
      }
      let part = Part(bytes, from: index, to: path.upperBound)
      index = part.range.upperBound
      parts.take(part)
      guard let mark = parts.agencyNumber(bytes) ?? parts.uuid ?? part.mark(bytes),
        mark.rank >= found?.rank ?? 0
      else { continue }
      found = mark
    }
    guard let found else { return 0 }
    let owner =
      outlet == 0 ? hash(bytes[..<path.lowerBound], 0) : UInt64(outlet) &* 0x9e37_79b9_7f4a_7c15
    return hash(bytes[found.range], owner)
  }

  /// A run of letters and digits.
  private struct Part {
    var range: Range<Int>
    /// Where the hexadecimal digits at its end begin, of which the first is a decimal one.
    var hexStart: Int
    /// Where the decimal digits at its end begin.
    var digitStart: Int

    private(set) var isHex = true
    var isNumber: Bool { digitStart == range.lowerBound }

    init(_ bytes: [UInt8], from start: Int, to end: Int) {
      var index = start
      hexStart = start
      digitStart = start
      var hasDigit = false
      while index < end, AddressMark.isLetterOrDigit(bytes[index]) {
        let byte = bytes[index]
        let isDigit = byte &- 48 < 10
        if !isDigit {
          digitStart = index + 1
          if (byte | 0x20) &- 97 >= 6 {
            isHex = false
            hasDigit = false
          }
        } else if !hasDigit {
          hexStart = index
          hasDigit = true
        }
        index += 1
      }
      range = start..<index
      if !hasDigit { hexStart = index }
    }

    /// A long identifier, or a number that is long enough and no date.
    func mark(_ bytes: [UInt8]) -> (rank: Int, range: Range<Int>)? {
      let digits = digitStart..<range.upperBound
      if digits.count >= AddressMark.shortestNumber && range.upperBound - hexStart == digits.count {
        return AddressMark.isDate(bytes[digits]) ? nil : (1, digits)
      }
      let hex = hexStart..<range.upperBound
      return hex.count >= AddressMark.shortestIdentifier ? (2, hex) : nil
    }
  }

  /// The last five runs that only hyphens part.
  private struct Parts {
    private var parts: [Part] = []

    mutating func take(_ part: Part) {
      if parts.count == 5 { parts.removeFirst() }
      parts.append(part)
    }

    /// A UUID: 8, 4, 4, 4 and 12 hexadecimal digits.
    var uuid: (rank: Int, range: Range<Int>)? {
      guard parts.count == 5, parts[4].range.count == 12,
        zip(parts, [8, 4, 4, 4, 12]).allSatisfy({ $0.isHex && $0.range.count == $1 })
      else { return nil }
      return (2, parts[0].range.lowerBound..<parts[4].range.upperBound)
    }

    /// The number an agency gives a report: its day, a service and a count (`260104-930-496619`).
    func agencyNumber(_ bytes: [UInt8]) -> (rank: Int, range: Range<Int>)? {
      let last = parts.suffix(3)
      guard let day = last.first, let count = last.last, last.count == 3,
        last.allSatisfy(\.isNumber), day.range.count == 6,
        last[last.startIndex + 1].range.count == 3, (5...7).contains(count.range.count),
        AddressMark.isDayOfYear(bytes, month: day.range.lowerBound + 2)
      else { return nil }
      return (3, day.range.lowerBound..<count.range.upperBound)
    }
  }

  private static let hyphen = UInt8(ascii: "-")
  /// Digits of a number that is a mark; shorter ones count pages, sections and years.
  private static let shortestNumber = 7
  /// Hexadecimal digits of an identifier.
  private static let shortestIdentifier = 16

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    byte &- 48 < 10 || (byte | 0x20) &- 97 < 26
  }

  /// Where an address's path stands, without query and fragment.
  private static func path(of bytes: [UInt8]) -> Range<Int>? {
    var start = 0
    if let colon = bytes.prefix(8).firstIndex(of: UInt8(ascii: ":")) { start = colon + 3 }
    guard start < bytes.count, let slash = bytes[start...].firstIndex(of: UInt8(ascii: "/")) else {
      return nil
    }
    let end = bytes[slash...].firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }
    return slash..<min(end ?? bytes.count, slash + longest)
  }

  /// Bytes of a path that are read.
  private static let longest = 1_024

  /// Whether digits are a day, with or without its time: 20260104, 04012026, 202601041230.
  private static func isDate(_ digits: ArraySlice<UInt8>) -> Bool {
    guard [8, 10, 12, 14].contains(digits.count) else { return false }
    let bytes = Array(digits)
    if isCentury(bytes, 0) && isDayOfYear(bytes, month: 4) { return true }
    let swapped = [bytes[2], bytes[3], bytes[0], bytes[1]]
    return digits.count == 8 && isCentury(bytes, 4) && isDayOfYear(swapped, month: 0)
  }

  private static func isCentury(_ bytes: [UInt8], _ place: Int) -> Bool {
    let century = number(bytes, place)
    return century == 19 || century == 20
  }

  /// Whether two digits from a place on are a month, and the two behind it a day.
  private static func isDayOfYear(_ bytes: [UInt8], month place: Int) -> Bool {
    (1...12).contains(number(bytes, place)) && (1...31).contains(number(bytes, place + 2))
  }

  private static func number(_ bytes: [UInt8], _ place: Int) -> Int {
    Int(bytes[place] &- 48) * 10 + Int(bytes[place + 1] &- 48)
  }

  private static func hash(_ bytes: ArraySlice<UInt8>, _ owner: UInt64) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325 ^ owner
    for byte in bytes { hash = (hash ^ UInt64(byte | 0x20)) &* 0x0000_0100_0000_01b3 }
    return hash == 0 ? 1 : hash
  }
}
