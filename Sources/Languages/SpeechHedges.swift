public import Press

/// Words that say a thing is not sure: "offenbar", "angeblich", "könnte", "soll".
public enum HedgeWords {
  /// The hedging words of a text, outside quotations, in order.
  public static func stretches(in body: ArticleText, language: Language) -> [Stretch] {
    let words = Words(body.utf8)
    let lexicon = SpeechLexicon.of(language)
    return words.indices.filter { at in
      let word = words[at]
      guard word.kind == .word else { return false }
      if let flags = lexicon.words[word.hash],
        flags.contains(.hedgeVerb) || (flags.contains(.should) && !word.isCapitalised)
      {
        return true
      }
      return lexicon.statuses.isHedge(words, at)
    }.map { Stretch(words[$0].range) }
  }
}
