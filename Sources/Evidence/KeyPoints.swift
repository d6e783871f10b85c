package import Languages
package import Press

/// The sentences that tell an article or a story best.
package enum KeyPoints {
  /// Up to `count` sentences of one article, verbatim and in the order of the text.
  package static func ofArticle(
    _ article: Article, findings: Findings, count: Int = 3
  ) -> [Citation] {
    let digest = ExhibitDigest(Exhibit(article: article, findings: findings, arrived: 0))
    let draft = KeyPointDraft(digests: [digest])
    let standfirst = ContentWords(ArraySlice((article.standfirst ?? "").utf8)).hashes
    /// Whether the standfirst, which stands above, says it already.
    func isTold(_ sentence: Int) -> Bool {
      let words = digest.sentences[sentence].words
      return !words.isEmpty && Likeness.common(words, standfirst) * 5 >= words.count * 4
    }
    let picked = draft.pick(count + 2)
    let fresh = picked.filter { !isTold($0.sentence) }
    return (fresh.isEmpty ? picked : fresh).prefix(count)
      .sorted { $0.sentence < $1.sentence }
      .map { digest.citation(ofSentence: $0.sentence) }
  }

  /// A sentence of an outlet, for researchers and measurements.
  package struct Sentence: Sendable {
    package var text: String
    package var outlet: String

    package init(text: String, outlet: String) {
      self.text = text
      self.outlet = outlet
    }
  }

  /// The places of up to `count` sentences that say most of what many outlets say, the best first.
  package static func pick(_ count: Int, of sentences: [Sentence]) -> [Int] {
    let candidates = sentences.map {
      KeyPointChoice.Candidate(words: ContentWords(ArraySlice($0.text.utf8)).hashes)
    }
    var outlets: [UInt64: Set<String>] = [:]
    var times: [UInt64: Int] = [:]
    for (candidate, sentence) in zip(candidates, sentences) {
      for word in candidate.words {
        outlets[word, default: []].insert(sentence.outlet)
        times[word, default: 0] += 1
      }
    }
    return KeyPointChoice.pick(count, of: candidates) { word in
      Double(outlets[word]?.count ?? 0) + 0.5 * Double(times[word] ?? 0) - 1
    }
  }
}
