import Editions
import Languages
import Press
import Storage

extension PageRenderer {
  private static let hitsOnPage = 20

  func search(_ query: String, page: Int, _ edition: Edition) throws -> LaidOut? {
    let asked = SearchQuery(query)
    let page = min(max(page, 1), 20)
    let answer = try library.find(asked, page: page, perPage: Self.hitsOnPage)
    let result = SearchPage(
      edition: edition, query: query, hits: answer.found.map { SearchHit($0, for: asked) },
      total: nil, page: page, hasMore: answer.hasMore, suggestion: answer.suggestion,
      isPartial: answer.isPartial)
    return LaidOut(result.html, maxAge: 0, subjects: [.everything])
  }
}

extension SearchHit {
  /// The sentence of the article that holds most of the words asked for, verbatim.
  init(_ found: FoundStory, for query: SearchQuery) {
    let language = found.article.language
    let teaser = ArticleTeaser(found.article, story: found.story)
    let asked = Set(
      query.words.flatMap { SearchTerms.terms(of: $0, language: language) })
    let body = found.article.body
    let words = Words(body.utf8)
    var matches: [Range<Int>] = []
    var reader = SearchTermReader(language)
    reader.read(words) { term, range, _ in
      if matches.last != range, asked.contains(String(decoding: term, as: UTF8.self)) {
        matches.append(range)
      }
    }
    let paragraph = body.paragraphs.max { one, other in
      Self.count(matches, one.range) < Self.count(matches, other.range)
    }
    guard let paragraph = matches.isEmpty ? body.paragraphs.first : paragraph else {
      self.init(article: teaser, snippet: "", more: found.more)
      return
    }
    let sentences = Sentences.split(
      words.tokens(in: paragraph.range), of: words, language: language
    )
    .map { words.stretch($0) }
    let best = sentences.max { Self.count(matches, $0) < Self.count(matches, $1) }
    let range = best ?? paragraph.range
    let inside = matches.filter { range.contains($0.lowerBound) }
    self.init(
      article: teaser, snippet: body[range],
      marks: inside.map {
        ($0.lowerBound - range.lowerBound)..<(min($0.upperBound, range.upperBound)
          - range.lowerBound)
      }, anchor: paragraph.anchor, more: found.more)
  }

  private static func count(_ matches: [Range<Int>], _ range: Range<Int>) -> Int {
    matches.reduce(0) { $0 + (range.contains($1.lowerBound) ? 1 : 0) }
  }
}
