/// Patterns that tell where words may be divided, read from a file as TeX, Hunspell and libhyphen
/// know it (F. M. Liang, "Word Hy-phen-a-tion by Com-put-er", 1983).
///
/// A pattern is a stretch of letters with numbers between them; at every place of a word the
/// greatest number of all patterns that fit counts, and odd ones allow a division. A file may have
/// levels, parted by `NEXTLEVEL`: the first finds the parts of compounds, the next divides these.
package struct HyphenPatterns: Sendable {
  /// The patterns of one level by the hash of their letters.
  fileprivate struct Level: Sendable {
    var hashes = [UInt64](repeating: 0, count: 1 << 10)
    /// Where a pattern's numbers stand in `numbers`: their count, then one for every gap.
    var starts = [UInt32](repeating: 0, count: 1 << 10)
    var numbers: [UInt8] = []
    var count = 0
    var longest = 0
  }

  private var levels: [Level] = []

  /// Reads a file of patterns in Latin-1 or UTF-8; nil if it holds none.
  package init?(file: [UInt8]) {
    var level = Level()
    var isFirst = true
    var isLatin = true
    for line in file.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      if isFirst {
        isFirst = false
        isLatin = !line.elementsEqual("UTF-8".utf8)
      } else if line.elementsEqual("NEXTLEVEL".utf8) {
        levels.append(level)
        level = Level()
      } else if let pattern = Self.pattern(line, isLatin: isLatin) {
        level.add(pattern.letters, pattern.numbers)
      }
    }
    levels.append(level)
    levels.removeAll { $0.count == 0 }
    if levels.isEmpty { return nil }
  }

  /// UTF-8 offsets at which a word in UTF-8 may be divided, ascending. A word with letters beyond
  /// Latin-1 has none.
  package func places(in word: [UInt8]) -> [Int] {
    guard let letters = Self.latin(word[...]) else { return [] }
    var small = letters
    for index in small.indices {
      let byte = small[index]
      if (0x41...0x5A).contains(byte) || (0xC0...0xDE).contains(byte) && byte != 0xD7 {
        small[index] = byte | 0x20
      }
    }
    var cuts = [0, small.count]
    for level in levels {
      var found: [Int] = []
      for (from, to) in zip(cuts, cuts.dropFirst()) {
        found += level.places(in: small[from..<to]).map { $0 + from } + [to]
      }
      cuts = [0] + found
    }
    var offset = 0
    var ends = [0]
    for letter in letters {
      offset += letter < 0x80 ? 1 : 2
      ends.append(offset)
    }
    return cuts.dropFirst().dropLast().map { ends[$0] }
  }

  /// Letters and numbers of a line; nil for what is no pattern: comments, settings, divisions that
  /// change letters (`/`).
  private static func pattern(_ line: ArraySlice<UInt8>, isLatin: Bool) -> (
    letters: [UInt8], numbers: [UInt8]
  )? {
    guard let first = line.first, first != UInt8(ascii: "#"), first != UInt8(ascii: "%"),
      !(0x41...0x5A).contains(first), let bytes = isLatin ? Array(line) : latin(line),
      !bytes.contains(UInt8(ascii: "/"))
    else { return nil }
    var letters: [UInt8] = []
    var numbers: [UInt8] = [0]
    for byte in bytes {
      if (0x30...0x39).contains(byte) {
        numbers[numbers.count - 1] = byte - 0x30
      } else if byte > 0x20 {
        letters.append(byte)
        numbers.append(0)
      }
    }
    return letters.isEmpty ? nil : (letters, numbers)
  }

  /// UTF-8 as Latin-1; nil where it has other letters.
  private static func latin(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    var letters: [UInt8] = []
    letters.reserveCapacity(text.count)
    var index = text.startIndex
    while index < text.endIndex {
      let byte = text[index]
      if byte < 0x80 {
        letters.append(byte)
        index += 1
      } else {
        guard byte == 0xC2 || byte == 0xC3, index + 1 < text.endIndex else { return nil }
        letters.append((byte & 3) << 6 | text[index + 1] & 0x3F)
        index += 2
      }
    }
    return letters
  }
}

extension HyphenPatterns.Level {
  /// FNV-1a, letter by letter; never 0, which marks free room.
  private static let seed: UInt64 = 0xcbf2_9ce4_8422_2325
  private static func hash(_ hash: UInt64, _ letter: UInt8) -> UInt64 {
    (hash ^ UInt64(letter)) &* 0x0000_0100_0000_01b3
  }

  fileprivate mutating func add(_ letters: [UInt8], _ numbers: [UInt8]) {
    if count * 2 >= hashes.count { grow() }
    let hash = letters.reduce(Self.seed, Self.hash) | 1
    let slot = slot(hash)
    if hashes[slot] == 0 { count += 1 }
    hashes[slot] = hash
    starts[slot] = UInt32(self.numbers.count)
    self.numbers.append(UInt8(clamping: numbers.count))
    self.numbers += numbers
    longest = max(longest, letters.count)
  }

  private func slot(_ hash: UInt64) -> Int {
    let mask = hashes.count - 1
    var slot = Int(truncatingIfNeeded: hash >> 20) & mask
    while hashes[slot] != 0, hashes[slot] != hash { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let old = (hashes, starts)
    hashes = [UInt64](repeating: 0, count: old.0.count * 2)
    starts = [UInt32](repeating: 0, count: old.0.count * 2)
    for index in old.0.indices where old.0[index] != 0 {
      let slot = slot(old.0[index])
      hashes[slot] = old.0[index]
      starts[slot] = old.1[index]
    }
  }

  /// Places in a word of small letters at which this level divides it.
  fileprivate func places(in word: ArraySlice<UInt8>) -> [Int] {
    let framed = [UInt8(ascii: ".")] + word + [UInt8(ascii: ".")]
    var marks = [UInt8](repeating: 0, count: framed.count + 1)
    for start in framed.indices {
      var hash = Self.seed
      for end in start..<min(start + longest, framed.count) {
        hash = Self.hash(hash, framed[end])
        let slot = slot(hash | 1)
        guard hashes[slot] != 0 else { continue }
        let from = Int(starts[slot])
        for gap in 0..<Int(numbers[from]) where start + gap < marks.count {
          marks[start + gap] = max(marks[start + gap], numbers[from + 1 + gap])
        }
      }
    }
    // Gap 1 stands before the first letter.
    return (1..<max(1, word.count)).filter { marks[$0 + 1] & 1 == 1 }
  }
}
