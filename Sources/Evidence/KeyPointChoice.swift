/// Chooses sentences that together say most of what many say: each new one counts for what it
/// adds, and little for what was told before.
struct KeyPointChoice {
  /// A sentence to choose from.
  struct Candidate {
    /// Sorted hashes of its content words.
    var words: [UInt64]
    /// How much its place and its likeness to the headline speak for it.
    var bonus = 1.0
  }

  /// What is left of a word's weight once a chosen sentence has told it.
  private static let told = 0.2
  /// From which likeness on a sentence repeats one that was picked.
  private static let repeats = 0.75
  /// Words that a sentence should have: shorter ones do not gain by being short.
  private static let enough = 12

  /// The places of the chosen sentences, the best first.
  ///
  /// `spread` says how many tell of a word, beyond the first. It counts squared: what all tell is
  /// worth more than much that two tell.
  static func pick(
    _ count: Int, of candidates: [Candidate], spread: (UInt64) -> Double
  ) -> [Int] {
    let weights = candidates.map {
      $0.words.map {
        let spread = spread($0)
        return spread * spread
      }
    }
    var picks: [Int] = []
    var told: Set<UInt64> = []
    while picks.count < count {
      var best: (place: Int, gain: Double)?
      for (place, candidate) in candidates.enumerated() where !candidate.words.isEmpty {
        var gain = 0.0
        for (word, weight) in zip(candidate.words, weights[place]) {
          gain += told.contains(word) ? weight * Self.told : weight
        }
        gain *= candidate.bonus / Double(max(candidate.words.count, Self.enough)).squareRoot()
        guard gain > best?.gain ?? 0, !picks.contains(place) else { continue }
        let isSaid = picks.contains {
          Likeness.share(candidate.words, candidates[$0].words) > Self.repeats
        }
        if !isSaid { best = (place, gain) }
      }
      guard let best else { return picks }
      picks.append(best.place)
      told.formUnion(candidates[best.place].words)
    }
    return picks
  }
}
