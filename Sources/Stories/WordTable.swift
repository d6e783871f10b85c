/// How often words were met of late, and the newest articles that hold each.
///
/// Open addressing; counts are halved every `lifetime` articles and what has faded is dropped, so
/// that the table stays as large as the language of the time, however long the desk runs.
struct WordTable: Sendable {
  static let lifetime = 1 << 15

  private struct Entry: Sendable {
    var key: UInt32 = 0
    var count: Float = 0
    /// A count that fades within about a day, right as of `newest`.
    var recent: Float = 0
    /// The newest article that held the word, counted from 1; 0 where none did.
    var newest: UInt32 = 0
    var holders = Holders.Ring()
  }

  private var entries: [Entry]
  /// The long-run table, kept here for it is asked for most pairs of letters.
  private let levels = RarityTable.levels
  /// A bit for each word that was met oftener than `unfamiliar`, by its hash: most pairs of letters
  /// asked for are no words, and the entries lie far apart.
  private var familiar = Array(repeating: UInt64(0), count: 1 << 14)
  private(set) var holders = Holders()
  private(set) var used = 0
  /// Articles counted, decayed like the words.
  private(set) var articles: Float = 0

  init() { entries = Array(repeating: Entry(), count: 1 << 12) }

  /// The word's place, or where it would stand.
  private func place(_ key: UInt32) -> Int {
    let mask = entries.count - 1
    var index = home(key)
    while entries[index].key != 0 && entries[index].key != key { index = (index + 1) & mask }
    return index
  }

  /// Where a word stands if nothing else does.
  @inline(__always)
  private func home(_ key: UInt32) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9e37_79b1) >> 4) & (entries.count - 1)
  }

  /// What a word must be met oftener than to be taken for a part of another.
  static let unfamiliar: Float = 1.5

  /// How well a word is known, of late and in the long run; 0 where it is `unfamiliar`.
  func familiarity(of key: UInt32) -> Float {
    let level = levels[RarityTable.bucket(of: key)]
    let (word, bit) = Self.bit(of: key)
    guard level > 0 || familiar[word] & bit != 0 else { return 0 }
    return entries[place(key)].count + WordWeight.known * Float(level)
  }

  private static func bit(of key: UInt32) -> (word: Int, bit: UInt64) {
    (Int(key >> 6) & (1 << 14 - 1), 1 << UInt64(key & 63))
  }

  private mutating func noteFamiliar(_ entry: Entry) {
    guard entry.count > Self.unfamiliar else { return }
    let (word, bit) = Self.bit(of: entry.key)
    familiar[word] |= bit
  }

  /// Both counts of a word, with `article` the one that is being read.
  func counts(of key: UInt32, at article: Int) -> (all: Float, recent: Float) {
    let entry = entries[place(key)]
    guard entry.key == key else { return (0, 0) }
    return (entry.count, entry.recent * Self.fade(article - Int(entry.newest)))
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

  /// Where the newest articles that hold a word stand among `holders`, see there.
  @inline(__always)
  func newest(of key: UInt32, _ most: Int) -> (late: Range<Int>, early: Range<Int>) {
    let entry = entries[place(key)]
    return entry.key == key ? holders.newest(of: entry.holders, most) : (0..<0, 0..<0)
  }

  /// Counts a word of a new article.
  mutating func note(_ key: UInt32, in new: Holders.Holder, oldest: Int) {
    var index = place(key)
    if entries[index].key == 0 {
      if used &* 3 >= entries.count &* 2 {
        widen()
        index = place(key)
      }
      entries[index].key = key
      used += 1
    }
    entries[index].count += 1
    let age = Int(new.article) - Int(entries[index].newest)
    entries[index].recent = 1 + entries[index].recent * Self.fade(age)
    entries[index].newest = new.article
    noteFamiliar(entries[index])
    hold(index, new, oldest: oldest)
  }

  private mutating func hold(_ index: Int, _ holder: Holders.Holder, oldest: Int) {
    holders.add(
      holder, to: &entries[index].holders, oldest: UInt32(truncatingIfNeeded: oldest))
  }

  /// Counts one more article; `oldest` is the oldest one that is still kept.
  mutating func nextArticle(oldest: Int) {
    articles += 1
    guard Int(articles) >= 2 * Self.lifetime else { return }
    articles /= 2
    tidy(oldest: oldest)
  }

  /// Halves the counts, and lets words go that have faded and stand in no kept article.
  ///
  /// In place: a second table this large would leave a hole in memory for good.
  private mutating func tidy(oldest: Int) {
    for index in entries.indices where entries[index].key != 0 { entries[index].count /= 2 }
    var index = 0
    while index < entries.count {
      let entry = entries[index]
      let isFaded = entry.newest < oldest && entry.count < 0.75
      // What takes the place of one that goes may have faded too.
      if entry.key != 0 && isFaded { remove(at: index) } else { index += 1 }
    }
    familiar = Array(repeating: 0, count: familiar.count)
    for entry in entries where entry.key != 0 { noteFamiliar(entry) }
    drawTogether(oldest: UInt32(truncatingIfNeeded: oldest))
  }

  /// Leaves no gaps between the rings of the words.
  private mutating func drawTogether(oldest: UInt32) {
    // Where each ring stands, and behind that its word.
    var rings: [UInt64] = []
    rings.reserveCapacity(used)
    for (index, entry) in entries.enumerated() {
      if let place = entry.holders.place { rings.append(UInt64(place) << 32 | UInt64(index)) }
    }
    rings.sort()
    var end = 0
    for ring in rings {
      let index = Int(ring & 0xffff_ffff)
      end = holders.drawDown(&entries[index].holders, to: end, oldest: oldest)
    }
    holders.cut(from: end)
  }

  /// Empties a place, and moves words up that are found no more across a gap.
  private mutating func remove(at place: Int) {
    let mask = entries.count - 1
    var gap = place
    var next = (gap + 1) & mask
    while entries[next].key != 0 {
      // A word stays where its own place is behind the gap.
      let distance = (next - home(entries[next].key)) & mask
      if distance >= (next - gap) & mask {
        entries[gap] = entries[next]
        gap = next
      }
      next = (next + 1) & mask
    }
    entries[gap] = Entry()
    used -= 1
  }

  private mutating func widen() {
    let before = entries
    entries = Array(repeating: Entry(), count: before.count * 2)
    for entry in before where entry.key != 0 { entries[place(entry.key)] = entry }
  }
}

extension WordTable {
  /// Writes the counts; the articles that hold the words are told by the index.
  func write(to writer: inout DeskWriter) {
    writer.put(articles)
    writer.put(entries.count)
    writer.put(list: entries.indices.filter { entries[$0].key != 0 }) { writer, index in
      writer.put(UInt32(index))
      writer.put(entries[index].key)
      writer.put(entries[index].count)
      writer.put(entries[index].recent)
      writer.put(entries[index].newest)
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
    entries = Array(repeating: Entry(), count: size)
    let length = reader.length()
    guard length * 3 <= size * 2 + 3 else { return nil }
    for _ in 0..<length {
      let index = Int(reader.uint32())
      guard !reader.isBroken, index < size else { return nil }
      entries[index] = Entry(
        key: reader.uint32(), count: reader.float(), recent: reader.float(),
        newest: reader.uint32())
      noteFamiliar(entries[index])
      guard entries[index].count.isFinite, entries[index].recent.isFinite else { return nil }
    }
    used = length
  }

  /// Notes an article that was counted before the table was written, the oldest first.
  mutating func restore(_ key: UInt32, in holder: Holders.Holder) {
    let index = place(key)
    if entries[index].key == key { hold(index, holder, oldest: 0) }
  }
}
