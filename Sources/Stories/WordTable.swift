/// How often words were met of late, and the newest article that holds each.
///
/// Open addressing; counts are halved every `lifetime` articles and what has faded is dropped, so
/// that the table stays as large as the language of the time, however long the desk runs.
struct WordTable: Sendable {
  static let lifetime = 1 << 15

  private(set) var keys: [UInt32]
  private(set) var counts: [Float]
  /// The newest article that holds the word, counted from 1, and in the low six bits the word's
  /// index there; 0 where none does.
  private(set) var newest: [Int]
  private(set) var used = 0
  /// Counts that fade within about a day, and the article at which each was last right.
  private(set) var recent: [Float]
  /// Articles counted, decayed like the words.
  private(set) var articles: Float = 0

  init() {
    keys = Array(repeating: 0, count: 1 << 12)
    counts = Array(repeating: 0, count: 1 << 12)
    newest = Array(repeating: 0, count: 1 << 12)
    recent = Array(repeating: 0, count: 1 << 12)
  }

  /// The word's place, or where it would stand.
  private func place(_ key: UInt32) -> Int {
    let mask = keys.count - 1
    var index = Int(truncatingIfNeeded: (key &* 0x9e37_79b1) >> 4) & mask
    while keys[index] != 0 && keys[index] != key { index = (index + 1) & mask }
    return index
  }

  func count(of key: UInt32) -> Float { counts[place(key)] }

  /// Both counts of a word, with `article` the one that is being read.
  func counts(of key: UInt32, at article: Int) -> (all: Float, recent: Float) {
    let index = place(key)
    guard keys[index] == key else { return (0, 0) }
    return (counts[index], recent[index] * Self.fade(article - (newest[index] >> 6)))
  }

  /// What is left of a recent count after so many articles.
  private static func fade(_ articles: Int) -> Float {
    let steps = Float(max(0, min(articles, 60_000))) / WordWeight.recentLife
    return steps >= 24 ? 0 : halves[Int(steps * 8)]
  }

  /// Powers of one half by eighths.
  private static let halves: [Float] = {
    var value: Float = 1
    return (0..<200).map { _ in
      defer { value *= 0.917_004 }
      return value
    }
  }()

  func newest(of key: UInt32) -> WordPlace {
    let index = place(key)
    guard keys[index] == key else { return WordPlace(article: 0, index: 0) }
    return WordPlace(article: newest[index] >> 6, index: newest[index] & 63)
  }

  /// Notes that an article holds a word and answers the article that held it before.
  mutating func note(_ key: UInt32, in new: WordPlace) -> WordPlace {
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
    let before = WordPlace(article: newest[index] >> 6, index: newest[index] & 63)
    recent[index] = 1 + recent[index] * Self.fade(new.article - before.article)
    newest[index] = new.article << 6 | new.index
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
    let before = (keys, counts, newest, recent)
    keys = Array(repeating: 0, count: size)
    counts = Array(repeating: 0, count: size)
    newest = Array(repeating: 0, count: size)
    recent = Array(repeating: 0, count: size)
    used = 0
    for index in before.0.indices where before.0[index] != 0 {
      guard before.2[index] >> 6 >= oldest || before.1[index] >= 0.75 else { continue }
      let place = place(before.0[index])
      keys[place] = before.0[index]
      counts[place] = before.1[index]
      newest[place] = before.2[index]
      recent[place] = before.3[index]
      used += 1
    }
  }
}

extension WordTable {
  func write(to writer: inout DeskWriter) {
    writer.put(articles)
    writer.put(keys.count)
    writer.put(list: keys.indices.filter { keys[$0] != 0 }) { writer, index in
      writer.put(UInt32(index))
      writer.put(keys[index])
      writer.put(counts[index])
      writer.put(recent[index])
      writer.put(newest[index])
    }
  }

  /// Nil where the bytes are no table.
  init?(from reader: inout DeskReader) {
    self.init()
    articles = reader.float()
    guard articles >= 0, articles < 1e9 else { return nil }
    let size = reader.int()
    guard size.nonzeroBitCount == 1, size >= 1 << 12, size <= 1 << 26, !reader.isBroken else {
      return nil
    }
    keys = Array(repeating: 0, count: size)
    counts = Array(repeating: 0, count: size)
    newest = Array(repeating: 0, count: size)
    recent = Array(repeating: 0, count: size)
    let length = reader.length()
    guard length * 3 <= size * 2 + 3 else { return nil }
    for _ in 0..<length {
      let index = Int(reader.uint32())
      guard !reader.isBroken, index < size else { return nil }
      keys[index] = reader.uint32()
      counts[index] = reader.float()
      recent[index] = reader.float()
      newest[index] = reader.int()
      guard counts[index].isFinite, recent[index].isFinite, newest[index] >= 0 else { return nil }
    }
    used = length
  }
}
