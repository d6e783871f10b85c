public import Press

/// Finds what is said in a text, by whom and how surely.
public enum SpeechReader {
  /// Direct, indirect, reported and free indirect speech in the order of the text.
  ///
  /// `sentences` with their tokens and `names` come from the same reading of `words`; `names` may be empty and serve
  /// to tell whom a pronoun means.
  static func speech(
    in body: ArticleText, words marked: MarkedWords,
    sentences: some Sequence<(Sentence, Range<Int>)>, names: [Name], language: Language
  ) -> [Speech] {
    let text = SpeechText(marked, in: body, lexicon: SpeechLexicon.of(language))
    var pass = SpeechPass(text, names: names)
    for (sentence, tokens) in sentences where !sentence.isHeading && !tokens.isEmpty {
      pass.read(SpeechSentence(tokens, in: text, paragraph: sentence.anchor))
    }
    return pass.finished()
  }

  /// How surely a sentence as a whole is said.
  public static func status(ofSentence sentence: String, language: Language) -> Speech.Status {
    let body = ArticleText(plain: sentence)
    let words = Words(body.utf8)
    let text = SpeechText(
      MarkedWords(words, language: language), in: body, lexicon: SpeechLexicon.of(language))
    return SpeechStatus(text).status(of: words.indices)
  }
}

/// Something said, in tokens.
struct SpokenWords {
  var spans: [Range<Int>]
  var kind: Speech.Kind
  /// The words of the text that name the speaker; behind a pronoun the words it stands for.
  var speaker: [Range<Int>] = []
  var cue: [Int] = []
  /// The status its verb gives it.
  var status: Speech.Status?
  var relay: Range<Int>?
  /// Tokens of the sentence it was read from.
  var sentence: Range<Int>

  var lower: Int { spans.first?.lowerBound ?? 0 }
  var upper: Int { spans.last?.upperBound ?? 0 }

  func covers(_ token: Int) -> Bool { spans.contains { $0.contains(token) } }
}
