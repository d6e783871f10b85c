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
    let marks = Marks(edition, outlets: [outlet])
    let words = edition.wording
    let name = marks.name(outlet.id)
    let view = TeaserView(marks: marks, level: 2, showsStandfirst: true, showsSection: true)
    return edition.page(
      place: .outlet(outlet.id),
      head: PageHead(title: name, summary: "\(name): \(counts)", feed: (.outlet(outlet.id), name)),
      main: """
        <header class="head \(marks.palette[outlet.id])">\
        <span class="mono" aria-hidden="true">\(Monogram.letter(of: outlet))</span>
        <h1>\(name)</h1><p class="meta">\(counts)</p>\(home)</header>
        <div class="g3 rest">\(articles, { view.html($0) })</div>
        \(articles.isEmpty ? "<p class=\"lede\">\(words.lists.nothingYet)</p>" as HTML : nil)
        """)
  }

  private var counts: String {
    let words = edition.wording
    let articles = words.counts.articles(articleCount)
    guard articleCount > 0 else { return articles }
    let share = Swift.min(100, Swift.max(0, independentCount) * 100 / articleCount)
    return "\(articles), \(words.lists.ownShare(share))"
  }

  private var home: HTML? {
    outlet.home.map {
      """
      <p><a class="more" href="\(url: $0)" rel="external noopener noreferrer">\
      \(edition.wording.lists.homePage)</a></p>
      """
    }
  }
}
