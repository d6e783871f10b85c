public import Press

/// Words that say a thing is not sure: "offenbar", "angeblich", "könnte", "soll".
public enum HedgeWords {
  /// The hedging words of a text, outside quotations, in order.
  public static func stretches(in words: Words, language: Language) -> [Stretch] {
    stretches(in: MarkedWords(words, language: language), language: language)
  }

  /// The same in words that are marked already.
  package static func stretches(in marked: MarkedWords, language: Language) -> [Stretch] {
    let words = marked.words
    let statuses = SpeechLexicon.of(language).statuses
    let flags = marked.speech
    var found: [Stretch] = []
    for at in words.indices where words.all[at].kind == .word {
      if !flags[at].isDisjoint(with: [.hedgeVerb, .hedge])
        || (flags[at].contains(.should) && !words.all[at].isCapitalised)
        || statuses.beginsHedge(words, at)
      {
        found.append(Stretch(words.all[at].range))
      }
    }
    return found
  }
}
