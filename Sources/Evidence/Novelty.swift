package import Press

/// What an article adds to those before it in its story: sentences none of them says, verbatim, in the
/// order of the text.
package struct ArticleNews: Sendable, Hashable, Codable {
  package var article: Article.ID
  package var sentences: [Citation]

  package init(article: Article.ID, sentences: [Citation]) {
    self.article = article
    self.sentences = sentences
  }
}

/// The new sentences of a story's articles, each article held against those that came before it.
struct Novelty: Sendable {
  private var known = KnownSentences()
  /// By exhibit the sentences shown, by their index.
  private var shown: [Int: [Int]] = [:]

  /// Sentences shown of an article, and articles of which something is shown, the latest.
  private static let most = 3
  private static let mostArticles = 60

  mutating func add(_ digest: ExhibitDigest, number: Int) {
    // Nothing is new beside nothing.
    if !known.isEmpty {
      let new = digest.sentences.indices.filter { index in
        let sentence = digest.sentences[index]
        return sentence.standsAlone && sentence.isTold && !known.says(sentence)
      }
      let telling = Self.telling(digest)
      // Who says what, figures and dates tell most; else what stands first.
      let best = new.sorted { a, b in
        (telling.contains(a) ? 0 : 1, a) < (telling.contains(b) ? 0 : 1, b)
      }
      shown[number] = best.prefix(Self.most).sorted()
    }
    known.add(digest)
  }

  private static func telling(_ digest: ExhibitDigest) -> Set<Int> {
    Set(
      digest.claims.map(\.sentence) + digest.figures.map(\.sentence)
        + digest.events.map(\.sentence))
  }

  func news(_ digests: [ExhibitDigest]) -> [ArticleNews] {
    shown.keys.sorted().suffix(Self.mostArticles).compactMap { number in
      guard let sentences = shown[number], !sentences.isEmpty else { return nil }
      return ArticleNews(
        article: digests[number].article.id,
        sentences: sentences.map { digests[number].citation(ofSentence: $0) })
    }
  }
}

/// Sentences that were read before, found again by the words they share.
struct KnownSentences: Sendable {
  private var postings: [UInt64: [Int32]] = [:]
  private var hashes: Set<UInt64> = []
  private var count: Int32 = 0
  /// Room for counting: by sentence the words it shares with the one that is asked for.
  private var shared: [UInt8] = []

  /// How many postings of a word are looked at: words of every sentence tell nothing.
  private static let limit = 200

  var isEmpty: Bool { count == 0 }

  mutating func add(_ digest: ExhibitDigest) {
    for sentence in digest.sentences {
      hashes.insert(sentence.hash)
      for word in sentence.words { postings[word, default: []].append(count) }
      shared.append(0)
      count += 1
    }
  }

  /// Whether an earlier sentence has most of a sentence's content words.
  mutating func says(_ sentence: SentenceDigest) -> Bool {
    if hashes.contains(sentence.hash) { return true }
    guard !sentence.words.isEmpty else { return true }
    let needed = UInt8(clamping: max(1, (sentence.words.count * 3 + 3) / 5))
    var touched: [Int32] = []
    var isSaid = false
    for word in sentence.words {
      for number in postings[word]?.prefix(Self.limit) ?? [] {
        if shared[Int(number)] == 0 { touched.append(number) }
        shared[Int(number)] &+= 1
        if shared[Int(number)] >= needed { isSaid = true }
      }
      if isSaid { break }
    }
    for number in touched { shared[Int(number)] = 0 }
    return isSaid
  }
}
