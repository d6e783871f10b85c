/// Patterns that tell where words may be divided, read from a file as TeX, Hunspell and libhyphen
/// know it (F. M. Liang, "Word Hy-phen-a-tion by Com-put-er", 1983).
///
/// A pattern is a stretch of letters with numbers between them; at every place of a word the
/// greatest number of all patterns that fit counts, and odd ones allow a division. A file may have
/// levels, parted by `NEXTLEVEL`: the first finds the parts of compounds, the next divides these.
package struct HyphenPatterns: Sendable {
  /// The patterns of one level by the hash of their letters.
  fileprivate struct Level: Sendable {
    var hashes: [UInt64]
    /// Where a pattern's numbers stand in `numbers`: their count, then one for every gap.
    var starts: [UInt32]
    var numbers: [UInt8] = []
    var count = 0
    /// The longest pattern that begins with two or four letters, by their hash, so that what no
    /// pattern begins with is not looked for.
    var reach = [UInt8](repeating: 0, count: 1 << 16)

    /// - Parameter room: patterns it is likely to hold.
    init(room: Int) {
      var slots = 1 << 10
      while slots < room * 2 { slots *= 2 }
      hashes = [UInt64](repeating: 0, count: slots)
      starts = [UInt32](repeating: 0, count: slots)
      numbers.reserveCapacity(room * 9)
    }
  }

  private var levels: [Level] = []

  /// Reads a file of patterns in Latin-1 or UTF-8; nil if it holds none.
  package init?(file: [UInt8]) {
    let bytes = file.span
    var level = Level(room: file.count / 14)
    var isFirst = true
    var isLatin = true
    var start = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
      let line = bytes.extracting(start..<end)
      start = end + 1
      if line.isEmpty { continue }
      if isFirst {
        isFirst = false
        isLatin = !Self.equals(line, "UTF-8")
      } else if Self.equals(line, "NEXTLEVEL") {
        levels.append(level)
        level = Level(room: (file.count - end) / 14)
      } else {
        level.add(line, isLatin: isLatin)
      }
    }
    levels.append(level)
    levels.removeAll { $0.count == 0 }
    if levels.isEmpty { return nil }
  }

  private static func equals(_ line: Span<UInt8>, _ word: StaticString) -> Bool {
    guard line.count == word.utf8CodeUnitCount else { return false }
    return word.withUTF8Buffer { word in word.indices.allSatisfy { word[$0] == line[$0] } }
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

  private static func reachSlot(_ hash: UInt64) -> Int {
    Int(truncatingIfNeeded: hash ^ hash >> 24) & 0xFFFF
  }

  /// Adds the pattern of a line. What is no pattern is passed over: comments, settings, divisions
  /// that change letters (`/`), letters beyond Latin-1.
  fileprivate mutating func add(_ line: Span<UInt8>, isLatin: Bool) {
    let first = line[0]
    if first == UInt8(ascii: "#") || first == UInt8(ascii: "%") || (0x41...0x5A).contains(first) {
      return
    }
    let start = numbers.count
    numbers.append(0)
    numbers.append(0)
    guard let (hash, pair, four, length) = read(line, isLatin: isLatin), length > 0 else {
      numbers.removeSubrange(start...)
      return
    }
    numbers[start] = UInt8(clamping: length + 1)
    for hash in [pair, four] where hash != 0 {
      let slot = Self.reachSlot(hash)
      reach[slot] = max(reach[slot], UInt8(clamping: length))
    }
    if count * 2 >= hashes.count { grow() }
    let slot = slot(hash | 1)
    if hashes[slot] == 0 { count += 1 }
    hashes[slot] = hash | 1
    starts[slot] = UInt32(start)
  }

  /// The hash of a line's letters and of the first two and four of them, 0 where there are not so
  /// many, and how many there are. Its numbers go to the end of `numbers`, in which the one before
  /// the first letter stands already.
  private mutating func read(_ line: Span<UInt8>, isLatin: Bool) -> (
    hash: UInt64, pair: UInt64, four: UInt64, length: Int
  )? {
    var hash = Self.seed
    var (pair, four): (UInt64, UInt64) = (0, 0)
    var length = 0
    var index = 0
    while index < line.count {
      var byte = line[index]
      index += 1
      if (0x30...0x39).contains(byte) {
        numbers[numbers.count - 1] = byte - 0x30
        continue
      }
      if byte <= 0x20 { continue }
      if byte == UInt8(ascii: "/") { return nil }
      if !isLatin, byte >= 0x80 {
        guard byte == 0xC2 || byte == 0xC3, index < line.count else { return nil }
        byte = (byte & 3) << 6 | line[index] & 0x3F
        index += 1
      }
      hash = Self.hash(hash, byte)
      numbers.append(0)
      length += 1
      if length == 2 { pair = hash }
      if length == 4 { four = hash }
    }
    return (hash, pair, four, length)
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
      var last = framed.count
      var end = start
      while end < last {
        hash = Self.hash(hash, framed[end])
        end += 1
        if end - start == 2 || end - start == 4 {
          last = min(last, max(end, start + Int(reach[Self.reachSlot(hash)])))
        }
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
