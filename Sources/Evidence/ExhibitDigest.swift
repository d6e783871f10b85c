import Languages
package import Press

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
  var isQuestion: Bool
  /// Ends like a sentence and is no note of the desk.
  var isTold: Bool

  /// With fewer content words nothing is said.
  static let leastWords = 4
}

/// What a dossier needs of one article, read once when it arrives; its story and the others of the
/// saga then share the reading.
package struct ExhibitDigest: Sendable {
  package private(set) var exhibit: Exhibit
  let body: ArticleText
  let sentences: [SentenceDigest]
  let claims: [ClaimDigest]
  let figures: [FigureDigest]
  let events: [EventDigest]
  let names: [NameDigest]

  var article: Article { exhibit.article }
  var findings: Findings { exhibit.findings }
  /// Copies support nothing by themselves.
  var isIndependent: Bool { exhibit.copyOf == nil }

  package init(_ exhibit: Exhibit) {
    self.exhibit = exhibit
    let findings = exhibit.findings
    let text = exhibit.article.body
    body = text
    let words = ContentPlaces(text.utf8)
    let sentences = Self.sentences(findings, body: text, words: words)
    self.sentences = sentences
    claims = Self.claims(findings, body: text, words: words, sentences: sentences)
    figures = Self.figures(findings, body: text, words: words, sentences: sentences)
    events = Self.events(findings, article: exhibit.article, body: text, sentences: sentences)
    names = Self.names(findings, body: text)
  }

  /// The same reading at another place: as a copy of an article, in another story of the saga.
  package func placed(copyOf: Article.ID?, isSibling: Bool) -> ExhibitDigest {
    var digest = self
    digest.exhibit.copyOf = copyOf
    digest.exhibit.isSibling = isSibling
    return digest
  }

  private static func sentences(
    _ findings: Findings, body: ArticleText, words content: ContentPlaces
  ) -> [SentenceDigest] {
    let quoted = findings.speech.filter { $0.kind == .direct }.flatMap(\.stretches).sorted {
      $0.lower < $1.lower
    }
    var next = 0
    return findings.sentences.map { sentence in
      let range = sentence.stretch.range.clamped(to: body.utf8.indices)
      let words = content.hashes(in: range)
      while next < quoted.count, quoted[next].upper <= range.lowerBound { next += 1 }
      var said = 0
      for stretch in quoted[next...] {
        guard stretch.lower < range.upperBound else { break }
        said += stretch.range.clamped(to: range).count
      }
      let opening = SentenceOpening(body.utf8[range])
      let isSubstantial = !sentence.isHeading && words.count >= SentenceDigest.leastWords
      return SentenceDigest(
        range: range, hash: sentence.hash, words: words,
        standsAlone: isSubstantial && !opening.isDangling && !opening.isQuestion
          && opening.isClosed && range.count <= 420 && said * 2 < max(1, range.count),
        isSubstantial: isSubstantial, isQuestion: opening.isQuestion,
        isTold: isSubstantial && opening.isClosed && !opening.isNote)
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
  /// Ends like a sentence.
  let isClosed: Bool
  /// "Korrektur vom 20. November: …"
  let isNote: Bool

  init(_ sentence: ArraySlice<UInt8>) {
    let end = sentence.endIndex
    var isQuestion = false
    var isClosed = false
    for at in Swift.max(sentence.startIndex, end - 4)..<end {
      switch sentence[at] {
      case UInt8(ascii: "?"):
        isClosed = true
        if at >= end - 2 { isQuestion = true }
      case UInt8(ascii: "."), UInt8(ascii: "!"): isClosed = true
      default: continue
      }
    }
    self.isQuestion = isQuestion
    self.isClosed = isClosed
    isNote = Self.notes.contains { sentence.starts(with: $0) }
    var first = sentence.startIndex
    while first < end, sentence[first] != UInt8(ascii: " "), sentence[first] != UInt8(ascii: ",") {
      first += 1
    }
    let word = sentence[..<first]
    isDangling = word.count <= 12 && Self.dangling.contains(ContentWords.fnv(word))
  }

  private static let notes = [
    "Korrektur", "Correction", "Anmerkung der", "Hinweis der", "Stand: ",
  ].map { Array($0.utf8) }

  /// Words that lean on the sentence before.
  private static let dangling = HashSet([
    "Er", "Sie", "Es", "Dies", "Diese", "Dieser", "Dieses", "Das", "Dabei", "Dadurch", "Dafür",
    "Dagegen", "Daher", "Damit", "Danach", "Daran", "Darauf", "Daraus", "Darüber", "Darum",
    "Davon", "Dazu", "Demnach", "Denn", "Dennoch", "Deshalb", "Deswegen", "Doch", "Dort", "Aber",
    "Allerdings", "Also", "Auch", "Außerdem", "Zudem", "Und", "Oder", "So", "Ihre", "Ihr", "Ihm",
    "Ihn", "Seine", "Sein", "Solche", "Jedoch", "Trotzdem", "Zugleich", "Hier", "Hierzu", "Wir",
    "Ich", "Jener", "Daraufhin", "Gleichzeitig", "Unterdessen", "Stattdessen", "Beide", "Dann",
    "He", "She", "It", "They", "This", "These", "That", "Those", "But", "However", "His", "Her",
    "Their", "Its", "There", "Then", "We", "I", "Meanwhile", "Instead", "Both",
  ])
}
