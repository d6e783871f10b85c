import Editions
import Languages
import Press
import Storage

extension PageRenderer {
  private static let hitsOnPage = 20

  func search(_ query: String, page: Int, below: Int64?, _ edition: Edition) throws -> LaidOut? {
    let asked = SearchQuery(query)
    let page = min(max(page, 1), 20)
    let answer = try library.find(asked, page: page, perPage: Self.hitsOnPage, below: below)
    let result = SearchPage(
      edition: edition, query: query, hits: Self.hits(answer.found, for: asked),
      total: nil, page: page, hasMore: answer.hasMore, suggestion: answer.suggestion,
      below: below, end: answer.below)
    return LaidOut(result.html, maxAge: 0, subjects: [.everything])
  }
}

extension PageRenderer {
  /// Hits with the words that show why.
  static func hits(_ found: [FoundStory], for query: SearchQuery) -> [SearchHit] {
    var finder = HitFinder(query)
    return found.map { finder.hit($0) }
  }
}

/// Finds the words asked for in articles. It remembers each word it has looked at, as most stand in
/// many articles, and looks only at words that can be meant.
struct HitFinder {
  private let query: SearchQuery
  private var readers: [Language: Reader] = [:]

  private struct Reader {
    var terms: SearchTermReader
    var asked: Set<[UInt8]>
    /// The first two letters of what is asked; no second where there is but one.
    var starts: [(UInt8, UInt8?)]
    var known: [UInt64: Bool] = [:]

    /// Whether something asked can begin somewhere in a word, be it a part of a compound.
    func canBegin(in word: [UInt8]) -> Bool {
      for index in word.indices {
        for (first, second) in starts where word[index] == first {
          guard let second else { return true }
          if index + 1 < word.count, word[index + 1] == second { return true }
        }
      }
      return false
    }
  }

  init(_ query: SearchQuery) { self.query = query }

  /// The sentence of the article that holds most of the words asked for, verbatim.
  mutating func hit(_ found: FoundStory) -> SearchHit {
    let language = found.article.language
    let teaser = ArticleTeaser(found.article, story: found.story)
    let body = found.article.body
    let words = Words(body.utf8)
    var reader = readers[language] ?? reader(language)
    defer { readers[language] = reader }
    var best: (paragraph: ArticleText.Paragraph, matches: [Range<Int>])?
    for paragraph in body.paragraphs {
      let matches = Self.matches(words.tokens(in: paragraph.range), of: words, &reader)
      if best == nil || matches.count > (best?.matches.count ?? 0) { best = (paragraph, matches) }
      // As many as words were asked for are enough; the rest of the article need not be read.
      if matches.count >= query.words.count, !matches.isEmpty { break }
    }
    guard let best else { return SearchHit(article: teaser, snippet: "", more: found.more) }
    let sentences = Sentences.split(
      words.tokens(in: best.paragraph.range), of: words, language: language
    ).map { words.stretch($0) }
    func count(_ range: Range<Int>) -> Int {
      best.matches.count { range.contains($0.lowerBound) }
    }
    let range = sentences.max { count($0) < count($1) } ?? best.paragraph.range
    let marks = best.matches.filter { range.contains($0.lowerBound) }.map {
      ($0.lowerBound - range.lowerBound)..<(min($0.upperBound, range.upperBound)
        - range.lowerBound)
    }
    return SearchHit(
      article: teaser, snippet: body[range], marks: marks, anchor: best.paragraph.anchor,
      more: found.more)
  }

  private func reader(_ language: Language) -> Reader {
    let asked = Set(
      query.words.flatMap { SearchTerms.terms(of: $0, language: language) }.map { Array($0.utf8) })
    return Reader(
      terms: SearchTermReader(language), asked: asked,
      starts: asked.compactMap { term in
        term.first.map { ($0, term.count > 1 ? term[1] : nil) }
      })
  }

  private static func matches(_ tokens: Range<Int>, of words: Words, _ reader: inout Reader)
    -> [Range<Int>]
  {
    var matches: [Range<Int>] = []
    for index in tokens where words[index].kind != .punctuation {
      let word = words[index]
      let isMatch: Bool
      if let known = reader.known[word.hash] {
        isMatch = known
      } else {
        isMatch = Self.isMatch(words.utf8[word.range], isNumber: word.kind == .number, &reader)
        reader.known[word.hash] = isMatch
      }
      if isMatch { matches.append(word.range) }
    }
    return matches
  }

  private static func isMatch(
    _ bytes: ArraySlice<UInt8>, isNumber: Bool, _ reader: inout Reader
  ) -> Bool {
    let folded = Folding.fold(bytes)
    guard isNumber || reader.canBegin(in: folded) else { return false }
    var isMatch = false
    let asked = reader.asked
    reader.terms.read(Words(Array(bytes))) { term, _, _ in
      if asked.contains(term) { isMatch = true }
    }
    return isMatch
  }
}
