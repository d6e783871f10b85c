/// Decodes character references (`&amp;`, `&#x2014;`) as the HTML standard does (13.2.5.72 to 80).
enum CharacterReferences {
  /// What a reference stands for and how many bytes after the ampersand it takes.
  struct Match {
    var first: UInt32
    /// The second code point, or 0.
    var second: UInt32 = 0
    var length: Int
    var endsWithSemicolon: Bool
  }

  /// The value of an attribute: references decoded, CR LF and CR made LF, NUL made U+FFFD.
  static func decodedAttribute(_ raw: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(raw.count)
    raw.withUnsafeBufferPointer { buffer in
      decode(buffer.span, 0, buffer.count, inAttribute: true, nulls: .replaced, into: &bytes)
    }
    return bytes[...]
  }

  /// What becomes of NUL: replaced by U+FFFD, or kept for tree construction to decide.
  enum Nulls { case kept, replaced }

  /// Appends a run of source to `bytes`, decoded. `</>` is left out when `droppingEmptyEndTags` is set.
  static func decode(
    _ source: Span<UInt8>, _ start: Int, _ end: Int, inAttribute: Bool = false, nulls: Nulls,
    references: Bool = true, droppingEmptyEndTags: Bool = false, into bytes: inout [UInt8]
  ) {
    var place = start
    while place < end {
      let run = place
      while place < end {
        let byte = source[place]
        if byte <= 0x3C,
          byte == 0x26 || byte == 0x0D || byte == 0 || byte == 0x3C && droppingEmptyEndTags
        {
          break
        }
        place &+= 1
      }
      if place > run { source.extracting(run..<place).withUnsafeBufferPointer { bytes += $0 } }
      guard place < end else { return }
      switch source[place] {
      case 0x0D:
        bytes.append(0x0A)
        place &+= 1
        if place < end, source[place] == 0x0A { place &+= 1 }
      case 0:
        if nulls == .kept { bytes.append(0) } else { append(0xFFFD, to: &bytes) }
        place &+= 1
      case 0x3C:
        if place &+ 2 < end, source[place &+ 1] == 0x2F, source[place &+ 2] == 0x3E {
          place &+= 3
        } else {
          bytes.append(0x3C)
          place &+= 1
        }
      default:
        place &+= 1
        guard references,
          let match = match(source, place, end, inAttribute: inAttribute)
        else {
          bytes.append(0x26)
          continue
        }
        append(match.first, to: &bytes)
        if match.second != 0 { append(match.second, to: &bytes) }
        place &+= match.length
      }
    }
  }

  /// The reference whose ampersand stands before `start`, or nil where the ampersand is only itself.
  static func match(
    _ source: Span<UInt8>, _ start: Int, _ end: Int, inAttribute: Bool
  ) -> Match? {
    guard start < end else { return nil }
    let byte = source[start]
    if byte == UInt8(ascii: "#") { return number(source, start, end) }
    guard isLetter(byte), let match = frequent(source, start, end) ?? named(source, start, end)
    else { return nil }
    if inAttribute, !match.endsWithSemicolon, start &+ match.length < end {
      let next = source[start &+ match.length]
      if next == UInt8(ascii: "=") || isLetter(next) || isDigit(next) { return nil }
    }
    return match
  }

  @inline(__always) static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 97 < 26 }
  @inline(__always) static func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }

  /// The handful that make up nearly all references of real pages.
  private static func frequent(_ source: Span<UInt8>, _ start: Int, _ end: Int) -> Match? {
    var key: UInt64 = 0
    var place = start
    while place < end, place &- start < 5 {
      let byte = source[place]
      if byte == 0x3B {
        let code: UInt32
        switch key {
        case 0x61_6D70: code = 0x26  // amp
        case 0x6E_6273_70: code = 0xA0  // nbsp
        case 0x71_756F_74: code = 0x22  // quot
        case 0x6C74: code = 0x3C  // lt
        case 0x6774: code = 0x3E  // gt
        default: return nil
        }
        return Match(first: code, length: place &- start &+ 1, endsWithSemicolon: true)
      }
      key = key << 8 | UInt64(byte)
      place &+= 1
    }
    return nil
  }

  private static func number(_ source: Span<UInt8>, _ start: Int, _ end: Int) -> Match? {
    var place = start &+ 1
    var isHexadecimal = false
    if place < end, source[place] | 0x20 == UInt8(ascii: "x") {
      isHexadecimal = true
      place &+= 1
    }
    let digits = place
    var code: UInt32 = 0
    while place < end {
      let byte = source[place]
      let digit: UInt32
      if isDigit(byte) {
        digit = UInt32(byte &- 48)
      } else if isHexadecimal, (byte | 0x20) &- 97 < 6 {
        digit = UInt32((byte | 0x20) &- 87)
      } else {
        break
      }
      // Beyond the last code point nothing more is told apart; this also keeps the sum small.
      if code <= 0x10_FFFF { code = code &* (isHexadecimal ? 16 : 10) &+ digit }
      place &+= 1
    }
    if place == digits { return nil }
    let hasSemicolon = place < end && source[place] == UInt8(ascii: ";")
    if hasSemicolon { place &+= 1 }
    return Match(
      first: repaired(code), length: place &- start, endsWithSemicolon: true)
  }

  /// A number as the standard wants it read: windows-1252 for C1 controls, U+FFFD for the impossible.
  private static func repaired(_ code: UInt32) -> UInt32 {
    switch code {
    case 0, 0xD800...0xDFFF, 0x11_0000...: 0xFFFD
    case 0x80...0x9F: c1[Int(code &- 0x80)]
    default: code
    }
  }

  private static let c1: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]

  /// The longest name that begins here.
  private static func named(_ source: Span<UInt8>, _ start: Int, _ end: Int) -> Match? {
    let table = NamedReferences.shared
    var low = 0
    var high = table.entries.count
    var depth = 0
    var found: Match?
    // Narrows the sorted names byte by byte to those that agree so far.
    while start &+ depth < end {
      let byte = source[start &+ depth]
      low = table.first(low, high, at: depth) { $0 >= byte }
      high = table.first(low, high, at: depth) { $0 > byte }
      if low >= high {
        break
      }
      depth &+= 1
      let entry = table.entries[low]
      guard Int(entry.count) == depth else { continue }
      let hasSemicolon = start &+ depth < end && source[start &+ depth] == UInt8(ascii: ";")
      if hasSemicolon || entry.needsNoSemicolon {
        found = Match(
          first: entry.first, second: entry.second, length: depth &+ (hasSemicolon ? 1 : 0),
          endsWithSemicolon: hasSemicolon)
      }
      if hasSemicolon { break }
    }
    return found
  }

  /// Appends a code point as UTF-8.
  static func append(_ code: UInt32, to bytes: inout [UInt8]) {
    switch code {
    case ..<0x80: bytes.append(UInt8(truncatingIfNeeded: code))
    case ..<0x800:
      bytes.append(0xC0 | UInt8(truncatingIfNeeded: code >> 6))
      bytes.append(0x80 | UInt8(truncatingIfNeeded: code & 0x3F))
    case ..<0x1_0000:
      bytes.append(0xE0 | UInt8(truncatingIfNeeded: code >> 12))
      bytes.append(0x80 | UInt8(truncatingIfNeeded: code >> 6 & 0x3F))
      bytes.append(0x80 | UInt8(truncatingIfNeeded: code & 0x3F))
    default:
      bytes.append(0xF0 | UInt8(truncatingIfNeeded: code >> 18 & 7))
      bytes.append(0x80 | UInt8(truncatingIfNeeded: code >> 12 & 0x3F))
      bytes.append(0x80 | UInt8(truncatingIfNeeded: code >> 6 & 0x3F))
      bytes.append(0x80 | UInt8(truncatingIfNeeded: code & 0x3F))
    }
  }
}

/// The list of named references, taken apart once.
final class NamedReferences: Sendable {
  static let shared = NamedReferences()

  struct Entry: Sendable {
    var start: UInt32
    var count: UInt8
    var needsNoSemicolon: Bool
    var first: UInt32
    var second: UInt32
  }

  private let letters: [UInt8]
  let entries: [Entry]

  private init() {
    let letters = CharacterReferenceNames.list.withUTF8Buffer { Array($0) }
    var entries: [Entry] = []
    entries.reserveCapacity(2200)
    for word in letters.split(whereSeparator: { $0 == 0x20 || $0 == 0x0A }) {
      guard
        let mark = word.firstIndex(where: { $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: "!") })
      else { continue }
      let codes = word[(mark + 1)...].split(separator: UInt8(ascii: ","))
        .map { UInt32(String(decoding: $0, as: UTF8.self), radix: 16) ?? 0xFFFD }
      entries.append(
        Entry(
          start: UInt32(truncatingIfNeeded: word.startIndex),
          count: UInt8(truncatingIfNeeded: mark - word.startIndex),
          needsNoSemicolon: letters[mark] == UInt8(ascii: "!"), first: codes.first ?? 0xFFFD,
          second: codes.count > 1 ? codes[1] : 0))
    }
    self.letters = letters
    self.entries = entries
  }

  /// The first entry of `low..<high` whose byte at `depth` (0 after its end) is as wanted.
  func first(_ low: Int, _ high: Int, at depth: Int, where holds: (UInt8) -> Bool) -> Int {
    var low = low
    var high = high
    while low < high {
      let middle = (low + high) / 2
      let entry = entries[middle]
      let byte = depth < Int(entry.count) ? letters[Int(entry.start) + depth] : 0
      if holds(byte) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
