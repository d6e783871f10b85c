package import Hypertext

/// An article that a search found, with the words around the finding.
package struct SearchHit: Sendable, Hashable {
  package var article: ArticleTeaser
  /// Verbatim words of the article.
  package var snippet: String
  /// What matched: UTF-8 bytes of the snippet.
  package var marks: [Range<Int>]
  /// The paragraph the snippet stands in.
  package var anchor: Int?

  package init(
    article: ArticleTeaser, snippet: String, marks: [Range<Int>] = [], anchor: Int? = nil
  ) {
    self.article = article
    self.snippet = snippet
    self.marks = marks
    self.anchor = anchor
  }
}

/// What a search found, or the empty form.
package struct SearchPage: Sendable {
  package var edition: Edition
  package var query: String
  package var hits: [SearchHit]
  /// All hits, where they were counted.
  package var total: Int?
  /// Counted from 1.
  package var page: Int
  package var hasMore: Bool

  package init(
    edition: Edition, query: String, hits: [SearchHit] = [], total: Int? = nil, page: Int = 1,
    hasMore: Bool = false
  ) {
    self.edition = edition
    self.query = query
    self.hits = hits
    self.total = total
    self.page = page
    self.hasMore = hasMore
  }

  package var html: HTML {
    edition.page(place: .search(query: query, page: page), head: PageHead(title: ""), main: "")
  }
}
