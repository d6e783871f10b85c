/// How often words were met of late, and the newest article that holds each.
///
/// Open addressing; counts are halved every `lifetime` articles and what has faded is dropped, so
/// that the table stays as large as the language of the time, however long the desk runs.
struct WordTable: Sendable {
  static let lifetime = 1 << 15

  private(set) var keys: [UInt32]
  private(set) var counts: [Float]
  /// The newest article that holds the word, counted from 1; 0 where none does.
  private(set) var newest: [Int]
  private(set) var used = 0
  /// Articles counted, decayed like the words.
  private(set) var articles: Float = 0

  init() {
    keys = Array(repeating: 0, count: 1 << 12)
    counts = Array(repeating: 0, count: 1 << 12)
    newest = Array(repeating: 0, count: 1 << 12)
  }

  /// The word's place, or where it would stand.
  private func place(_ key: UInt32) -> Int {
    let mask = keys.count - 1
    var index = Int(truncatingIfNeeded: (key &* 0x9e37_79b1) >> 4) & mask
    while keys[index] != 0 && keys[index] != key { index = (index + 1) & mask }
    return index
  }

  func count(of key: UInt32) -> Float { counts[place(key)] }

  func newest(of key: UInt32) -> Int {
    let index = place(key)
    return keys[index] == key ? newest[index] : 0
  }

  /// Notes that an article holds a word and answers the article that held it before.
  mutating func note(_ key: UInt32, in article: Int) -> Int {
    var index = place(key)
    if keys[index] == 0 {
      if used &* 3 >= keys.count &* 2 {
        rebuild(size: keys.count * 2, oldest: 0)
        index = place(key)
      }
      keys[index] = key
      used += 1
    }
    counts[index] += 1
    let before = newest[index]
    newest[index] = article
    return before
  }

  /// Counts one more article; `oldest` is the oldest one that is still kept.
  mutating func nextArticle(oldest: Int) {
    articles += 1
    guard Int(articles) >= 2 * Self.lifetime else { return }
    articles /= 2
    for index in counts.indices { counts[index] /= 2 }
    rebuild(size: keys.count, oldest: oldest)
  }

  /// Sets the words anew, without those that have faded and stand in no kept article.
  private mutating func rebuild(size: Int, oldest: Int) {
    let before = (keys, counts, newest)
    keys = Array(repeating: 0, count: size)
    counts = Array(repeating: 0, count: size)
    newest = Array(repeating: 0, count: size)
    used = 0
    for index in before.0.indices where before.0[index] != 0 {
      guard before.2[index] >= oldest || before.1[index] >= 0.75 else { continue }
      let place = place(before.0[index])
      keys[place] = before.0[index]
      counts[place] = before.1[index]
      newest[place] = before.2[index]
      used += 1
    }
  }
}
