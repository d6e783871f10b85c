import Languages

/// Words in a class by which the name of an author is known.
enum AuthorClasses {
  /// How surely one of the words names an author, 0…5.
  static func strength(of value: ArraySlice<UInt8>) -> Int8 {
    var best: UInt32 = 0
    var start = value.startIndex
    let end = min(value.endIndex, start + 300)
    while start < end {
      let next = value[start..<end].firstIndex(of: 0x20) ?? end
      if next > start { best = max(best, strength(ofWord: value[start..<next])) }
      start = next + 1
    }
    return Int8(truncatingIfNeeded: best)
  }

  private static func strength(ofWord word: ArraySlice<UInt8>) -> UInt32 {
    // Bits stand for strengths: the lowest for 0.
    let known = table[hash(word)]
    if known != 0 { return UInt32(truncatingIfNeeded: 31 - known.leadingZeroBitCount) }
    return endings.first { ends(word, with: $0.ending) }?.strength ?? 0
  }

  private static func ends(_ word: ArraySlice<UInt8>, with ending: ArraySlice<UInt8>) -> Bool {
    guard word.count >= ending.count else { return false }
    var place = word.endIndex
    for byte in ending.reversed() {
      place -= 1
      let given = word[place]
      if (given &- 0x41 < 26 ? given | 0x20 : given) != byte { return false }
    }
    return true
  }

  private static func hash(_ word: some Sequence<UInt8>) -> UInt64 {
    word.reduce(WordWalk.seed) {
      ($0 ^ UInt64($1 &- 0x41 < 26 ? $1 | 0x20 : $1)) &* 0x0000_0100_0000_01b3
    }
  }

  /// Whether `ut`, `by`, `fn` or `wr` stands in the value, as in all words looked for.
  static func mayNameAuthor(_ value: ArraySlice<UInt8>) -> Bool {
    let span = value.span
    var last: UInt8 = 0
    for place in span.indices {
      let byte = span[place] | 0x20
      // Most letters are none of the four: `n`, `r`, `t`, `y`.
      if 1 << (UInt32(byte) & 31) & lastLetters != 0 {
        switch (last, byte) {
        case (0x75, 0x74), (0x62, 0x79), (0x66, 0x6E), (0x77, 0x72): return true
        default: break
        }
      }
      last = byte
    }
    return false
  }

  /// Whether a part of an address, but the last, says that authors have their pages there.
  static func leadsToAuthor(_ address: ArraySlice<UInt8>) -> Bool {
    let parts = address.prefix(300).split(separator: UInt8(ascii: "/"))
    return parts.dropLast().contains { part in paths.contains { part.elementsEqual($0) } }
  }

  private static let paths = PageWords.text(of: "page-author-paths").split(separator: 10)

  private static let lastLetters: UInt32 = 1 << 14 | 1 << 18 | 1 << 20 | 1 << 25

  private static let table: TopicTable = {
    var table = TopicTable()
    for entry in entries where entry.word.first != UInt8(ascii: "*") {
      table.add(hash(entry.word), 1 << entry.strength)
    }
    return table
  }()

  /// How words end that the table does not hold, the surest first.
  private static let endings: [(ending: ArraySlice<UInt8>, strength: UInt32)] =
    entries.filter { $0.word.first == UInt8(ascii: "*") }.map { ($0.word.dropFirst(), $0.strength) }
    .sorted { $0.strength > $1.strength }

  /// The list: digit, space, word.
  private static let entries: [(word: ArraySlice<UInt8>, strength: UInt32)] =
    PageWords.text(of: "page-author-classes").split(separator: 10).compactMap { line in
      guard let digit = line.first, digit &- 0x30 < 6, line.count > 2 else { return nil }
      return (line.dropFirst(2), UInt32(digit &- 0x30))
    }
}
