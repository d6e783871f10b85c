import Press

/// The word lists of one language that several finders share, read once.
struct Vocabulary: Sendable {
  let functionWords: Lexicon

  static func of(_ language: Language) -> Vocabulary {
    language == .english ? english : german
  }

  private static let german = Vocabulary(.german)
  private static let english = Vocabulary(.english)

  private init(_ language: Language) {
    functionWords = Lexicon(WordList(language, "function-words"))
  }
}
