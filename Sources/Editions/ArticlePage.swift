package import Evidence
package import Hypertext
package import Press

/// An article, clean, with the evidence of its story in the margin.
package struct ArticlePage: Sendable {
  package var edition: Edition
  package var article: Article
  /// The sentences that tell most of it, verbatim; see `KeyPoints.ofArticle`.
  package var keyPoints: [Citation]
  /// The evidence of the article's story, from which the margin's notes are taken.
  package var dossier: Dossier
  /// Names of the outlets in the dossier.
  package var outlets: [Outlet]
  package var story: StoryTeaser?
  /// Other articles of the story.
  package var related: [ArticleTeaser]
  /// How much of the text may be shown; less than all leaves the cited sentences.
  package var rights: Source.Rights
  /// The article this one is a copy of.
  package var original: ArticleTeaser?
  /// Pictures of ours by the address the article gives.
  package var pictures: [String: KeptPicture]
  /// Earlier versions, the newest first.
  package var revisions: [ArticleRevision]

  package init(
    edition: Edition, article: Article, keyPoints: [Citation] = [], dossier: Dossier = Dossier(),
    outlets: [Outlet] = [], story: StoryTeaser? = nil, related: [ArticleTeaser] = [],
    rights: Source.Rights = .full, original: ArticleTeaser? = nil,
    pictures: [String: KeptPicture] = [:], revisions: [ArticleRevision] = []
  ) {
    self.edition = edition
    self.article = article
    self.keyPoints = keyPoints
    self.dossier = dossier
    self.outlets = outlets
    self.story = story
    self.related = related
    self.rights = rights
    self.original = original
    self.pictures = pictures
    self.revisions = revisions
  }

  package var html: HTML {
    let known = outlets + related.map(\.outlet) + [article.outlet]
    let marks = Marks(
      edition, outlets: known + (original.map { [$0.outlet] } ?? []), articles: [article])
    return edition.page(
      place: .article(article.id, anchor: nil),
      head: PageHead(
        title:
          "\(edition.headline(article.headline, article.language)) – \(marks.name(article.outlet.id))",
        summary: article.standfirst, canonical: article.canonicalURL ?? article.url,
        feed: story.map { (.story($0.id), edition.wording.story.follow) }, isArticle: true,
        data: data),
      main: """
        <article class="read">
        \(header)
        \(ArticleImprint(page: self, marks: marks).html)
        <div class="txt"\(attribute: "lang", edition.foreign(article.language))>
        \(points(marks))\(news(marks))\(text(marks))
        </div>
        \(ArticleEnd(page: self, marks: marks).html)
        </article>
        \(more(marks))
        """)
  }

  private var header: HTML {
    let lang = edition.foreign(article.language)
    let language = article.language
    let headline = edition.headline(article.headline, language, limit: 400)
    let kicker = article.kicker?.visible.map { Typography.set($0.shortened(to: 120), in: language) }
    return """
      <header>
      <p class="kick">\(kickerLink(kicker))</p>
      <h1\(attribute: "lang", lang)\(attribute: "class", edition.size(of: headline))>\(edition.heading(article.headline, language, limit: 400))</h1>
      \(article.standfirst.flatMap { lede($0, lang) })
      </header>
      """
  }

  /// The kicker leads to the story, else to the section.
  private func kickerLink(_ kicker: String?) -> HTML {
    let section = edition.wording.sections[article.section ?? story?.section]
    if let story, story.articleCount > 1 {
      return
        "<a href=\"\(url: edition.path(.story(story.id)))\">\(story.kicker?.visible ?? kicker ?? section)</a>"
    }
    guard let place = article.section ?? story?.section else { return "\(kicker ?? section)" }
    return "<a href=\"\(url: edition.path(.section(place)))\">\(kicker ?? section)</a>"
  }

  private func lede(_ text: String, _ lang: String?) -> HTML? {
    guard let text = text.visible else { return nil }
    return """
      <p class="lede" id="p0"\(attribute: "lang", lang)>\
      \(Typography.set(text, in: article.language))</p>
      """
  }

  private func points(_ marks: Marks) -> HTML? {
    let shown = keyPoints.filter { $0.words.visible != nil }.prefix(3)
    guard !shown.isEmpty else { return nil }
    return """
      <section class="box pts" aria-labelledby="pts"><h2 id="pts"\(attribute: "lang", ownLanguage)>\
      \(edition.wording.article.keyPoints(shown.count))</h2><ul>\
      \(shown, { point($0, marks) })</ul></section>

      """
  }

  /// What no earlier report of the story says, as far as the key points do not say it.
  private func news(_ marks: Marks) -> HTML? {
    let known = Set(keyPoints.prefix(3).map(\.passage))
    let news = dossier.news?.first { $0.article == article.id }?.sentences ?? []
    let shown = news.filter {
      $0.words.visible != nil && !known.contains($0.passage)
        && $0.passage.version == article.version
    }
    guard !shown.isEmpty else { return nil }
    return """
      <section class="box pts" aria-labelledby="nws"><h2 id="nws"\(attribute: "lang", ownLanguage)>\
      \(edition.wording.article.newHere)</h2><ul>\(shown, { point($0, marks) })</ul></section>

      """
  }

  private func point(_ citation: Citation, _ marks: Marks) -> HTML {
    """
    <li data-v="\(marks.verbatim(citation.passage))">\
    <a href="\(url: "#p\(citation.passage.anchor)")">\
    \(Typography.set(citation.words, in: article.language))</a></li>
    """
  }

  /// Our own words inside a text of another language.
  private var ownLanguage: String? {
    edition.foreign(article.language) == nil ? nil : edition.language.rawValue
  }

  private func text(_ marks: Marks) -> HTML {
    let notes = MarginNotes(article: article.id, dossier: dossier, marks: marks)
    let view = BlockView(page: self, marks: marks, notes: notes)
    return rights == .full ? view.fullText : view.excerpt
  }

  private func more(_ marks: Marks) -> HTML? {
    guard !related.isEmpty else { return nil }
    let words = edition.wording
    let link: HTML? = story.map {
      """
      <a class="more" href="\(url: edition.path(.story($0.id)))">\
      \(words.counts.sources($0.outlets.count))</a>
      """
    }
    return """
      <section class="rel" aria-labelledby="rel"><div class="sec">\
      <h2 id="rel">\(words.article.moreOfStory)</h2>\(link)</div>
      <div class="end-nav">\(ordered.prefix(4), { card($0, marks) })</div></section>
      """
  }

  /// What came next in the story, then what came before, the nearest first.
  private var ordered: [ArticleTeaser] {
    let now = article.published?.start ?? .max
    func start(_ teaser: ArticleTeaser) -> Int64 { teaser.published?.start ?? .min }
    let after = related.filter { start($0) > now }.sorted { start($0) < start($1) }
    let before = related.filter { start($0) <= now }.sorted { start($0) > start($1) }
    return after.prefix(2) + before + after.dropFirst(2)
  }

  /// "danach" or "davor"; nil where one of the two has no date.
  private func place(_ teaser: ArticleTeaser) -> String? {
    guard let now = article.published?.start, let then = teaser.published?.start, now != then
    else { return nil }
    return then > now ? edition.wording.paper.after : edition.wording.paper.before
  }

  private func card(_ teaser: ArticleTeaser, _ marks: Marks) -> HTML {
    """
    <article class="card \(marks.palette[teaser.outlet.id])"><p class="qs">\
    \(marks.outlet(teaser.outlet.id))\(place(teaser).map { "<span>\($0)</span>" as HTML })\
    \(teaser.published.map { edition.dates.element($0, .brief) })</p>\
    <h3><a href="\(url: edition.path(.article(teaser.id, anchor: nil)))"\
    \(attribute: "lang", edition.foreign(teaser.language))>\
    \(edition.heading(teaser.headline, teaser.language))</a></h3></article>

    """
  }
}
