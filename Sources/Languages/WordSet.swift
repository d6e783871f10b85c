/// Hashes of single words the rules name, in open addressing.
struct WordSet: Sendable {
  private var slots: [UInt64]
  private let mask: Int

  init(_ words: String) {
    let hashes = words.split(separator: " ").map { Folding.hash($0.utf8) }
    var size = 8
    while size < hashes.count * 3 { size *= 2 }
    slots = Array(repeating: 0, count: size)
    mask = size - 1
    for hash in hashes { slots[place(of: hash)] = hash }
  }

  @inline(__always) func contains(_ word: Word) -> Bool {
    word.kind == .word && slots[place(of: word.hash)] != 0
  }

  func contains(hash: UInt64) -> Bool { slots[place(of: hash)] != 0 }

  @inline(__always) private func place(of hash: UInt64) -> Int {
    var place = Int(truncatingIfNeeded: hash ^ (hash >> 32)) & mask
    while slots[place] != 0, slots[place] != hash { place = (place &+ 1) & mask }
    return place
  }
}

/// What the ends of words tell, read in one walk from the last letter.
struct WordEndings: Sendable {
  private var table = TagTable()
  private var longest = 0
  /// Longer endings begin with these letters.
  private static let goesOn = Tags(rawValue: 1 << 31)

  mutating func add(_ folded: [UInt8], _ tag: Tags) {
    var hash = WordHash.seed
    for byte in folded.reversed() {
      if hash != WordHash.seed { table.add(hash, Self.goesOn) }
      hash = WordHash.mix(hash, byte)
    }
    longest = Swift.max(longest, folded.count)
    table.add(hash, tag)
  }

  /// The tags of all endings of a folded word that leave at least `rest` bytes before them.
  func tags(of folded: [UInt8], leaving rest: Int) -> Tags {
    var tags: Tags = []
    walk(folded, leaving: rest) { _, found in tags.formUnion(found) }
    return tags.subtracting(Self.goesOn)
  }

  /// The length of the longest ending that carries a tag.
  func longest(_ tag: Tags, of folded: [UInt8], leaving rest: Int) -> Int? {
    var length: Int?
    walk(folded, leaving: rest) { at, found in if found.contains(tag) { length = at } }
    return length
  }

  /// Takes over the endings of another table.
  mutating func add(_ other: WordEndings) {
    longest = Swift.max(longest, other.longest)
    table.add(other.table)
  }

  /// Calls a body with the length and tags of each ending of a folded word, the shortest first.
  @inline(__always) func each(
    of folded: [UInt8], leaving rest: Int, _ body: (Int, Tags) -> Void
  ) {
    walk(folded, leaving: rest) { length, found in body(length, found.subtracting(Self.goesOn)) }
  }

  /// As above for a word of a text made of Latin letters; `Folding.latinCount` tells. Endings that only
  /// begin longer ones are passed over.
  @inline(__always) func each(
    ofLatin word: Word, in utf8: [UInt8], _ body: (Int, Tags) -> Void
  ) {
    var hash = WordHash.seed
    var length = 0
    var at = word.end
    // The first letter of two that an umlaut is folded to: read last.
    var kept: UInt8 = 0
    while length < longest {
      if kept != 0 {
        hash = WordHash.mix(hash, kept)
        kept = 0
      } else {
        guard at > word.start else { return }
        at &-= 1
        let byte = utf8[at]
        if byte < 0x80 {
          hash = WordHash.mix(hash, byte &- 0x41 < 26 ? byte | 0x20 : byte)
        } else {
          at &-= 1
          let latin = Folding.latin(utf8[at], byte) ?? 0
          let last = latin > 0xFF ? latin >> 8 : latin
          if latin > 0xFF { kept = UInt8(truncatingIfNeeded: latin) }
          hash = WordHash.mix(hash, UInt8(truncatingIfNeeded: last))
        }
      }
      length &+= 1
      let found = table[hash]
      guard found.rawValue != Self.goesOn.rawValue else { continue }
      guard !found.isEmpty else { return }
      body(length, found.subtracting(Self.goesOn))
      guard found.contains(Self.goesOn) else { return }
    }
  }

  @inline(__always) private func walk(
    _ folded: [UInt8], leaving rest: Int, _ body: (Int, Tags) -> Void
  ) {
    var hash = WordHash.seed
    var length = 0
    while length < longest, length < folded.count - rest {
      hash = WordHash.mix(hash, folded[folded.count - 1 - length])
      length += 1
      let found = table[hash]
      guard !found.isEmpty else { return }
      body(length, found)
      guard found.contains(Self.goesOn) else { return }
    }
  }
}
