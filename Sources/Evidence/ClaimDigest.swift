import Languages
import Press

/// Something said in an article.
struct ClaimDigest: Sendable {
  /// The longest of its stretches.
  var range: Range<Int>
  var kind: Speech.Kind
  var status: Speech.Status
  /// The words that name the speaker best.
  var speaker: Range<Int>?
  var speakerKey: String?
  var relay: Range<Int>?
  var words: [UInt64]
  var sentence: Int
}

extension ExhibitDigest {
  static func claims(
    _ findings: Findings, body: ArticleText, sentences: [SentenceDigest]
  ) -> [ClaimDigest] {
    findings.speech.compactMap { speech in
      guard let longest = speech.stretches.max(by: { $0.range.count < $1.range.count }),
        let first = speech.stretches.first,
        let sentence = findings.sentenceIndex(at: first.lower), sentence < sentences.count
      else { return nil }
      // A quotation may run over sentences; a cue inside parts it: the whole is shown only where
      // it stands in one piece.
      let range = longest.range.clamped(to: body.utf8.indices)
      guard !range.isEmpty else { return nil }
      let speaker = speech.speaker.last?.range
      return ClaimDigest(
        range: range, kind: speech.kind, status: speech.status, speaker: speaker,
        speakerKey: speaker.flatMap { SpeakerKey.of($0, findings: findings, body: body) },
        relay: speech.relay?.range, words: ContentWords(body.utf8[range]).hashes,
        sentence: sentence)
    }.sorted {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }
  }
}
