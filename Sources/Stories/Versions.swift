/// Finds the earlier versions of an article by the mark in its address, see `AddressMark`.
///
/// Articles whose marks fall together are chained from the newest to the oldest: what leaves the window is
/// left out without being told, and two numbers of four bytes an article are all it takes.
struct Versions: Sendable {
  /// By the low bits of a mark the newest article with such a mark, counted from 1.
  private var newest: [UInt32] = []
  /// By slot the article before it in the chain.
  private var before: [UInt32] = []

  /// Makes room for so many slots, a power of two, and forgets all articles.
  mutating func clear(slots: Int) {
    newest = Array(repeating: 0, count: slots)
    before = Array(repeating: 0, count: slots)
  }

  /// Notes the newest article; one without a mark (0) is in no chain.
  mutating func note(_ mark: UInt64, of article: Int) {
    guard mark != 0, !newest.isEmpty else { return }
    let mask = newest.count - 1
    let place = Self.place(of: mark, mask)
    before[article & mask] = newest[place]
    newest[place] = UInt32(truncatingIfNeeded: article)
  }

  /// Calls `body` for the articles that may have a mark, the newest first, until it answers false; all
  /// from `oldest` on, `most` at most.
  func each(_ mark: UInt64, from oldest: Int, _ most: Int, _ body: (Int) -> Bool) {
    guard mark != 0, !newest.isEmpty else { return }
    let mask = newest.count - 1
    var article = Int(newest[Self.place(of: mark, mask)])
    var left = most
    while article >= oldest, left > 0, body(article) {
      left -= 1
      let next = Int(before[article & mask])
      // What stands there else is of an article that has long gone.
      guard next < article else { return }
      article = next
    }
  }

  private static func place(of mark: UInt64, _ mask: Int) -> Int {
    Int(truncatingIfNeeded: (mark &* 0x9e37_79b9_7f4a_7c15) >> 24) & mask
  }
}
