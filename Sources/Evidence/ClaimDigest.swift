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
  /// The words that name its matter: no times, figures, generic words and names of the speaker.
  var matter: [UInt64] = []
  /// The nouns among them, in the order of the text.
  var nouns: [ContentWords.Place] = []
  /// A word that has its capital perhaps only because the claim begins with it.
  var opening: UInt64?
  var numbers: [UInt64] = []
  var speakerWords: [UInt64] = []
  /// Says that something is not so.
  var isNegative = false
  var denial: Denial?
}

extension ExhibitDigest {
  static func claims(
    _ findings: Findings, body: ArticleText, words: ContentPlaces, sentences: [SentenceDigest]
  ) -> [ClaimDigest] {
    var speakers = SpeakerKeys(findings, body)
    return findings.speech.compactMap { speech in
      guard let longest = speech.stretches.max(by: { $0.range.count < $1.range.count }),
        let first = speech.stretches.first,
        let sentence = findings.sentenceIndex(at: first.lower), sentence < sentences.count
      else { return nil }
      // A quotation may run over sentences; a cue inside parts it: the whole is shown only where
      // it stands in one piece.
      let range = longest.range.clamped(to: body.utf8.indices)
      guard !range.isEmpty else { return nil }
      let speaker = speech.speaker.last?.range
      var claim = ClaimDigest(
        range: range, kind: speech.kind, status: speech.status, speaker: speaker,
        speakerKey: speaker.flatMap { speakers.key(of: $0) },
        relay: speech.relay?.range, words: words.hashes(in: range),
        sentence: sentence)
      claim.readMatter(
        findings, body: body, words: words, sentence: sentences[sentence].range, cue: speech.cue)
      return claim
    }.sorted {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }
  }
}

extension ClaimDigest {
  /// What is spoken of: all content words but times, numbers, the speaker and generic words.
  fileprivate mutating func readMatter(
    _ findings: Findings, body: ArticleText, words: ContentPlaces, sentence: Range<Int>,
    cue: [Stretch]
  ) {
    let around =
      min(sentence.lowerBound, range.lowerBound)..<max(sentence.upperBound, range.upperBound)
    let times = findings.times.stretches(in: around) { $0.stretch }
    let figures = findings.figures.stretches(in: around) { $0.stretch }
    let names = findings.names.stretches(in: around) { $0.stretch }
    if let speaker {
      speakerWords = words.hashes(in: speaker)
    }
    let isCapital = findings.language == .german
    // Up to here only marks stand before a word.
    let marks = body.utf8[range].firstIndex { $0 < 0x80 && $0 != UInt8(ascii: "\"") }
    for place in words.places(in: range) {
      if let speaker, speaker.overlaps(place.range) { continue }
      if cue.contains(where: { $0.range.overlaps(place.range) }) { continue }
      if times.contains(where: { $0.overlaps(place.range) }) { continue }
      if figures.contains(where: { $0.overlaps(place.range) }) {
        numbers.append(place.hash)
        continue
      }
      guard !MatterWords.isGeneric(place.hash) else { continue }
      matter.append(place.hash)
      let isFirst = place.range.lowerBound <= marks ?? range.upperBound
      if isFirst, !names.contains(where: { $0.overlaps(place.range) }) { opening = place.hash }
      if place.isNoun || !isCapital { nouns.append(place) }
    }
    isNegative = Negations.count(in: body.utf8[range]) % 2 == 1
    guard status == .denied else { return }
    // What stands between the speaker and the verb belongs to the speaker: "in Marhagen".
    var subject = speaker
    if let speaker, let verb = cue.first, speaker.upperBound <= verb.lower,
      sentence.contains(speaker.lowerBound)
    {
      subject = speaker.lowerBound..<verb.lower
    }
    denial = Denial(
      of: range, in: sentence.clamped(to: body.utf8.indices), speaker: subject, kind: kind,
      ignoring: times + cue.map { $0.range }, words: words, body: body.utf8)
  }
}

extension Array {
  /// The ranges of those that begin within a range; the array is in the order of the text.
  fileprivate func stretches(
    in range: Range<Int>, of stretch: (Element) -> Stretch
  ) -> [Range<Int>] {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if stretch(self[middle]).upper <= range.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    var found: [Range<Int>] = []
    while low < count {
      let next = stretch(self[low])
      guard next.lower < range.upperBound else { break }
      found.append(next.range)
      low += 1
    }
    return found
  }
}
