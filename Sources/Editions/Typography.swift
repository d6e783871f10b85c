import Press

/// Words of others set for reading: no letter is changed.
///
/// Quotation marks of German texts become „ and “, spaces inside dates and figures do not break,
/// and the invisible marks that turn the direction of all that follows are left out.
enum Typography {
  /// The words as they are shown.
  static func set(_ text: String, in language: Language) -> String {
    set(text, in: language, isQuoted: false)
  }

  /// The words as they are shown between quotation marks: their own marks at both ends are left
  /// out, those inside become single ones.
  static func setQuoted(_ text: String, in language: Language) -> String {
    set(withoutOuterMarks(text), in: language, isQuoted: true)
  }

  private static func set(_ text: String, in language: Language, isQuoted: Bool) -> String {
    let bytes = Array(text.utf8)
    guard
      bytes.contains(where: {
        $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: ".") || $0 >= 0xC2 || isDigit($0)
      })
    else {
      return text
    }
    var setter = Setter(
      bytes: bytes, isGerman: language == .german || language == .unknown, isQuoted: isQuoted)
    return setter.set()
  }

  /// Text without the marks „ “ ” " « » at its two ends, where both are there.
  private static func withoutOuterMarks(_ text: String) -> String {
    let marks: Set<Unicode.Scalar> = ["\"", "„", "“", "”", "«", "»", "‟"]
    var scalars = Substring(text).unicodeScalars
    while let first = scalars.first, first == " " || first == "\n" || first == "\u{A0}" {
      scalars.removeFirst()
    }
    while let last = scalars.last, last == " " || last == "\n" || last == "\u{A0}" {
      scalars.removeLast()
    }
    guard let first = scalars.first, marks.contains(first) else { return String(scalars) }
    let inner = scalars.dropFirst()
    // „Ja“, sagte er, „nein“ has marks at both ends and is not one quotation.
    let count = inner.count { marks.contains($0) }
    if let last = inner.last, marks.contains(last), count == 1 { return String(inner.dropLast()) }
    return count == 0 ? String(inner) : String(scalars)
  }

  fileprivate static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}

/// One walk over a text's bytes.
private struct Setter {
  let bytes: [UInt8]
  let isGerman: Bool
  let isQuoted: Bool
  var out: [UInt8] = []

  init(bytes: [UInt8], isGerman: Bool, isQuoted: Bool) {
    self.bytes = bytes
    self.isGerman = isGerman
    self.isQuoted = isQuoted
    out.reserveCapacity(bytes.count + 16)
  }

  mutating func set() -> String {
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "\""):
        quote(at: index, length: 1)
        index += 1
      case 0x20 where isFixed(at: index):
        out += [0xC2, 0xA0]
        index += 1
      case 0xC2 where isByte(index + 1, 0xAB) || isByte(index + 1, 0xBB):
        quote(at: index, length: 2)
        index += 2
      case 0xE2 where isByte(index + 1, 0x80) && isByteIn(index + 2, 0x9C...0x9F):
        quote(at: index, length: 3)
        index += 3
      case 0xE2 where turnsDirection(at: index):
        index += 3
      default:
        out.append(byte)
        index += 1
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  private func isByte(_ index: Int, _ byte: UInt8) -> Bool {
    index < bytes.count && bytes[index] == byte
  }

  private func isByteIn(_ index: Int, _ range: ClosedRange<UInt8>) -> Bool {
    index < bytes.count && range.contains(bytes[index])
  }

  /// U+202A…U+202E and U+2066…U+2069.
  private func turnsDirection(at index: Int) -> Bool {
    (isByte(index + 1, 0x80) && isByteIn(index + 2, 0xAA...0xAE))
      || (isByte(index + 1, 0x81) && isByteIn(index + 2, 0xA6...0xA9))
  }

  /// A mark opens after a space, an opening bracket or nothing, unless a space follows it.
  private mutating func quote(at index: Int, length: Int) {
    guard isGerman else {
      out += bytes[index..<(index + length)]
      return
    }
    let next = index + length
    let spaceFollows = next >= bytes.count || bytes[next] <= 0x20
    let spaceBefore =
      index == 0 || bytes[index - 1] <= 0x20 || bytes[index - 1] == UInt8(ascii: "(")
      || bytes[index - 1] == UInt8(ascii: "[") || endsInDashOrSpace(before: index)
    // The low marks open wherever they stand.
    let isLow = length == 3 && (bytes[index + 2] == 0x9E || bytes[index + 2] == 0x9F)
    let opens = isLow || (spaceBefore && !spaceFollows)
    switch (opens, isQuoted) {
    case (true, false): out += [0xE2, 0x80, 0x9E]
    case (false, false): out += [0xE2, 0x80, 0x9C]
    case (true, true): out += [0xE2, 0x80, 0x9A]
    case (false, true): out += [0xE2, 0x80, 0x98]
    }
  }

  /// U+00A0, U+2013, U+2014.
  private func endsInDashOrSpace(before index: Int) -> Bool {
    if index >= 2, bytes[index - 2] == 0xC2, bytes[index - 1] == 0xA0 { return true }
    return index >= 3 && bytes[index - 3] == 0xE2 && bytes[index - 2] == 0x80
      && (bytes[index - 1] == 0x93 || bytes[index - 1] == 0x94)
  }

  /// Whether a line must not end at a space: after a number, after a day's dot, in "z. B.".
  private func isFixed(at index: Int) -> Bool {
    guard index > 0, index + 1 < bytes.count else { return false }
    let before = bytes[index - 1]
    let after = bytes[index + 1]
    if Typography.isDigit(before) {
      return isLetter(after) || after == UInt8(ascii: "%") || after == 0xE2
        || (Typography.isDigit(after) && index > 1)
    }
    guard before == UInt8(ascii: "."), index >= 2, isGerman else { return false }
    if Typography.isDigit(bytes[index - 2]) { return monthFollows(at: index + 1) }
    // One letter with a dot before another: "z. B.", "u. a.", "d. h."
    return isLetter(bytes[index - 2]) && (index == 2 || bytes[index - 3] <= 0x20)
      && isLetter(after) && isByte(index + 2, UInt8(ascii: "."))
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || byte == 0xC3
  }

  private func monthFollows(at index: Int) -> Bool {
    Self.months.contains { month in
      index + month.count <= bytes.count
        && bytes[index..<(index + month.count)].elementsEqual(month)
    }
  }

  private static let months = [
    "Jan", "Feb", "März", "Apr", "Mai", "Juni", "Juli", "Aug", "Sep", "Okt", "Nov", "Dez",
    "Jahrhundert",
  ].map { Array($0.utf8) }
}
