import Press

/// What the list of time words says of an entry.
struct TimeWord: Sendable {
  enum Kind: String, Sendable {
    case month, weekday, season, unit, part, day, ref, rel, set, each, every, weekdays, parts, point
    case feast, some, span, year, past, yearpoint, monthpoint, lead, whole, clock, daypart
    case bound, reach
  }
  let kind: Kind
  let value: String
  let number: Int
}

/// The time words of one language, decoded.
final class TimeWords: Sendable {
  private let lexicon: Lexicon
  private let entries: [TimeWord?]

  static func of(_ language: Language) -> TimeWords {
    language == .english ? english : german
  }

  private static let german = TimeWords(.german)
  private static let english = TimeWords(.english)

  private init(_ language: Language) {
    lexicon = Vocabulary.of(language).times
    entries = lexicon.allAttributes.map { attributes in
      guard let kind = attributes.first.flatMap({ TimeWord.Kind(rawValue: $0) }) else { return nil }
      let value = attributes.count > 1 ? attributes[1] : ""
      return TimeWord(kind: kind, value: value, number: Int(value) ?? 0)
    }
  }

  /// The longest entry that begins at a token.
  func entry(_ view: SentenceView, at index: Int) -> (word: TimeWord, length: Int)? {
    guard view.has(.time, index),
      let match = lexicon.match(view.words, at: index, end: view.end), match.entry < entries.count,
      let word = entries[match.entry]
    else { return nil }
    return (word, match.length)
  }

  /// What a part of a word is, given its folded letters.
  func entry(_ folded: ArraySlice<UInt8>) -> TimeWord? {
    var hash = WordHash.seed
    for byte in folded { hash = WordHash.mix(hash, byte) }
    guard let match = lexicon.entry(of: hash), match.entry < entries.count else { return nil }
    return entries[match.entry]
  }
}
