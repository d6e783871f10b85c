/// Reads words out of UTF-8 bytes, folded so that spellings of one word meet: lower case, umlauts
/// and accents gone ("Häuser", "Haeuser"), inflection cut off.
package struct WordReader: Sendable {
  struct Word: Sendable {
    /// Hash of the folded stem.
    var hash: UInt32
    /// First byte in the text.
    var offset: Int
    var isCapitalised: Bool
    var isNumber: Bool
    /// Folded letters before the stem was cut.
    var length: Int
    /// Hash of the first letters of a long word, where German compounds meet; 0 without.
    var head: UInt32
    /// Hashes of the two words a compound is made of; 0 without.
    var first: UInt32 = 0
    var second: UInt32 = 0
  }

  /// The folded bytes of the word being read.
  private var letters = FoldedLetters()

  /// Hashes of the runs of so many letters in the word being read, its ends marked; read on demand.
  func grams(_ widths: ClosedRange<Int>, _ body: (UInt32) -> Void) {
    let count = letters.count
    for width in widths where count + 1 >= width {
      for start in -1...(count - width + 1) {
        var hash: UInt32 = 0x9747_b28c
        for index in start..<start + width {
          let letter = index < 0 || index >= count ? 0x20 : letters[index]
          hash = (hash ^ UInt32(letter)) &* 0x0100_0193
        }
        hash ^= hash >> 15
        hash = hash &* 0x85eb_ca6b
        body(hash ^ hash >> 13)
      }
    }
  }

  /// Calls `body` for every word in order, until it answers false; answers how far it has read.
  ///
  /// Compounds are taken apart into words the vocabulary holds.
  @discardableResult
  mutating func read(
    _ bytes: [UInt8], in range: Range<Int>? = nil, vocabulary: WordTable? = nil,
    runs: ClosedRange<Int> = 3...5, grams: ((UInt32) -> Void)? = nil,
    _ body: (Word) -> Bool
  ) -> Int {
    var index = range?.lowerBound ?? 0
    let end = range?.upperBound ?? bytes.count
    let kinds = Self.kind
    while index < end {
      guard kinds[Int(bytes[index])] != 0 else {
        index += 1
        continue
      }
      guard var word = readWord(bytes, &index, end, kinds) else { continue }
      if let vocabulary, word.length >= 8, !word.isNumber { split(&word, vocabulary) }
      if let grams, !word.isNumber { self.grams(runs, grams) }
      if !body(word) { return index }
    }
    return end
  }

  /// Reads one word and moves `index` past it; nil where the bytes are no letters after all.
  private mutating func readWord(
    _ bytes: [UInt8], _ index: inout Int, _ end: Int, _ kinds: [UInt8]
  ) -> Word? {
    let start = index
    var isNumber = false
    var hasLetter = false
    var isCapitalised = false
    letters.removeAll()
    while index < end {
      let byte = bytes[index]
      switch kinds[Int(byte)] {
      case 1, 2:
        if letters.isEmpty { isCapitalised = kinds[Int(byte)] == 2 }
        hasLetter = true
        index = letters.appendPlain(
          bytes, from: index, upTo: min(end, index + 61 - letters.count))
        if letters.count > 60 { return finish(start, isCapitalised, isNumber && !hasLetter) }
        continue
      case 3:
        if letters.isEmpty { isNumber = true }
        letters.append(byte)
      case 4:
        let step = fold(bytes, index, &isCapitalised)
        guard step > 0 else {
          if letters.isEmpty { index += 1 }
          return finish(start, isCapitalised, isNumber && !hasLetter)
        }
        hasLetter = true
        index += step - 1
      default:
        // "11.000", "2,5" and "3:1" stay one number.
        let isInside =
          isNumber && !hasLetter && (byte == 0x2E || byte == 0x2C || byte == 0x3A)
          && index + 1 < end && kinds[Int(bytes[index + 1])] == 3
        guard isInside else { return finish(start, isCapitalised, isNumber && !hasLetter) }
        if byte == 0x3A { letters.append(byte) }
        if byte != 0x3A && !isGrouping(bytes, index) { letters.append(0x2E) }
      }
      index += 1
      if letters.count > 60 { break }
    }
    return finish(start, isCapitalised, isNumber && !hasLetter)
  }

  /// Whether exactly three digits follow a point or comma, as between thousands.
  private func isGrouping(_ bytes: [UInt8], _ index: Int) -> Bool {
    var digits = 0
    var at = index + 1
    while at < bytes.count, Self.kind[Int(bytes[at])] == 3, digits < 4 {
      digits += 1
      at += 1
    }
    return digits == 3
  }

  private mutating func finish(_ start: Int, _ isCapitalised: Bool, _ isNumber: Bool) -> Word? {
    let length = letters.count
    guard length > 0 else { return nil }
    if isNumber {
      return Word(
        hash: letters.hash(upTo: length), offset: start, isCapitalised: false, isNumber: true,
        length: length, head: 0)
    }
    let head: UInt32 =
      length >= WordWeight.headFrom ? letters.hash(upTo: WordWeight.headLength) ^ 0x5bd1_e995 : 0
    return Word(
      hash: letters.hash(upTo: letters.stemLength(length)), offset: start,
      isCapitalised: isCapitalised, isNumber: false, length: length, head: head)
  }

  /// Finds the two known words a long one is made of.
  private func split(_ word: inout Word, _ vocabulary: WordTable) {
    let end = letters.stemLength(letters.count)
    guard letters.count >= 8, end >= 7 else { return }
    var best = WordTable.unfamiliar
    for middle in 4...min(letters.count - 4, end - 3) {
      let first = letters.hash(upTo: letters.stemLength(middle))
      let known = vocabulary.familiarity(of: first)
      guard known > best, !StopWords.contains(first) else { continue }
      let second = letters.hash(middle..<end)
      let count = min(known, vocabulary.familiarity(of: second))
      guard count > best, !StopWords.contains(second) else { continue }
      best = count
      word.first = first
      word.second = second
    }
  }
}

extension WordReader {
  /// The hashes of a text's content words, each once.
  package static func contentWords(_ bytes: [UInt8]) -> Set<UInt32> {
    var reader = WordReader()
    var found: Set<UInt32> = []
    reader.read(bytes) {
      if !StopWords.contains($0.hash) { found.insert($0.hash) }
      return true
    }
    return found
  }

  /// The hash under which a word appears among the words read.
  static func hash(_ word: String) -> UInt32 {
    var reader = WordReader()
    var found: UInt32 = 0
    reader.read(Array(word.utf8)) {
      found = $0.hash
      return false
    }
    return found
  }

  /// What a byte begins: 1 lower case, 2 upper case, 3 digit, 4 a character of several bytes.
  private static let kind: [UInt8] = (0..<256).map { byte in
    switch UInt8(byte) {
    case UInt8(ascii: "a")...UInt8(ascii: "z"): 1
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): 2
    case UInt8(ascii: "0")...UInt8(ascii: "9"): 3
    case 0xC2...0xF4: 4
    default: 0
    }
  }

  /// Folds the character of several bytes at `index` into the letters and answers its length; 0
  /// where it is no letter.
  private mutating func fold(_ bytes: [UInt8], _ index: Int, _ isCapitalised: inout Bool) -> Int {
    let lead = bytes[index]
    let second = index + 1 < bytes.count ? bytes[index + 1] : 0
    guard second & 0xC0 == 0x80 else { return 0 }
    switch lead {
    case 0xC2: return second == 0xAD ? 2 : 0
    case 0xC3:
      if second == 0x97 || second == 0xB7 { return 0 }
      if letters.isEmpty && second < 0x9F { isCapitalised = true }
      let small = second | 0x20
      switch second == 0x9F ? 0x9F : small {
      case 0x9F: letters.append(UInt8(ascii: "s"), UInt8(ascii: "s"))
      case 0xA4, 0xA6: letters.append(UInt8(ascii: "a"), UInt8(ascii: "e"))
      case 0xB6, 0xB8: letters.append(UInt8(ascii: "o"), UInt8(ascii: "e"))
      case 0xBC: letters.append(UInt8(ascii: "u"), UInt8(ascii: "e"))
      default: letters.append(Self.latin1[Int(small) - 0xA0])
      }
      return 2
    case 0xC4, 0xC5:
      if letters.isEmpty { isCapitalised = second & 1 == 0 }
      letters.append(Self.latinExtended[(Int(lead) - 0xC4) * 64 + Int(second & 0x3F)])
      return 2
    case 0xC6...0xDF:
      letters.append(lead, second)
      return 2
    case 0xE2:
      return 0
    case 0xE0...0xEF:
      guard index + 2 < bytes.count, bytes[index + 2] & 0xC0 == 0x80 else { return 0 }
      letters.append(lead, second)
      letters.append(bytes[index + 2])
      return 3
    default: return 0
    }
  }

  /// Base letters of U+00E0…U+00FF.
  private static let latin1 = Array("aaaaaaaceeeeiiiidnooooo.ouuuuypy".utf8)
  /// Base letters of U+0100…U+017F.
  private static let latinExtended = Array(
    ("aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
      + "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs").utf8)
}
