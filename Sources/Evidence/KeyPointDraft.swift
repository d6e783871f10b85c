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

  init(digests: [ExhibitDigest]) {
    self.digests = digests
    for digest in digests {
      var seen = Set<UInt64>()
      for sentence in digest.sentences {
        for word in sentence.words where seen.insert(word).inserted {
          spread[word, default: 0] += 1
        }
      }
    }
  }

  mutating func pick(_ count: Int) -> [Pick] {
    var candidates: [(pick: Pick, score: Double)] = []
    for (number, digest) in digests.enumerated() {
      for (index, sentence) in digest.sentences.enumerated() where sentence.standsAlone {
        var weight = 0.0
        for word in sentence.words { weight += Double(spread[word] ?? 0) }
        let length = Double(sentence.words.count)
        let place = 1 / (1 + 0.12 * Double(index))
        let score = weight / Double(digests.count) / (length + 3) * (0.4 + place)
        candidates.append((Pick(exhibit: number, sentence: index), score))
      }
    }
    candidates.sort {
      ($1.score, $0.pick.exhibit, $0.pick.sentence) < ($0.score, $1.pick.exhibit, $1.pick.sentence)
    }
    var picks: [Pick] = []
    var told: [[UInt64]] = []
    for candidate in candidates {
      guard picks.count < count else { break }
      let words = digests[candidate.pick.exhibit].sentences[candidate.pick.sentence].words
      guard !told.contains(where: { Likeness.share(words, $0) > 0.4 }) else { continue }
      picks.append(candidate.pick)
      told.append(words)
    }
    return picks
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
      if a[i] == b[j] {
        count += 1
        i += 1
        j += 1
      } else if a[i] < b[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return count
  }
}
