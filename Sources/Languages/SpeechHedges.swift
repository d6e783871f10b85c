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
    var found: [Stretch] = []
    for at in words.indices {
      let word = words.all[at]
      guard word.kind == .word else { continue }
      let flags = marked.speech[at]
      if !flags.isDisjoint(with: [.hedgeVerb, .hedge])
        || (flags.contains(.should) && !word.isCapitalised) || statuses.beginsHedge(words, at)
      {
        found.append(Stretch(word.range))
      }
    }
    return found
  }
}
