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
    return draft.pick(count).sorted { $0.sentence < $1.sentence }.map {
      digest.citation(ofSentence: $0.sentence)
    }
  }
}
