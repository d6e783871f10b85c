package import Languages
package import Press

extension Passage {
  /// The passage of a range in an article's text, with the paragraph and sentence it begins in.
  package init(_ range: Range<Int>, in article: Article, findings: Findings) {
    let sentence = findings.sentence(at: range.lowerBound)
    self.init(
      article: article.id, version: article.version, anchor: sentence?.anchor ?? 0, range: range,
      sentence: sentence?.hash ?? SentenceHash.of([UInt8]()))
  }
}

extension Findings {
  /// The index of the last sentence that begins at or before a byte.
  package func sentenceIndex(at offset: Int) -> Int? {
    var low = 0
    var high = sentences.count
    while low < high {
      let middle = (low + high) / 2
      if sentences[middle].stretch.lower <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? low - 1 : nil
  }

  /// The sentence a byte stands in.
  package func sentence(at offset: Int) -> Sentence? {
    sentenceIndex(at: offset).map { sentences[$0] }
  }
}

extension Citation {
  /// The words of a range in an article. `body` is `article.body`, which is costly to make anew.
  package init(_ range: Range<Int>, in article: Article, body: ArticleText, findings: Findings) {
    let range = range.clamped(to: 0..<body.utf8.count)
    self.init(
      passage: Passage(range, in: article, findings: findings), words: body[range],
      outlet: article.outlet.id)
  }
}
