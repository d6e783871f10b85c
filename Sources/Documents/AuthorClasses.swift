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
    if strongEnds.contains(where: { ends(word, with: $0) }) { return 4 }
    return weakEnds.contains { ends(word, with: $0) } ? 2 : 0
  }

  private static func ends(_ word: ArraySlice<UInt8>, with ending: StaticString) -> Bool {
    ending.withUTF8Buffer { ending in
      guard word.count >= ending.count else { return false }
      var place = word.endIndex - ending.count
      for byte in ending {
        let given = word[place]
        if (given &- 0x41 < 26 ? given | 0x20 : given) != byte { return false }
        place += 1
      }
      return true
    }
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
      if 1 << (UInt32(byte) & 31) & endings != 0 {
        switch (last, byte) {
        case (0x75, 0x74), (0x62, 0x79), (0x66, 0x6E), (0x77, 0x72): return true
        default: break
        }
      }
      last = byte
    }
    return false
  }

  private static let endings: UInt32 = 1 << 14 | 1 << 18 | 1 << 20 | 1 << 25

  private static let strongEnds: [StaticString] = [
    "author-name", "authorname", "author__name", "byline__name",
  ]
  private static let weakEnds: [StaticString] = ["author", "byline", "autor"]

  private static let table: TopicTable = {
    var table = TopicTable()
    for (word, strength) in words { table.add(hash(word.utf8), 1 << strength) }
    return table
  }()

  private static let words: [(String, UInt32)] = [
    ("author", 3), ("byline", 3), ("autor", 3), ("fn", 3), ("authors", 3), ("autoren", 3),
    ("p-author", 4), ("article-author", 3), ("post-author", 3), ("entry-author", 3),
    ("author-link", 3), ("bypostauthor", 0), ("comment-author", 0), ("byline-author", 4),
    ("author-name", 5), ("name-author", 4), ("writer", 3),
  ]
}
