import Press

/// All that a language's lists and endings tell of a token by its letters alone.
struct SpellingFacts: Sendable {
  /// Whether the others were found out.
  var isKnown = false
  var tags: Tags = []
  var speech: SpeechWord = []
  /// See `NameLooks`.
  var looks: NameHints = []
  /// What the name model is told of it before its neighbours are seen.
  var hints: NameHints = []
  /// See `NameFinder.traits`; empty where they are not asked for.
  var traits: Tags = []
  /// The rules' own lists it stands in.
  var signs: NameSigns = []
}

/// The facts of `Spellings`, by their places.
struct SpellingFactsTable: Sendable {
  private let language: Language
  private(set) var facts: [SpellingFacts] = []

  init(language: Language) { self.language = language }

  mutating func removeAll() { facts.removeAll(keepingCapacity: true) }

  /// Marks the tokens of a text; what is not known yet is found out.
  ///
  /// - Parameter count: how many spellings there are.
  mutating func mark(_ words: Words, count: Int) -> MarkedWords {
    if facts.count < count {
      facts.append(contentsOf: repeatElement(SpellingFacts(), count: count - facts.count))
    }
    var tags = Array(repeating: Tags(), count: words.count)
    var speech = Array(repeating: SpeechWord(), count: words.count)
    var punctuation: [Int] = []
    punctuation.reserveCapacity(words.count / 6)
    var tagSpan = tags.mutableSpan
    var speechSpan = speech.mutableSpan
    for index in words.all.indices {
      let word = words.all[index]
      let place = Int(word.spelling)
      if !facts[place].isKnown {
        facts[place] = SpellingTeacher.of(language).facts(of: word, in: words.utf8)
      }
      tagSpan[index] = facts[place].tags
      speechSpan[index] = facts[place].speech
      if word.kind == .punctuation { punctuation.append(index) }
    }
    return MarkedWords(words: words, tags: tags, speech: speech, punctuation: punctuation)
  }
}

/// Asks all lists of a language about a token.
private final class SpellingTeacher: Sendable {
  static func of(_ language: Language) -> SpellingTeacher {
    language == .english ? english : german
  }

  private static let german = SpellingTeacher(.german)
  private static let english = SpellingTeacher(.english)

  let isGerman: Bool
  let book: WordBook
  let looks: NameLooks
  let lists: NameWords
  let statuses: SpeechStatusRules
  let signs = NameSigns.table
  let past = TimeFinder.pastVerbs
  let coming = TimeFinder.comingVerbs

  private init(_ language: Language) {
    isGerman = language == .german
    book = WordBook.of(language)
    looks = NameLooks.of(language)
    lists = NameWords.of(language)
    statuses = SpeechLexicon.of(language).statuses
  }

  func facts(of word: Word, in utf8: [UInt8]) -> SpellingFacts {
    var facts = SpellingFacts()
    facts.isKnown = true
    facts.looks = looks.look(of: word)
    let listed = book[word.hash]
    facts.tags = listed.tags
    guard word.kind == .word else {
      if word.kind == .number { facts.tags.insert(.numeral) }
      return facts
    }
    facts.speech = listed.speech
    facts.signs = signs[word.hash] ?? []
    if !facts.tags.contains(.numeral), book.isNumeral(word, utf8) { facts.tags.insert(.numeral) }
    if TimeFinder.mayHoldTime(word, in: utf8, isGerman: isGerman) {
      facts.tags.insert(.mayHoldTime)
    }
    if past.contains(word) { facts.tags.insert(.past) }
    if coming.contains(word) { facts.tags.insert(.future) }
    let mayHedge =
      !facts.speech.isDisjoint(with: [.hedgeVerb, .hedge])
      || facts.speech.contains(.should) && !word.isCapitalised
    if mayHedge || statuses.beginsHedge(word, in: utf8) { facts.tags.insert(.isHedge) }
    if statuses.mayBegin(word, in: utf8) { facts.tags.insert(.mayOpenStatus) }
    if TranslationSignFinder.mayBeSign(word, facts.tags, facts.speech, in: utf8) {
      facts.tags.insert(.maySignTranslation)
    }
    addNameHints(word, utf8, to: &facts)
    return facts
  }

  private func isDoubleFirstName(_ word: Word, _ utf8: [UInt8]) -> Bool {
    guard word.marks.contains(.hasHyphen), word.length <= 24 else { return false }
    let parts = utf8[word.range].split(separator: UInt8(ascii: "-"))
    return parts.count == 2 && parts.allSatisfy { lists.firstNames.contains(Folding.hash($0)) }
  }

  private func addNameHints(_ word: Word, _ utf8: [UInt8], to facts: inout SpellingFacts) {
    if facts.tags.contains(.function) { facts.hints.insert(.function) }
    if facts.tags.contains(.time) { facts.hints.insert(.time) }
    if facts.tags.contains(.measure) { facts.hints.insert(.measure) }
    guard word.isCapitalised || word.marks.contains(.innerCapital) else {
      if lists.roles.contains(word.hash) { facts.signs.insert(.role) }
      if isGerman, word.length > 6 {
        facts.traits = lists.traits(of: word, in: utf8).union(.isRead)
        if facts.traits.contains(.title) { facts.signs.insert(.role) }
      }
      return
    }
    if facts.tags.contains(.firstName) { facts.hints.insert(.firstName) }
    if isDoubleFirstName(word, utf8) { facts.signs.insert(.doubleFirstName) }
    facts.hints.formUnion(facts.looks.intersection([.surname, .firstName, .otherLanguage]))
    if isGerman { facts.traits = lists.traits(of: word, in: utf8).union(.isRead) }
    let isRole =
      word.isCapitalised ? facts.looks.contains(.role) : lists.roles.contains(word.hash)
    if isRole || isGerman && word.length > 6 && facts.traits.contains(.title) {
      facts.signs.insert(.role)
      facts.hints.insert(.role)
    }
    if NameFinder.isHead(word, facts.looks) { facts.hints.insert(.head) }
    if facts.signs.contains(.form) { facts.hints.insert(.form) }
    guard isGerman else { return }
    if facts.traits.contains(.noun) { facts.hints.insert(.noun) }
    if facts.traits.contains(.function) { facts.hints.insert(.listedNoun) }
    if facts.traits.contains(.nounEnding) { facts.hints.insert(.nounEnding) }
    if facts.traits.contains(.street) { facts.hints.insert(.street) }
    if facts.traits.contains(.place) { facts.hints.insert(.placeEnding) }
  }
}
