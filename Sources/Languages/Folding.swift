/// The folding under which words are compared: lower case, umlauts written out (`ä` → `ae`,
/// `ß` → `ss`), other accents dropped (`é` → `e`).
///
/// Letters beyond Latin keep their UTF-8 bytes; Greek and Cyrillic ones are lower-cased.
public enum Folding {
  /// The folded bytes of a stretch of UTF-8; broken sequences are kept byte by byte.
  public static func fold(_ utf8: some Collection<UInt8>) -> [UInt8] {
    fold(utf8, germanUmlauts: true)
  }

  /// Whether a word begins with folded bytes.
  static func begins(_ utf8: [UInt8], _ word: Range<Int>, with bytes: [UInt8]) -> Bool {
    var at = word.lowerBound
    var next = 0
    while next < bytes.count {
      guard at < word.upperBound else { return false }
      let byte = utf8[at]
      if byte < 0x80 {
        guard byte &- 0x41 < 26 ? byte | 0x20 == bytes[next] : byte == bytes[next] else {
          return false
        }
        next += 1
        at += 1
        continue
      }
      let scalar = Scalar(utf8, at)
      guard let latin = latin(scalar.value) else {
        return fold(utf8[word]).starts(with: bytes)
      }
      guard UInt8(truncatingIfNeeded: latin) == bytes[next] else { return false }
      next += 1
      if latin > 0xFF, next < bytes.count {
        guard UInt8(truncatingIfNeeded: latin >> 8) == bytes[next] else { return false }
        next += 1
      }
      at += scalar.length
    }
    return true
  }

  /// The 64-bit hash of a word after folding; `Word.hash` of the same letters.
  public static func hash(_ utf8: some Collection<UInt8>) -> UInt64 {
    var hash = WordHash.seed
    for byte in fold(utf8) { hash = WordHash.mix(hash, byte) }
    return hash
  }

  /// The folded bytes; without `germanUmlauts` the letters ä ö ü ß only lose their case, as the
  /// German stemmer wants them.
  static func fold(_ utf8: some Collection<UInt8>, germanUmlauts: Bool) -> [UInt8] {
    if let plain = utf8.withContiguousStorageIfAvailable(plainFold) ?? nil { return plain }
    let bytes = Array(utf8)
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count + 4)
    var at = 0
    while at < bytes.count {
      let byte = bytes[at]
      if byte < 0x80 {
        out.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
        at += 1
        continue
      }
      let scalar = Scalar(bytes, at)
      if !germanUmlauts, let kept = Self.lowerUmlaut(scalar.value) {
        out.append(0xC3)
        out.append(kept)
      } else if scalar.value == 0x308 {
        appendDiaeresis(to: &out, germanUmlauts: germanUmlauts)
      } else {
        append(scalar, of: bytes, at: at, to: &out)
      }
      at += scalar.length
    }
    return out
  }

  /// ASCII in small letters; nil where other letters stand.
  private static func plainFold(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    var all: UInt8 = 0
    for byte in bytes { all |= byte }
    guard all < 0x80 else { return nil }
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    for byte in bytes { out.append(byte &- 0x41 < 26 ? byte | 0x20 : byte) }
    return out
  }

  private static func append(_ scalar: Scalar, of bytes: [UInt8], at: Int, to out: inout [UInt8]) {
    if let latin = Self.latin(scalar.value) {
      out.append(UInt8(truncatingIfNeeded: latin))
      if latin > 0xFF { out.append(UInt8(truncatingIfNeeded: latin >> 8)) }
    } else if scalar.isIgnorable {
      return
    } else if scalar.length == 2, let lower = scalar.lowerCased {
      out.append(0xC0 | UInt8(truncatingIfNeeded: lower >> 6))
      out.append(0x80 | UInt8(truncatingIfNeeded: lower & 0x3F))
    } else {
      out.append(contentsOf: bytes[at..<Swift.min(at + scalar.length, bytes.count)])
    }
  }

  private static func lowerUmlaut(_ value: UInt32) -> UInt8? {
    switch value {
    case 0xC4, 0xE4: 0xA4
    case 0xD6, 0xF6: 0xB6
    case 0xDC, 0xFC: 0xBC
    case 0xDF: 0x9F
    default: nil
    }
  }

  /// A combining diaeresis turns the letter before it into an umlaut.
  private static func appendDiaeresis(to out: inout [UInt8], germanUmlauts: Bool) {
    guard let last = out.last else { return }
    if germanUmlauts {
      if [UInt8(ascii: "a"), UInt8(ascii: "o"), UInt8(ascii: "u")].contains(last) {
        out.append(UInt8(ascii: "e"))
      }
      return
    }
    let second: UInt8
    switch last {
    case UInt8(ascii: "a"): second = 0xA4
    case UInt8(ascii: "o"): second = 0xB6
    case UInt8(ascii: "u"): second = 0xBC
    default: return
    }
    out.removeLast()
    out.append(0xC3)
    out.append(second)
  }

  /// One or two ASCII letters for a Latin letter of U+00C0…U+017F or U+1E9E, low byte first;
  /// nil for all others.
  static func latin(_ value: UInt32) -> UInt16? {
    if value == 0x1E9E { return latinTable[0xDF - 0xC0] }
    guard value >= 0xC0, value <= 0x17F else { return nil }
    let folded = latinTable[Int(value - 0xC0)]
    return folded == 0 ? nil : folded
  }

  /// The same for a letter of two bytes of UTF-8.
  @inline(__always) static func latin(_ lead: UInt8, _ last: UInt8) -> UInt16? {
    latin(UInt32(lead & 0x1F) << 6 | UInt32(last & 0x3F))
  }

  /// How many letters a word is folded to, where all are ASCII or Latin ones of two bytes; else nil.
  static func latinCount(_ word: Word, in utf8: [UInt8]) -> Int? {
    guard word.marks.contains(.hasAccent) else { return word.length }
    let letters = utf8.span.extracting(word.range)
    var count = 0
    var at = 0
    while at < letters.count {
      let byte = letters[at]
      at &+= 1
      count &+= 1
      guard byte >= 0x80 else { continue }
      guard byte >= 0xC3, byte <= 0xC5, at < letters.count, letters[at] & 0xC0 == 0x80,
        let latin = latin(byte, letters[at])
      else { return nil }
      at &+= 1
      if latin > 0xFF { count &+= 1 }
    }
    return count
  }

  /// U+00C0…U+017F in order; a space stands for what is no letter.
  private static let latinTable: [UInt16] = {
    let letters =
      "a a a a ae a ae c e e e e i i i i d n o o o o oe - o u u u ue y th ss "
      + "a a a a ae a ae c e e e e i i i i d n o o o o oe - o u u u ue y th y "
      + "a a a a a a c c c c c c c c d d d d e e e e e e e e e e g g g g g g g g "
      + "h h h h i i i i i i i i i i ij ij j j k k k l l l l l l l l l l n n n n n n n n n "
      + "o o o o o o oe oe r r r r r r s s s s s s s s t t t t t t "
      + "u u u u u u u u u u u u w w y y y z z z z z z s"
    return letters.split(separator: " ").map { part in
      let bytes = Array(part.utf8)
      if bytes == [UInt8(ascii: "-")] { return 0 }
      return UInt16(bytes[0]) | (bytes.count > 1 ? UInt16(bytes[1]) << 8 : 0)
    }
  }()
}

/// FNV-1a over folded bytes.
enum WordHash {
  static let seed: UInt64 = 0xcbf2_9ce4_8422_2325

  @inline(__always) static func mix(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
  }

  /// The hash of a phrase from the hash of its beginning and that of the next word.
  @inline(__always) static func join(_ phrase: UInt64, _ word: UInt64) -> UInt64 {
    ((phrase << 5 | phrase >> 59) ^ word) &* 0x9E37_79B9_7F4A_7C15
  }
}

/// One code point read from UTF-8; a broken sequence is one byte long and no letter.
struct Scalar {
  let value: UInt32
  let length: Int

  @inline(__always) init(_ bytes: [UInt8], _ at: Int) {
    self.init(bytes.span, at)
  }

  @inline(__always) init(_ bytes: Span<UInt8>, _ at: Int) {
    let first = UInt32(bytes[at])
    func next(_ distance: Int) -> UInt32? {
      let place = at &+ distance
      guard place < bytes.count, bytes[place] & 0xC0 == 0x80 else { return nil }
      return UInt32(bytes[place] & 0x3F)
    }
    if first < 0x80 {
      (value, length) = (first, 1)
    } else if first >= 0xC2, first < 0xE0, let second = next(1) {
      (value, length) = ((first & 0x1F) << 6 | second, 2)
    } else if first >= 0xE0, first < 0xF0, let second = next(1), let third = next(2) {
      (value, length) = ((first & 0x0F) << 12 | second << 6 | third, 3)
    } else if first >= 0xF0, first < 0xF5, let second = next(1), let third = next(2),
      let fourth = next(3)
    {
      (value, length) = ((first & 0x07) << 18 | second << 12 | third << 6 | fourth, 4)
    } else {
      (value, length) = (0xFFFD, 1)
    }
  }

  /// Soft hyphens, joiners, variation selectors and combining marks: part of a word, not compared.
  var isIgnorable: Bool {
    switch value {
    case 0xAD, 0x300...0x36F, 0x200B...0x200D, 0x2060, 0xFE00...0xFE0F, 0xFEFF: true
    default: false
    }
  }

  var isSpace: Bool {
    switch value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F,
      0x3000:
      true
    default: false
    }
  }

  /// Vulgar fractions, which are numbers of their own.
  var isFraction: Bool {
    switch value {
    case 0xBC...0xBE, 0x2150...0x215E: true
    default: false
    }
  }

  /// Whether words are made of it. Blocks stand for their letters: no table of categories is worth
  /// its weight here.
  var isLetter: Bool {
    switch value {
    case 0x41...0x5A, 0x61...0x7A: true
    case 0...0xBF: value == 0xAA || value == 0xB5 || value == 0xBA
    case 0xD7, 0xF7: false
    case 0xC0...0x2AF: true
    case 0x300...0x36F: true
    case 0x370...0x1FFF: value != 0x37E && value != 0x387 && !isSpace
    case 0x2000...0x2BFF, 0x2E00...0x3003, 0x3008...0x3020, 0xD800...0xF8FF: false
    case 0xFE00...0xFE6F, 0xFEFF...0xFF20, 0xFFF0...0xFFFF: false
    case 0x1F000...0x1FAFF, 0xE0000...: false
    default: true
    }
  }

  var isUpper: Bool {
    switch value {
    case 0x41...0x5A: true
    case 0xC0...0xDE: value != 0xD7
    case 0x100...0x137: value & 1 == 0
    case 0x139...0x148: value & 1 == 1
    case 0x14A...0x177: value & 1 == 0
    case 0x178, 0x179, 0x17B, 0x17D, 0x1E9E: true
    case 0x386...0x38F, 0x391...0x3AB, 0x400...0x42F: true
    case 0x460...0x52F: value & 1 == 0
    default: false
    }
  }

  /// The lower-case letter of a Greek or Cyrillic capital.
  var lowerCased: UInt32? {
    switch value {
    case 0x391...0x3AB, 0x410...0x42F: value + 0x20
    case 0x400...0x40F: value + 0x50
    default: nil
    }
  }
}
