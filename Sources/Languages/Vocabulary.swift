import Press

/// What a word can be the beginning of; the finders look closer only where a tag says so.
struct Tags: OptionSet, Sendable, Hashable {
  let rawValue: UInt32

  static let function = Tags(rawValue: 1)
  static let numeral = Tags(rawValue: 2)
  static let hedge = Tags(rawValue: 4)
  static let measure = Tags(rawValue: 8)
  static let time = Tags(rawValue: 16)
  static let label = Tags(rawValue: 32)
  static let firstName = Tags(rawValue: 64)
  static let place = Tags(rawValue: 128)
  static let organisation = Tags(rawValue: 256)
  static let title = Tags(rawValue: 512)
  /// Ends of words.
  static let noun = Tags(rawValue: 1024)
  static let nounEnding = Tags(rawValue: 2048)
  static let street = Tags(rawValue: 4096)
  /// "jeder" before an ordinal: a share.
  static let share = Tags(rawValue: 8192)
  /// An agency's sign in small letters.
  static let agency = Tags(rawValue: 16384)
  /// Only begins sentences in capitals: a sign of translation elsewhere.
  static let opensSentences = Tags(rawValue: 1 << 15)
  /// An English word that no German text needs.
  static let foreign = Tags(rawValue: 1 << 16)
  /// A compound with a word of time.
  static let mayHoldTime = Tags(rawValue: 1 << 17)
  /// Says that a thing is not sure.
  static let isHedge = Tags(rawValue: 1 << 18)
  /// What surrounds it may show that a machine translated the text.
  static let maySignTranslation = Tags(rawValue: 1 << 19)
  /// Begins as the first word of a rule of status does.
  static let mayOpenStatus = Tags(rawValue: 1 << 20)
  /// A verb of the past, and a word that looks ahead, as sentences of time go by them.
  static let past = Tags(rawValue: 1 << 21)
  static let future = Tags(rawValue: 1 << 22)
  /// Its endings were read.
  static let isRead = Tags(rawValue: 1 << 30)
}

/// The word lists of one language that several finders share, read once.
final class Vocabulary: Sendable {
  let isGerman: Bool
  let functionWords: Lexicon
  let numerals: Lexicon
  let hedges: Lexicon
  let measures: Lexicon
  let times: Lexicon
  /// Ends of street names.
  let streets: StreetEndings
  /// The tags of all words that begin an entry.
  private let table: TagTable

  static func of(_ language: Language) -> Vocabulary {
    language == .english ? english : german
  }

  private static let german = Vocabulary(.german)
  private static let english = Vocabulary(.english)

  private init(_ language: Language) {
    isGerman = language == .german
    var table = TagTable()
    func read(_ name: String, _ tag: Tags) -> Lexicon {
      let list = WordList(language, name)
      table.add(list, tag)
      return Lexicon(list)
    }
    functionWords = read("function-words", .function)
    numerals = read("numerals", .numeral)
    hedges = read("hedges", .hedge)
    measures = read("measures", .measure)
    times = read("times", .time)
    streets = StreetEndings(WordList(language, "streets"))
    _ = read("labels", .label)
    table.add(WordList(language, "first-names"), .firstName)
    if isGerman {
      table.add(words: "jeder jede jedes jeden jedem", .share)
      for entry in WordList(language, "translation-words").entries {
        if entry.attributes.contains("opener") {
          table.add(words: entry.phrase, .opensSentences)
        }
        if entry.attributes.contains("english") { table.add(words: entry.phrase, .foreign) }
      }
      table.add(words: "dpa afp epd kna ots taz sid dapd apa", .agency)
    }
    self.table = table
  }

  /// All words that begin an entry, with their tags.
  func eachTagged(_ body: (UInt64, Tags) -> Void) { table.each(body) }
}

/// The ends of street names, folded.
struct StreetEndings: Sendable {
  private var endings = WordEndings()

  init(_ list: WordList) {
    for entry in list.entries { endings.add(Folding.fold(entry.phrase.utf8), .street) }
  }

  func contains(ending word: [UInt8]) -> Bool {
    endings.tags(of: word, leaving: 0).contains(.street)
  }
}

/// Open addressing from a word's hash to its tags.
struct TagTable: Sendable {
  private struct Slot: Sendable {
    var key: UInt64 = 0
    var tags: Tags = []
  }

  private var slots = Array(repeating: Slot(), count: 1 << 12)
  private var count = 0

  @inline(__always) subscript(hash: UInt64) -> Tags {
    var place = start(hash)
    while true {
      let slot = slots[place]
      if slot.key == hash || slot.tags.isEmpty { return slot.tags }
      place = (place &+ 1) & (slots.count &- 1)
    }
  }

  /// Tags the first word of every entry.
  mutating func add(_ list: WordList, _ tag: Tags) {
    for entry in list.entries {
      if let first = Words(entry.phrase).all.first { add(first.hash, tag) }
    }
  }

  /// Tags words that are written with blanks between.
  mutating func add(words: String, _ tag: Tags) {
    for word in words.split(separator: " ") { add(Folding.hash(word.utf8), tag) }
  }

  mutating func add(_ hash: UInt64, _ tag: Tags) {
    if count * 3 > slots.count { grow() }
    let place = place(of: hash)
    if slots[place].tags.isEmpty { count += 1 }
    slots[place].key = hash
    slots[place].tags.insert(tag)
  }

  func each(_ body: (UInt64, Tags) -> Void) {
    for slot in slots where !slot.tags.isEmpty { body(slot.key, slot.tags) }
  }

  /// Takes over the tags of another table.
  mutating func add(_ other: TagTable) { other.each { add($0, $1) } }

  @inline(__always) private func start(_ hash: UInt64) -> Int {
    Int(truncatingIfNeeded: hash ^ (hash >> 32)) & (slots.count &- 1)
  }

  private func place(of hash: UInt64) -> Int {
    var place = start(hash)
    while !slots[place].tags.isEmpty, slots[place].key != hash {
      place = (place &+ 1) & (slots.count &- 1)
    }
    return place
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Slot(), count: old.count * 2)
    for slot in old where !slot.tags.isEmpty { slots[place(of: slot.key)] = slot }
  }
}
