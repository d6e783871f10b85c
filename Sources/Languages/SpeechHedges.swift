public import Press

/// Words that say a thing is not sure: "offenbar", "angeblich", "könnte", "soll".
public enum HedgeWords {
  /// The hedging words of a text, outside quotations, in order.
  public static func stretches(in words: Words, language: Language) -> [Stretch] {
    stretches(in: MarkedWords(words, language: language))
  }

  /// The same in words that are marked already.
  package static func stretches(in marked: MarkedWords) -> [Stretch] {
    let words = marked.words
    var found: [Stretch] = []
    for (at, tags) in marked.tags.enumerated() where tags.contains(.isHedge) {
      found.append(Stretch(words.all[at].range))
    }
    return found
  }
}
