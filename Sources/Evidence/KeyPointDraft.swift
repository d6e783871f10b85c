import Press

/// Chooses the sentences that say what most outlets say and repeat one another least.
struct KeyPointDraft {
  struct Pick: Equatable {
    var exhibit: Int
    var sentence: Int
  }

  private let digests: [ExhibitDigest]
  /// In how many articles a word stands.
  private var spread: [UInt64: Int] = [:]

  /// From which likeness on a sentence of another outlet supports a key point.
  private static let support = 0.5
  /// The share of the longer sentence's words that must be common too.
  private static let supportOfLonger = 0.3

  /// The draft of some articles; `spread` where it is known already.
  init(digests: [ExhibitDigest], spread: [UInt64: Int]? = nil) {
    self.digests = digests
    if let spread {
      self.spread = spread
    } else {
      for digest in digests { Self.count(digest, in: &self.spread) }
    }
  }

  /// Adds an article's words, each once.
  static func count(_ digest: ExhibitDigest, in spread: inout [UInt64: Int]) {
    var seen: Set<UInt64> = []
    for sentence in digest.sentences {
      for word in sentence.words where seen.insert(word).inserted {
        spread[word, default: 0] += 1
      }
    }
  }

  /// The best sentences, the best first.
  func pick(_ count: Int) -> [Pick] {
    // News tells the most important first: of a big story the beginnings are enough.
    let depth = digests.count > 100 ? 8 : 60
    var picks: [Pick] = []
    var candidates: [KeyPointChoice.Candidate] = []
    for (number, digest) in digests.enumerated() {
      let headline = ContentWords(ArraySlice(digest.article.headline.utf8)).hashes
      for (index, sentence) in digest.sentences.prefix(depth).enumerated()
      where sentence.standsAlone {
        let named =
          Double(Likeness.common(sentence.words, headline)) / Double(headline.count + 2)
        picks.append(Pick(exhibit: number, sentence: index))
        candidates.append(
          KeyPointChoice.Candidate(
            words: sentence.words, bonus: (0.5 + 1 / (1 + 0.15 * Double(index))) * (1 + named)))
      }
    }
    return KeyPointChoice.pick(count, of: candidates) { word in
      digests.count > 1 ? 1.5 * Double(spread[word] ?? 0) - 1 : 1
    }.map { picks[$0] }
  }

  /// The picked sentences with the others' that say the same, each outlet once.
  func keyPoints(_ count: Int) -> [KeyPoint] {
    pick(count).map { pick in
      let digest = digests[pick.exhibit]
      let words = digest.sentences[pick.sentence].words
      var outlets: Set<Outlet.ID> = [digest.article.outlet.id]
      var support: [Citation] = []
      for other in digests where !outlets.contains(other.article.outlet.id) {
        guard let best = likest(words, in: other) else { continue }
        outlets.insert(other.article.outlet.id)
        support.append(other.citation(ofSentence: best))
      }
      return KeyPoint(citation: digest.citation(ofSentence: pick.sentence), support: support)
    }
  }

  /// The words' weight; those of most articles tell little.
  private func weight(_ words: [UInt64]) -> Double {
    let most = Double(digests.count) * 0.6
    return words.reduce(0) {
      $0 + (digests.count >= 3 && Double(spread[$1] ?? 0) > most ? 0.3 : 1)
    }
  }

  private func likest(_ words: [UInt64], in digest: ExhibitDigest) -> Int? {
    var best: (index: Int, likeness: Double)?
    for (index, sentence) in digest.sentences.enumerated()
    where sentence.isSubstantial && !sentence.isQuestion {
      guard Likeness.common(words, sentence.words) >= 3 else { continue }
      let common = Likeness.shared(words, sentence.words)
      let (mine, theirs, both) = (weight(words), weight(sentence.words), weight(common))
      let likeness = both / max(1, min(mine, theirs))
      let whole = both / max(1, max(mine, theirs))
      if likeness >= Self.support, whole >= Self.supportOfLonger, likeness > (best?.likeness ?? 0) {
        best = (index, likeness)
      }
    }
    return best?.index
  }
}

/// How much two sorted lists of word hashes have in common.
enum Likeness {
  /// Common words by the length of the shorter list.
  static func share(_ a: [UInt64], _ b: [UInt64]) -> Double {
    let shorter = min(a.count, b.count)
    return shorter == 0 ? 0 : Double(common(a, b)) / Double(shorter)
  }

  /// Common words by all words.
  static func jaccard(_ a: [UInt64], _ b: [UInt64]) -> Double {
    let both = common(a, b)
    let all = a.count + b.count - both
    return all == 0 ? 0 : Double(both) / Double(all)
  }

  static func common(_ a: [UInt64], _ b: [UInt64]) -> Int {
    var i = 0
    var j = 0
    var count = 0
    while i < a.count, j < b.count {
      let (left, right) = (a[i], b[j])
      if left == right { count += 1 }
      if left <= right { i += 1 }
      if right <= left { j += 1 }
    }
    return count
  }

  /// The common words.
  static func shared(_ a: [UInt64], _ b: [UInt64]) -> [UInt64] {
    var i = 0
    var j = 0
    var found: [UInt64] = []
    while i < a.count, j < b.count {
      if a[i] == b[j] {
        found.append(a[i])
        i += 1
        j += 1
      } else if a[i] < b[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return found
  }
}
