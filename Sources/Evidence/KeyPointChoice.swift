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
  private static let told = 0.3
  /// From which likeness on a sentence repeats one that was picked.
  private static let repeats = 0.4

  /// The places of the chosen sentences, the best first.
  ///
  /// `weight` says how many tell of a word, beyond the first.
  static func pick(
    _ count: Int, of candidates: [Candidate], weight: (UInt64) -> Double
  ) -> [Int] {
    let weights = candidates.map { $0.words.map(weight) }
    var picks: [Int] = []
    var told: Set<UInt64> = []
    while picks.count < count {
      var best: (place: Int, gain: Double)?
      for (place, candidate) in candidates.enumerated() where !candidate.words.isEmpty {
        var gain = 0.0
        for (word, weight) in zip(candidate.words, weights[place]) {
          gain += told.contains(word) ? weight * Self.told : weight
        }
        gain *= candidate.bonus / Double(candidate.words.count + 1).squareRoot()
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
