public import Press

/// Words that say a thing is not sure: "offenbar", "angeblich", "könnte", "soll".
public enum HedgeWords {
  /// The hedging words of a text, outside quotations, in order.
  public static func stretches(in words: Words, language: Language) -> [Stretch] {
    let lexicon = SpeechLexicon.of(language)
    let known = lexicon.words
    var found: [Stretch] = []
    for (at, word) in words.all.enumerated() where word.kind == .word {
      let flags = known[word.hash] ?? []
      if flags.contains(.hedgeVerb) || (flags.contains(.should) && !word.isCapitalised)
        || lexicon.statuses.isHedge(words, at)
      {
        found.append(Stretch(word.range))
      }
    }
    return found
  }
}
