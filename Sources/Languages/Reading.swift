public import Press

/// The door of this room: one reading of an article's text gives its `Findings`.
public enum Reading {
  /// All that is found in a text.
  ///
  /// - Parameters:
  ///   - language: guessed from the text where it is nil or unknown. Texts in other languages than
  ///     German and English get their sentences only.
  ///   - published: the day relative times count from; without it their values stay open.
  public static func findings(
    in body: ArticleText, language: Language? = nil, published: PressDate? = nil
  ) -> Findings {
    let words = Words(body.utf8)
    let known = language.flatMap { $0 == .unknown ? nil : $0 }
    let language = known ?? LanguageGuess.guess(words)
    let sentences = Sentences.sentences(in: body, words: words, language: language)
    return Findings(language: language, sentences: sentences)
  }
}
