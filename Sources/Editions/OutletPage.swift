package import Hypertext
package import Press

/// An outlet: what it reports, how much of it is its own.
package struct OutletPage: Sendable {
  package var edition: Edition
  package var outlet: Outlet
  /// All articles read from it.
  package var articleCount: Int
  /// Those that are no copies.
  package var independentCount: Int
  /// Newest first.
  package var articles: [ArticleTeaser]
  package var sources: [Source]

  package init(
    edition: Edition, outlet: Outlet, articleCount: Int, independentCount: Int,
    articles: [ArticleTeaser], sources: [Source] = []
  ) {
    self.edition = edition
    self.outlet = outlet
    self.articleCount = articleCount
    self.independentCount = independentCount
    self.articles = articles
    self.sources = sources
  }

  package var html: HTML {
    edition.page(place: .outlet(outlet.id), head: PageHead(title: ""), main: "")
  }
}
