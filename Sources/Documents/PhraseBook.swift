import Languages

/// What a line may be furniture of; one bit for each list `furniture-*.txt`.
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

  static let named: [(list: StaticString, topic: Topics)] = [
    ("furniture-advertisement", .advertisement),
    ("furniture-agency", .agency),
    ("furniture-app", .app),
    ("furniture-author-note", .authorNote),
    ("furniture-broadcast", .broadcast),
    ("furniture-comments", .comments),
    ("furniture-consent", .consent),
    ("furniture-credit", .credit),
    ("furniture-embed", .embed),
    ("furniture-legal", .legal),
    ("furniture-meta", .meta),
    ("furniture-navigation", .navigation),
    ("furniture-newsletter", .newsletter),
    ("furniture-paywall", .paywall),
    ("furniture-related", .related),
    ("furniture-see-also", .seeAlso),
    ("furniture-share", .share),
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

/// The furniture phrases as hashes, so that a line is looked up by the hashes of its words.
struct PhraseBook: Sendable {
  static let shared = PhraseBook()

  private var wholes = TopicTable(capacity: 1_600)
  /// Phrases that open lines, and, marked as `isPart`, the beginnings of all phrases.
  private var openings = TopicTable(capacity: 4_000)
  private var closings = TopicTable()
  /// The last words of all phrases that close lines.
  private var lastWords = TopicTable()
  private static let longest = 8
  private static let isPart: UInt32 = 1 << 31

  init() {
    for (list, topic) in Topics.named {
      for phrase in PageWords.text(of: list).split(separator: 10) { enter(phrase, topic.rawValue) }
    }
  }

  private mutating func enter(_ phrase: ArraySlice<UInt8>, _ topic: UInt32) {
    var walk = WordWalk(phrase)
    var hash = WordWalk.seed
    var last: UInt64?
    while let word = walk.next() {
      if last != nil { openings.add(hash, Self.isPart) }
      hash = WordWalk.join(hash, word.hash)
      last = word.hash
    }
    wholes.add(hash, topic)
    if phrase.suffix(4).elementsEqual(" …".utf8) { openings.add(hash, topic) }
    if phrase.starts(with: "… ".utf8) {
      closings.add(hash, topic)
      if let last { lastWords.add(last) }
    }
  }

  /// Looks a line up; lines of more than `longest` words are only seen at their beginning and end.
  func match(_ line: ArraySlice<UInt8>) -> PhraseMatch {
    var hashes: [UInt64] = []
    WordWalk.append(hashesOf: line, to: &hashes)
    return match(line, words: hashes[...])
  }

  /// - Parameter words: the hashes of all words of the line.
  func match(_ line: ArraySlice<UInt8>, words: ArraySlice<UInt64>) -> PhraseMatch {
    var found = PhraseMatch()
    var hash = WordWalk.seed
    var count = 0
    for word in words.prefix(Self.longest) {
      hash = WordWalk.join(hash, word)
      count += 1
      let bits = openings[hash]
      let topics = Topics(rawValue: bits & ~Self.isPart)
      if !topics.isEmpty {
        if count > 1 || Self.hasColon(behindFirstWordOf: line) {
          found.opening.formUnion(topics)
        } else {
          found.firstWord.formUnion(topics)
        }
      }
      // No phrase begins like this.
      if bits == 0 { break }
    }
    if count == words.count { found.whole = Topics(rawValue: wholes[hash]) }
    if line.count <= 200, let last = words.last, lastWords.contains(last) { close(&found, words) }
    return found
  }

  private static func hasColon(behindFirstWordOf line: ArraySlice<UInt8>) -> Bool {
    var walk = WordWalk(line)
    guard let word = walk.next() else { return false }
    return line.indices.contains(word.end) && line[word.end] == UInt8(ascii: ":")
  }

  private func close(_ found: inout PhraseMatch, _ words: ArraySlice<UInt64>) {
    for count in 1...max(1, min(words.count, Self.longest)) {
      let hash = words.suffix(count).reduce(WordWalk.seed, WordWalk.join)
      found.closing.formUnion(Topics(rawValue: closings[hash]))
    }
  }
}
