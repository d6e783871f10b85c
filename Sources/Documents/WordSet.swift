/// The different words of a line, as hashes in order: compared with those of other lines for every
/// heading of a page, where a `Set` would hash the hashes once more.
struct WordSet: Sendable, Hashable {
  private var hashes: [UInt64] = []

  init() {}

  /// The words of a line, those of fewer bytes left out.
  init(_ line: ArraySlice<UInt8>, ofAtLeast bytes: Int = 1) {
    var walk = WordWalk(line)
    while let word = walk.next() {
      if word.end - word.start >= bytes { hashes.append(word.hash) }
    }
    hashes.sort()
    var kept = 0
    for hash in hashes where kept == 0 || hash != hashes[kept - 1] {
      hashes[kept] = hash
      kept += 1
    }
    hashes.removeSubrange(kept...)
  }

  init(_ text: String) { self.init(Array(text.utf8)[...]) }

  var count: Int { hashes.count }
  var isEmpty: Bool { hashes.isEmpty }

  /// Whether a word stands in the set, by its hash.
  func contains(_ hash: UInt64) -> Bool { hashes.contains(hash) }

  /// How many words stand in both.
  func shared(with other: WordSet) -> Int {
    var found = 0
    var (mine, theirs) = (0, 0)
    while mine < hashes.count, theirs < other.hashes.count {
      if hashes[mine] == other.hashes[theirs] {
        found += 1
        mine += 1
        theirs += 1
      } else if hashes[mine] < other.hashes[theirs] {
        mine += 1
      } else {
        theirs += 1
      }
    }
    return found
  }

  func isSubset(of other: WordSet) -> Bool { shared(with: other) == count }
}
