import Languages

/// What a line may be furniture of; one bit for each list of `FurnitureWords`.
struct Topics: OptionSet, Sendable, Hashable {
  let rawValue: UInt32

  static let advertisement = Topics(rawValue: 1 << 0)
  static let agency = Topics(rawValue: 1 << 1)
  static let app = Topics(rawValue: 1 << 2)
  static let authorNote = Topics(rawValue: 1 << 3)
  static let broadcast = Topics(rawValue: 1 << 4)
  static let comments = Topics(rawValue: 1 << 5)
  static let consent = Topics(rawValue: 1 << 6)
  static let credit = Topics(rawValue: 1 << 7)
  static let embed = Topics(rawValue: 1 << 8)
  static let legal = Topics(rawValue: 1 << 9)
  static let meta = Topics(rawValue: 1 << 10)
  static let navigation = Topics(rawValue: 1 << 11)
  static let newsletter = Topics(rawValue: 1 << 12)
  static let paywall = Topics(rawValue: 1 << 13)
  static let related = Topics(rawValue: 1 << 14)
  static let seeAlso = Topics(rawValue: 1 << 15)
  static let share = Topics(rawValue: 1 << 16)

  static let named: [(name: String, topic: Topics)] = [
    ("advertisement", .advertisement), ("agency", .agency), ("app", .app),
    ("author-note", .authorNote), ("broadcast", .broadcast), ("comments", .comments),
    ("consent", .consent), ("credit", .credit), ("embed", .embed), ("legal", .legal),
    ("meta", .meta), ("navigation", .navigation), ("newsletter", .newsletter),
    ("paywall", .paywall), ("related", .related), ("see-also", .seeAlso), ("share", .share),
  ]
}

/// How a line begins and reads, seen through the lists of furniture.
struct PhraseMatch: Sendable, Hashable {
  /// The line is one of the phrases from end to end.
  var whole: Topics = []
  /// The line begins with a phrase of two words or more, or with one word and a colon.
  var opening: Topics = []
  /// The line begins with a phrase of one word.
  var firstWord: Topics = []
  /// The line ends with a phrase.
  var closing: Topics = []

  var any: Topics { whole.union(opening).union(closing) }
}

/// The furniture phrases as hashes, so that a line is looked up in one walk over its words.
struct PhraseBook: Sendable {
  static let shared = PhraseBook()

  private let wholes: TopicTable
  private let openings: TopicTable
  private let closings: TopicTable
  /// The last words of all phrases that close lines.
  private let lastWords: TopicTable
  private static let longest = 8

  init() {
    var wholes: [UInt64: UInt32] = [:]
    var openings: [UInt64: UInt32] = [:]
    var closings: [UInt64: UInt32] = [:]
    var lastWords: [UInt64: UInt32] = [:]
    for (name, topic) in Topics.named {
      for phrase in FurnitureWords.phrases(of: name) {
        let parts = phrase.split(separator: " ")
        let hash = Self.hash(parts.filter { $0 != "…" }.joined(separator: " "))
        wholes[hash, default: 0] |= topic.rawValue
        if parts.last == "…" { openings[hash, default: 0] |= topic.rawValue }
        if parts.first == "…" {
          closings[hash, default: 0] |= topic.rawValue
          if let last = Self.hashes(phrase[...]).last { lastWords[last] = 1 }
        }
      }
    }
    self.wholes = TopicTable(wholes)
    self.openings = TopicTable(openings)
    self.closings = TopicTable(closings)
    self.lastWords = TopicTable(lastWords)
  }

  private static func hash(_ words: String) -> UInt64 {
    hashes(words[...]).reduce(WordWalk.seed, WordWalk.join)
  }

  private static func hashes(_ words: Substring) -> [UInt64] {
    var walk = WordWalk(Array(words.utf8)[...])
    var out: [UInt64] = []
    while let word = walk.next() { out.append(word.hash) }
    return out
  }

  /// Looks a line up; lines of more than `longest` words are only seen at their beginning and end.
  func match(_ line: ArraySlice<UInt8>) -> PhraseMatch {
    var found = PhraseMatch()
    var walk = WordWalk(line)
    var hash = WordWalk.seed
    var last: UInt64 = 0
    var count = 0
    while let word = walk.next() {
      count += 1
      if count <= Self.longest {
        hash = WordWalk.join(hash, word.hash)
        let topics = Topics(rawValue: openings[hash])
        if !topics.isEmpty {
          if count > 1 || line.indices.contains(word.end) && line[word.end] == UInt8(ascii: ":") {
            found.opening.formUnion(topics)
          } else {
            found.firstWord.formUnion(topics)
          }
        }
      } else if line.count > 200 {
        break
      }
      last = word.hash
    }
    if count <= Self.longest { found.whole = Topics(rawValue: wholes[hash]) }
    if line.count <= 200, lastWords[last] != 0 { close(&found, line) }
    return found
  }

  private func close(_ found: inout PhraseMatch, _ line: ArraySlice<UInt8>) {
    var walk = WordWalk(line)
    var words: [UInt64] = []
    while let word = walk.next() { words.append(word.hash) }
    for count in 1...max(1, min(words.count, Self.longest)) {
      let hash = words.suffix(count).reduce(WordWalk.seed, WordWalk.join)
      found.closing.formUnion(Topics(rawValue: closings[hash]))
    }
  }
}

/// Walks over the words of a line: runs of letters and digits, lower-cased as far as Latin-1 goes,
/// without soft hyphens. A hash stands for each.
struct WordWalk {
  static let seed: UInt64 = 0xcbf2_9ce4_8422_2325
  private let bytes: ArraySlice<UInt8>
  private var at: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    at = bytes.startIndex
  }

  static func join(_ hash: UInt64, _ word: UInt64) -> UInt64 {
    (hash ^ word) &* 0x9e37_79b9_7f4a_7c15 ^ (hash >> 29)
  }

  struct Word {
    var start: Int
    var end: Int
    var hash: UInt64
    /// Begins with a lower-case letter.
    var isLower: Bool
  }

  mutating func next() -> Word? {
    let base = bytes.startIndex
    let found = Self.word(in: bytes.span, from: at &- base)
    guard let found else {
      at = bytes.endIndex
      return nil
    }
    at = found.end &+ base
    return Word(start: found.start &+ base, end: at, hash: found.hash, isLower: found.isLower)
  }

  @inline(__always)
  private static func word(in line: Span<UInt8>, from first: Int) -> Word? {
    let end = line.count
    var place = first
    while place < end, !isLetter(line, place) { place &+= width(line[place]) }
    guard place < end else { return nil }
    let start = place
    let letter = line[place]
    let isLower =
      letter &- 0x61 < 26 || letter == 0xC3 && place &+ 1 < end && line[place &+ 1] >= 0x9F
    var hash = seed
    while place < end {
      let byte = line[place]
      if byte < 0x80 {
        guard (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 else { break }
        mix(&hash, byte &- 0x41 < 26 ? byte | 0x20 : byte)
        place &+= 1
        continue
      }
      guard isLetter(line, place) else { break }
      let low = place &+ 1 < end ? line[place &+ 1] : 0
      if byte == 0xC3, low != 0 {
        mix(&hash, byte)
        mix(&hash, low >= 0x80 && low <= 0x9E ? low &+ 0x20 : low)
        place &+= 2
      } else if byte == 0xC2, low == 0xAD {
        place &+= 2
      } else {
        mix(&hash, byte)
        place &+= 1
      }
    }
    return Word(start: start, end: min(place, end), hash: hash, isLower: isLower)
  }

  @inline(__always)
  private static func mix(_ hash: inout UInt64, _ byte: UInt8) {
    hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
  }

  @inline(__always)
  private static func width(_ byte: UInt8) -> Int {
    byte < 0xC0 || byte >= 0xF0 ? 1 : byte < 0xE0 ? 2 : 3
  }

  /// Letters, digits, `©`, and every character beyond ASCII that is no punctuation or space.
  @inline(__always)
  private static func isLetter(_ line: Span<UInt8>, _ place: Int) -> Bool {
    let byte = line[place]
    if byte < 0x80 { return (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 }
    let next = place &+ 1 < line.count ? line[place &+ 1] : 0
    switch byte {
    case 0xC2: return next == 0xA9 || next == 0xAD || next == 0xAA || next == 0xBA || next == 0xB5
    case 0xE2: return next != 0x80 && next != 0x81 && next != 0x86 && next != 0x96 && next != 0x97
    case 0xEF: return next != 0xBB && next != 0xBF
    default: return true
    }
  }
}
