/// Finds earlier items that share words with a new one, without looking at every pair.
struct LikenessIndex: Sendable {
  private var postings: [UInt64: [Int32]] = [:]
  private var count = 0

  /// How many items of a word are looked at: a word that is everywhere tells nothing, and work has
  /// to stay in proportion to what is new.
  private static let limit = 64

  /// Adds an item under its words; `room` keeps items of different kinds apart.
  mutating func add(_ item: Int, words: [UInt64], room: UInt64 = 0) {
    let number = Int32(clamping: item)
    count += 1
    for word in words {
      let key = Self.key(word, room)
      if (postings[key]?.count ?? 0) < Self.limit { postings[key, default: []].append(number) }
    }
  }

  /// Items that share at least `least` words, with how many, the likest first.
  func candidates(
    _ words: [UInt64], room: UInt64 = 0, least: Int = 2
  ) -> [(item: Int, common: Int)] {
    var counts: [Int32: Int] = [:]
    for word in words {
      guard let items = postings[Self.key(word, room)], !isEverywhere(items.count) else { continue }
      for item in items { counts[item, default: 0] += 1 }
    }
    return counts.filter { $0.value >= least }.map { (Int($0.key), $0.value) }.sorted {
      ($1.1, $0.0) < ($0.1, $1.0)
    }
  }

  /// The names of a story stand in every claim and make none of them alike.
  private func isEverywhere(_ items: Int) -> Bool {
    items >= Self.limit || (count >= 12 && items * 3 > count)
  }

  private static func key(_ word: UInt64, _ room: UInt64) -> UInt64 {
    (word ^ (room &* 0x9E37_79B9_7F4A_7C15)) &* 0x0000_0100_0000_01b3
  }
}
