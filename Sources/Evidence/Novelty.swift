package import Languages
package import Press

/// What an article adds to those before it.
package enum Novelty {
  /// The sentences of an article that none of the earlier ones in its story says, verbatim and in
  /// the order of the text.
  package static func sentences(
    of article: Article, findings: Findings, after earlier: [Exhibit]
  ) -> [Citation] {
    let digest = ExhibitDigest(Exhibit(article: article, findings: findings, arrived: 0))
    var known = KnownSentences()
    for exhibit in earlier where exhibit.article.id != article.id {
      known.add(ExhibitDigest(exhibit))
    }
    return digest.sentences.indices.filter { index in
      let sentence = digest.sentences[index]
      return sentence.isSubstantial && !known.says(sentence)
    }.map { digest.citation(ofSentence: $0) }
  }
}

/// Sentences that were read before, found again by the words they share.
struct KnownSentences {
  private var postings: [UInt64: [Int32]] = [:]
  private var lengths: [Int32] = []
  private var hashes: Set<UInt64> = []

  /// How many postings of a word are looked at: words of every sentence tell nothing.
  private static let limit = 400

  mutating func add(_ digest: ExhibitDigest) {
    for sentence in digest.sentences {
      hashes.insert(sentence.hash)
      let number = Int32(clamping: lengths.count)
      lengths.append(Int32(clamping: sentence.words.count))
      for word in sentence.words { postings[word, default: []].append(number) }
    }
  }

  /// Whether an earlier sentence has most of a sentence's content words.
  func says(_ sentence: SentenceDigest) -> Bool {
    if hashes.contains(sentence.hash) { return true }
    guard !sentence.words.isEmpty else { return true }
    let needed = max(1, (sentence.words.count * 3 + 3) / 5)
    var counts: [Int32: Int] = [:]
    for word in sentence.words {
      for number in (postings[word] ?? []).prefix(Self.limit) {
        let count = counts[number, default: 0] + 1
        if count >= needed { return true }
        counts[number] = count
      }
    }
    return false
  }
}
