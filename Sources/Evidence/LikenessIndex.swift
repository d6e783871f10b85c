/// Finds earlier items that share words with a new one, without looking at every pair.
struct LikenessIndex: Sendable {
  /// The items of a word, one behind the other, the last first; a free place counts none.
  private struct Posting: Sendable {
    var key: UInt64 = 0
    var last: Int32 = -1
    var count: Int32 = 0
  }
  /// An item of a word and the place of the one before it, or -1.
  private struct Link: Sendable {
    var item: Int32
    var before: Int32
  }

  /// Open addressing by key; a power of two.
  private var postings = Array(repeating: Posting(), count: 64)
  private var used = 0
  private var links: [Link] = []
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
      let place = place(of: key)
      let known = postings[place]
      guard known.count < Self.limit else { continue }
      postings[place] = Posting(
        key: key, last: Int32(truncatingIfNeeded: links.count), count: known.count + 1)
      links.append(Link(item: number, before: known.last))
      if known.count == 0 {
        used += 1
        if used * 2 > postings.count { grow() }
      }
    }
  }

  private func place(of key: UInt64) -> Int {
    let mask = postings.count &- 1
    var place = Int(truncatingIfNeeded: key ^ (key >> 32)) & mask
    while postings[place].count != 0, postings[place].key != key { place = (place &+ 1) & mask }
    return place
  }

  private mutating func grow() {
    let old = postings
    postings = Array(repeating: Posting(), count: old.count * 2)
    for posting in old where posting.count > 0 { postings[place(of: posting.key)] = posting }
  }

  /// Items that share at least `least` words, with how many, the likest first.
  func candidates(
    _ words: [UInt64], room: UInt64 = 0, least: Int = 2
  ) -> [(item: Int, common: Int)] {
    var items: [Int32] = []
    for word in words {
      let posting = postings[place(of: Self.key(word, room))]
      guard posting.count > 0, !isEverywhere(Int(posting.count)) else { continue }
      var at = posting.last
      while at >= 0 {
        items.append(links[Int(at)].item)
        at = links[Int(at)].before
      }
    }
    guard items.count >= least else { return [] }
    items.sort()
    var found: [(item: Int, common: Int)] = []
    var start = 0
    while start < items.count {
      var end = start + 1
      while end < items.count, items[end] == items[start] { end += 1 }
      if end - start >= least { found.append((Int(items[start]), end - start)) }
      start = end
    }
    return found.sorted { ($1.common, $0.item) < ($0.common, $1.item) }
  }

  /// The names of a story stand in every claim and make none of them alike.
  private func isEverywhere(_ items: Int) -> Bool {
    items >= Self.limit || (count >= 12 && items * 3 > count)
  }

  private static func key(_ word: UInt64, _ room: UInt64) -> UInt64 {
    (word ^ (room &* 0x9E37_79B9_7F4A_7C15)) &* 0x0000_0100_0000_01b3
  }
}
