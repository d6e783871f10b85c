/// The different words of a line, as hashes in order: compared with those of other lines for every
/// heading of a page, where a `Set` would hash the hashes once more.
struct WordSet: Sendable, Hashable {
  private(set) var hashes: [UInt64] = []

  init() {}

  /// The words of a line, those of fewer bytes left out.
  init(_ line: ArraySlice<UInt8>, ofAtLeast bytes: Int = 1) {
    if bytes == 1 {
      WordWalk.append(hashesOf: line, to: &hashes)
    } else {
      var walk = WordWalk(line)
      while let word = walk.next() {
        if word.end - word.start >= bytes { hashes.append(word.hash) }
      }
    }
    order()
  }

  /// The words with these hashes.
  init(hashes: ArraySlice<UInt64>) {
    self.hashes = Array(hashes)
    order()
  }

  private mutating func order() {
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
  func contains(_ hash: UInt64) -> Bool {
    var low = 0
    var high = hashes.count
    while low < high {
      let middle = (low + high) / 2
      if hashes[middle] < hash { low = middle + 1 } else { high = middle }
    }
    return low < hashes.count && hashes[low] == hash
  }

  /// How many of some words stand in the set; words that come twice count twice.
  func count(of words: ArraySlice<UInt64>) -> Int { words.count { contains($0) } }

  /// How many words stand in both.
  func shared(with other: WordSet) -> Int {
    // A heading is looked up in a long text, not the text walked over for each heading.
    if other.hashes.count > 16 * hashes.count { return other.count(of: hashes[...]) }
    if hashes.count > 16 * other.hashes.count { return count(of: other.hashes[...]) }
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
