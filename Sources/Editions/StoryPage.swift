package import Evidence
package import Hypertext
package import Press
package import Stories

/// A story with its evidence side by side.
package struct StoryPage: Sendable {
  package var edition: Edition
  /// Headline, standfirst and counts, as the fronts show them.
  package var teaser: StoryTeaser
  package var story: Story
  /// The member articles, in any order.
  package var articles: [Article]
  package var dossier: Dossier
  /// Other stories of the same saga, newest first.
  package var saga: [StoryTeaser]
  package var picture: LeadPicture?
  /// The tickers and newsletters with parts that tell of the event (`Story.attachments`).
  package var tickers: [Article]

  package init(
    edition: Edition, teaser: StoryTeaser, story: Story, articles: [Article], dossier: Dossier,
    saga: [StoryTeaser] = [], picture: LeadPicture? = nil, tickers: [Article] = []
  ) {
    self.tickers = tickers
    self.picture = picture
    self.edition = edition
    self.teaser = teaser
    self.story = story
    self.articles = articles
    self.dossier = dossier
    self.saga = saga
  }

  package var html: HTML {
    let marks = Marks(
      edition,
      outlets: [teaser.headlineOutlet] + teaser.outlets
        + saga.flatMap { [$0.headlineOutlet] + $0.outlets } + tickers.map(\.outlet),
      articles: articles)
    let words = edition.wording
    let parts = parts(marks)
    return edition.page(
      place: .story(story.id),
      head: PageHead(
        title: teaser.headline, summary: "\(teaser.standfirst ?? "") \(counts)",
        feed: (.story(story.id), words.story.follow), isArticle: true, data: data),
      main: """
        \(head(marks))
        \(jumpBar(parts))
        \(CoverageStrip(articles: articles, marks: marks).html)
        \(parts, { $0.html })
        \(related(marks))
        """)
  }

  /// The parts in their order, of as much of the dossier as a page has room for.
  private func parts(_ marks: Marks) -> [StorySection] {
    var parts: [StorySection] = []
    for limit in DossierLimit.steps {
      let evidence = StoryEvidence(marks: marks, dossier: dossier.trimmed(to: limit))
      parts =
        [
          evidence.keyPoints, evidence.figures, evidence.claims, evidence.quotes,
          evidence.timeline, evidence.cast,
          StorySources(page: self, marks: marks, dossier: evidence.dossier).section,
        ].compactMap { $0 }
      if parts.reduce(0, { $0 + $1.content.bytes.count }) <= Self.room { break }
    }
    return parts
  }

  /// Bytes for the parts' content: packed with gzip, page and style sheet then stay below 13,000,
  /// the first TCP window.
  private static let room = 22_000

  private var counts: String {
    let words = edition.wording.counts
    return words.articlesFrom(
      words.articles(teaser.articleCount), words.sources(teaser.outlets.count))
      + ", " + words.independent(teaser.independentCount)
  }

  /// The header, with the story's picture beside it where there is one.
  private func head(_ marks: Marks) -> HTML {
    guard let figure = picture?.html(edition, sizes: "(min-width: 60rem) 27rem, 92vw") else {
      return header(marks)
    }
    return "<div class=\"hp\">\(header(marks))\n\(figure)</div>"
  }

  private func header(_ marks: Marks) -> HTML {
    let words = edition.wording
    let lang = edition.foreign(teaser.language)
    let kicker = teaser.kicker?.visible.map {
      Typography.set($0.shortened(to: 100), in: teaser.language)
    }
    let from =
      teaser.headlineArticle.map {
        marks.outlet(
          teaser.headlineOutlet.id, to: .article($0, anchor: standfirstSource?.anchor))
      } ?? marks.outlet(teaser.headlineOutlet.id)
    return """
      <header class="head">
      <p class="kick">\(kicker ?? words.sections[teaser.section])</p>
      <h1\(attribute: "lang", lang)\(attribute: "class", edition.size(of: teaser.headline))>\(edition.heading(teaser.headline, teaser.language, limit: 320))</h1>
      <p class="qs"><span>\(words.front.headlineFrom)</span>\(from)</p>
      \(lede(marks, lang))
      <p class="meta">\(counts)\(newest)</p>
      </header>
      """
  }

  private func lede(_ marks: Marks, _ lang: String?) -> HTML? {
    guard let text = teaser.standfirst?.visible else { return nil }
    return """
      <p class="lede"\(attribute: "data-v", standfirstSource?.verbatim)\(attribute: "lang", lang)>\
      \(Typography.set(text.shortened(to: 600), in: teaser.language))</p>
      """
  }

  /// Where the standfirst stands, if it is the beginning of its article's text: the passage, and the
  /// paragraph it lies in.
  private var standfirstSource: (verbatim: String, anchor: Int?)? {
    guard let text = teaser.standfirst,
      let article = articles.first(where: { $0.id == teaser.headlineArticle })
    else { return nil }
    let body = article.body
    guard body.utf8.starts(with: text.utf8) else { return nil }
    return (
      "\(article.id).\(article.version):0-\(text.utf8.count)", body.paragraph(at: 0)?.anchor
    )
  }

  private var newest: HTML? {
    teaser.newest.map {
      " · \(edition.wording.story.newest) \(edition.dates.element($0))"
    }
  }

  private func jumpBar(_ sections: [StorySection]) -> HTML {
    """
    <nav class="jump" aria-label="\(edition.wording.frame.onThisPage)"><ul>\
    \(sections, { "<li><a href=\"\(url: "#" + $0.anchor)\">\($0.short)</a></li>" })</ul></nav>
    """
  }

  private func related(_ marks: Marks) -> HTML? {
    guard !saga.isEmpty else { return nil }
    let view = TeaserView(marks: marks)
    return """
      <section aria-labelledby="saga"><div class="sec"><h2 id="saga">\(edition.wording.story.saga)</h2></div>
      <div class="g3">\(saga.prefix(6), { view.html($0) })</div></section>
      """
  }
}

/// A part of a story's page with its heading and the line that tells what is in it.
struct StorySection {
  var anchor: String
  var title: String
  /// The title in the jump bar.
  var short: String
  var line: String
  /// Whether the part is open on phones, too.
  var isOpen = false
  var content: HTML

  var html: HTML {
    guard !isOpen else {
      return """
        <section class="blk" aria-labelledby="\(anchor)"><h2 id="\(anchor)">\(title)</h2>\
        <div class="in">
        \(content)
        </div></section>

        """
    }
    return """
      <details class="blk"><summary class="st"><h2>\(title) <span class="meta">\(line)</span></h2>\
      </summary><div class="in" id="\(anchor)">
      \(content)
      </div></details>

      """
  }
}
