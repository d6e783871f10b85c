/// The words before a number that limit it.
struct FigureHedges {
  let view: SentenceView

  struct Hedge {
    var tokens: Range<Int>
    var relation: Figure.Relation
    /// "über", "unter", "um": also plain prepositions.
    var isAmbiguous: Bool
  }

  /// The longest hedge that ends right before a token.
  func hedge(endingAt end: Int) -> Hedge? {
    var found: Hedge?
    var start = end - 1
    while start >= view.start, start >= end - 5 {
      if view.has(.hedge, start), let match = hedge(startingAt: start, limit: end),
        match.tokens.upperBound == end
      {
        found = match
      }
      start -= 1
    }
    return found
  }

  func hedge(startingAt start: Int, limit: Int? = nil) -> Hedge? {
    let lexicon = view.vocabulary.hedges
    guard view.has(.hedge, start),
      let match = lexicon.match(view.words, at: start, end: limit ?? view.end),
      let sign = lexicon.attributes(of: match).first
    else { return nil }
    let relation: Figure.Relation =
      switch sign {
      case "<": .less
      case ">": .more
      case "<=": .atMost
      case ">=": .atLeast
      default: .about
      }
    return Hedge(
      tokens: start..<start + match.length, relation: relation,
      isAmbiguous: match.length == 1 && Self.prepositions.contains(view[start]))
  }

  private static let prepositions = WordSet(
    "über unter bis gut minimal over under above below around about some")
}
