import Press

/// A text's words with what the lists of its language say of each.
package struct MarkedWords: Sendable {
  let words: Words
  /// What each token can be the beginning of.
  let tags: [Tags]
  /// What each token can do around speech.
  let speech: [SpeechWord]
  /// The marks among them, in order.
  let punctuation: [Int]
}

extension MarkedWords {
  /// Words that stand by themselves.
  init(_ words: Words, language: Language) {
    var known = Spellings()
    self = known.mark(known.spelled(words), language)
  }
}

/// What lists say of a word.
struct WordFacts: Sendable {
  var tags: Tags = []
  var speech: SpeechWord = []

  var isEmpty: Bool { tags.rawValue == 0 && speech.rawValue == 0 }
}

/// The lists of a language by single words: one look tells what all of them say.
final class WordBook: Sendable {
  private struct Slot: Sendable {
    var hash: UInt64 = 0
    var facts = WordFacts()
  }

  private let isGerman: Bool
  private let slots: [Slot]

  static func of(_ language: Language) -> WordBook { language == .english ? english : german }

  private static let german = WordBook(.german)
  private static let english = WordBook(.english)

  private init(_ language: Language) {
    isGerman = language != .english
    var facts = HashTable<WordFacts>(slots: 1 << 13)
    Vocabulary.of(language).eachTagged { facts[$0, default: WordFacts()].tags = $1 }
    SpeechLexicon.of(language).words.each { facts[$0, default: WordFacts()].speech = $1 }
    var size = 1 << 10
    while size < facts.count * 2 { size *= 2 }
    var slots = Array(repeating: Slot(), count: size)
    facts.each { hash, facts in
      guard !facts.isEmpty else { return }
      var place = Self.start(hash, size)
      while !slots[place].facts.isEmpty { place = (place &+ 1) & (size &- 1) }
      slots[place] = Slot(hash: hash, facts: facts)
    }
    self.slots = slots
  }

  @inline(__always) subscript(hash: UInt64) -> WordFacts {
    var place = Self.start(hash, slots.count)
    while true {
      let slot = slots[place]
      if slot.hash == hash || slot.facts.isEmpty { return slot.facts }
      place = (place &+ 1) & (slots.count &- 1)
    }
  }

  @inline(__always) private static func start(_ hash: UInt64, _ size: Int) -> Int {
    Int(truncatingIfNeeded: hash ^ (hash >> 32)) & (size &- 1)
  }

  /// Whether a word that stands in no list is or holds a number.
  @inline(__always) func isNumeral(_ word: Word, _ utf8: [UInt8]) -> Bool {
    if word.marks.contains(.hasHyphen), !isGerman, word.length < 20 { return true }
    if word.marks.contains([.hasDigit, .allCapitals]), word.length > 3 { return true }
    return isGerman && GermanNumberWord.read(word, of: utf8) != nil
  }
}
