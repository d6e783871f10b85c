import Press
import Synchronization

/// How the tokens of texts are written, each way of writing once, with what is known of it: most tokens of a text
/// stood in one before it, and all that follows from their letters alone need not be found out again.
///
/// Nothing depends on what it holds: a reading with an empty one finds the same.
struct Spellings: Sendable {
  /// A token as it is written.
  struct Spelling: Sendable {
    /// The first eight bytes, and the last eight of more than eight: with the length all of sixteen.
    fileprivate var head: UInt64
    fileprivate var tail: UInt64
    fileprivate var length: UInt32
    /// Where a longer one stands in `letters`.
    fileprivate var place: UInt32
    /// As in `Word`, without what stands before it.
    var hash: UInt64
    var marks: Word.Marks
  }

  private(set) var all: [Spelling] = []
  private var letters: [UInt8] = []
  /// The place in `all` of each slot's spelling, counted from 1; 0 for a free one.
  private var slots: [UInt32] = []
  private var german = SpellingFactsTable(language: .german)
  private var english = SpellingFactsTable(language: .english)
  private var worths = NameWorths()

  /// Beyond so many the next text begins anew.
  private static let most = 1 << 16
  /// Marks of one ASCII byte have the byte's place.
  private static let marks = 128

  // MARK: From text to text

  private static let pool = Mutex<[Spellings]>([])

  /// Lends those of former texts for the reading of one; several at once get one each. What a text of
  /// very many spellings has swollen is not kept.
  static func lend<Result>(_ body: (inout Spellings) -> Result) -> Result {
    var spellings = pool.withLock { $0.popLast() } ?? Spellings()
    defer {
      if spellings.all.count <= 2 * Self.most {
        pool.withLock { if $0.count < 2 { $0.append(spellings) } }
      }
    }
    return body(&spellings)
  }

  /// Forgets all where there are too many.
  mutating func begin() {
    if slots.isEmpty { slots = Array(repeating: 0, count: 1 << 12) }
    guard all.count > Self.most || all.isEmpty else { return }
    all.removeAll(keepingCapacity: true)
    letters.removeAll(keepingCapacity: true)
    for slot in slots.indices { slots[slot] = 0 }
    german.removeAll()
    english.removeAll()
    worths.removeAll()
    for byte in 0..<Self.marks {
      all.append(
        Spelling(
          head: UInt64(byte), tail: 0, length: 1, place: 0,
          hash: WordHash.mix(WordHash.seed, UInt8(byte)), marks: []))
    }
  }

  /// Words that are cut already, with their spellings.
  mutating func spelled(_ words: Words) -> Words {
    begin()
    let bytes = words.utf8.span
    var all = words.all
    for index in all.indices {
      let word = all[index]
      let first = bytes[word.start]
      all[index].spelling =
        word.kind == .punctuation && first < 0x80
        ? UInt32(first)
        : place(
          of: SpellingKey(bytes, word.start, word.end), bytes, hash: word.hash,
          marks: word.marks.subtracting([.afterSpace, .afterLine, .afterParagraph]))
    }
    return Words(words.utf8, all: all)
  }

  // MARK: Facts

  /// Marks words that have their spellings by a language's lists.
  mutating func mark(_ words: Words, _ language: Language) -> MarkedWords {
    language == .english
      ? english.mark(words, count: all.count) : german.mark(words, count: all.count)
  }

  /// What a language's lists say of each spelling that was marked.
  func facts(_ language: Language) -> [SpellingFacts] {
    language == .english ? english.facts : german.facts
  }

  /// What the spellings are worth for the name model, to be given back.
  mutating func takeWorths(_ model: NameModel) -> NameWorths {
    var taken = NameWorths()
    swap(&taken, &worths)
    taken.reserve(all.count, model)
    return taken
  }

  mutating func giveBack(_ taken: NameWorths) { worths = taken }

  // MARK: Look-up

  /// The place of a spelling; nil where it is new.
  @inline(__always) func place(of key: SpellingKey, _ bytes: Span<UInt8>) -> UInt32? {
    var slot = Int(truncatingIfNeeded: key.hash) & (slots.count &- 1)
    while true {
      let place = slots[slot]
      guard place != 0 else { return nil }
      if isSame(all[Int(place) &- 1], key, bytes) { return place &- 1 }
      slot = (slot &+ 1) & (slots.count &- 1)
    }
  }

  /// The place of a spelling, which is noted where it is new.
  mutating func place(
    of key: SpellingKey, _ bytes: Span<UInt8>, hash: UInt64, marks: Word.Marks
  ) -> UInt32 {
    if let place = place(of: key, bytes) { return place }
    let place = UInt32(truncatingIfNeeded: all.count)
    var spelling = Spelling(
      head: key.head, tail: key.tail, length: key.length, place: 0, hash: hash, marks: marks)
    if key.length > 16 {
      spelling.place = UInt32(truncatingIfNeeded: letters.count)
      for at in key.start..<key.start &+ Int(key.length) { letters.append(bytes[at]) }
    }
    all.append(spelling)
    if all.count * 2 > slots.count { grow() }
    put(place, hash: key.hash)
    return place
  }

  @inline(__always) private func isSame(
    _ spelling: Spelling, _ key: SpellingKey, _ bytes: Span<UInt8>
  ) -> Bool {
    guard spelling.head == key.head, spelling.tail == key.tail, spelling.length == key.length
    else { return false }
    return key.length <= 16 || isSame(Int(spelling.place), key, bytes)
  }

  private func isSame(_ place: Int, _ key: SpellingKey, _ bytes: Span<UInt8>) -> Bool {
    for at in 0..<Int(key.length) where letters[place &+ at] != bytes[key.start &+ at] {
      return false
    }
    return true
  }

  private mutating func put(_ place: UInt32, hash: UInt64) {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count &- 1)
    while slots[slot] != 0 { slot = (slot &+ 1) & (slots.count &- 1) }
    slots[slot] = place &+ 1
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    for place in Self.marks..<all.count - 1 {
      let spelling = all[place]
      put(
        UInt32(place),
        hash: spelling.length > 16
          ? SpellingKey.hash(letters.span, Int(spelling.place), Int(spelling.length))
          : SpellingKey.hash(spelling.head, spelling.tail, spelling.length))
    }
  }
}

/// A token's bytes as they are compared.
struct SpellingKey {
  let head: UInt64
  let tail: UInt64
  let start: Int
  let length: UInt32
  let hash: UInt64

  @inline(__always) init(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) {
    self.start = start
    length = UInt32(truncatingIfNeeded: end &- start)
    if length > 8 {
      head = EightBytes.load(bytes, start)
      tail = EightBytes.load(bytes, end &- 8)
    } else {
      head = EightBytes.load(bytes, start, upTo: end)
      tail = 0
    }
    hash =
      length > 16
      ? Self.hash(bytes, start, Int(length)) : Self.hash(head, tail, length)
  }

  @inline(__always) static func hash(_ head: UInt64, _ tail: UInt64, _ length: UInt32) -> UInt64 {
    var hash = (head ^ (tail &* 0x9E37_79B9_7F4A_7C15)) &+ UInt64(length)
    hash = (hash ^ hash >> 32) &* 0xBF58_476D_1CE4_E5B9
    return hash ^ hash >> 29
  }

  static func hash(_ bytes: Span<UInt8>, _ start: Int, _ length: Int) -> UInt64 {
    var hash = UInt64(truncatingIfNeeded: length)
    for at in start..<start &+ length { hash = WordHash.mix(hash, bytes[at]) }
    return hash ^ hash >> 32
  }
}
