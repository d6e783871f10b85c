import Editions
import Languages
import Press
import Storage

extension PageRenderer {
  private static let hitsOnPage = 20

  func search(_ query: String, page: Int, _ edition: Edition) throws -> LaidOut? {
    let asked = SearchQuery(query)
    let page = min(max(page, 1), 20)
    let found = try library.search(asked, limit: page * Self.hitsOnPage + 1)
    let shown = found.dropFirst((page - 1) * Self.hitsOnPage).prefix(Self.hitsOnPage)
    let result = SearchPage(
      edition: edition, query: query, hits: shown.map { SearchHit($0, for: asked) }, total: nil,
      page: page, hasMore: found.count > page * Self.hitsOnPage)
    return LaidOut(result.html, maxAge: 0, subjects: [.everything])
  }
}

extension SearchHit {
  /// The sentence of the article that holds most of the words asked for, verbatim.
  init(_ filed: FiledArticle, for query: SearchQuery) {
    let language = filed.article.language
    let asked = Set(
      query.words.compactMap { SearchTerms.terms(of: $0, language: language).first })
    let body = filed.article.body
    var matches: [Range<Int>] = []
    var reader = SearchTermReader(language)
    reader.read(Words(body.utf8)) { term, range, _ in
      if matches.last != range, asked.contains(String(decoding: term, as: UTF8.self)) {
        matches.append(range)
      }
    }
    let teaser = ArticleTeaser(filed.article, story: filed.story)
    let best = filed.findings.sentences.map { sentence in
      (sentence, matches.filter { sentence.stretch.range.contains($0.lowerBound) })
    }.max { $0.1.count < $1.1.count }
    guard let (sentence, inside) = best else {
      self.init(article: teaser, snippet: "")
      return
    }
    let range = sentence.stretch.range
    self.init(
      article: teaser, snippet: body[range],
      marks: inside.map {
        ($0.lowerBound - range.lowerBound)..<(min($0.upperBound, range.upperBound)
          - range.lowerBound)
      }, anchor: sentence.anchor)
  }
}
