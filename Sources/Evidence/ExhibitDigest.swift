import Languages
import Press

/// What a dossier needs of one sentence.
struct SentenceDigest: Sendable {
  var range: Range<Int>
  var hash: UInt64
  /// Sorted hashes of its content words.
  var words: [UInt64]
  /// Can stand alone as a key point: no heading, no question, no open pronoun, not mainly quoted.
  var standsAlone: Bool
  /// Says enough to be told as news.
  var isSubstantial: Bool
}

/// What a dossier needs of one article, read once when it arrives.
struct ExhibitDigest: Sendable {
  let exhibit: Exhibit
  let body: ArticleText
  let sentences: [SentenceDigest]

  var article: Article { exhibit.article }
  var findings: Findings { exhibit.findings }

  init(_ exhibit: Exhibit) {
    self.exhibit = exhibit
    let text = exhibit.article.body
    body = text
    let quoted = exhibit.findings.speech.filter { $0.kind == .direct }.flatMap(\.stretches)
    sentences = exhibit.findings.sentences.map { sentence in
      let range = sentence.stretch.range.clamped(to: 0..<text.utf8.count)
      let words = ContentWords(text.utf8[range]).hashes
      let said = quoted.reduce(0) { $0 + $1.range.clamped(to: range).count }
      let opening = SentenceOpening(text.utf8[range])
      let isSubstantial = !sentence.isHeading && words.count >= 4
      return SentenceDigest(
        range: range, hash: sentence.hash, words: words,
        standsAlone: isSubstantial && !opening.isDangling && !opening.isQuestion
          && range.count <= 420 && said * 2 < max(1, range.count),
        isSubstantial: isSubstantial)
    }
  }

  func citation(ofSentence index: Int) -> Citation {
    Citation(sentences[index].range, in: article, body: body, findings: findings)
  }

  func citation(_ range: Range<Int>) -> Citation {
    Citation(range, in: article, body: body, findings: findings)
  }
}

/// How a sentence begins and ends.
struct SentenceOpening {
  let isDangling: Bool
  let isQuestion: Bool

  init(_ sentence: ArraySlice<UInt8>) {
    isQuestion = sentence.suffix(2).contains(UInt8(ascii: "?"))
    let first = sentence.prefix { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: ",") }
    isDangling =
      first.count <= 12 && Self.dangling.contains(String(decoding: first, as: UTF8.self))
  }

  /// Words that lean on the sentence before.
  private static let dangling: Set<String> = [
    "Er", "Sie", "Es", "Dies", "Diese", "Dieser", "Dieses", "Das", "Dabei", "Dadurch", "Dafür",
    "Dagegen", "Daher", "Damit", "Danach", "Daran", "Darauf", "Daraus", "Darüber", "Darum",
    "Davon", "Dazu", "Denn", "Dennoch", "Deshalb", "Deswegen", "Doch", "Dort", "Aber", "Allerdings",
    "Also", "Auch", "Außerdem", "Zudem", "Und", "Oder", "So", "Ihre", "Ihr", "Ihm", "Ihn", "Seine",
    "Sein", "Solche", "Jedoch", "Trotzdem", "Zugleich", "Hier", "Hierzu", "Wir", "Ich", "Jener",
    "He", "She", "It", "They", "This", "These", "That", "Those", "But", "And", "So", "However",
    "His", "Her", "Their", "Its", "There", "Then", "Also", "We", "I",
  ]
}
