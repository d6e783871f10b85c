package import Hypertext
package import Press

/// One sentence of one version of an article, and what has become of it.
package struct PassagePage: Sendable {
  /// What has become of the sentence.
  package enum State: Sendable, Hashable {
    /// The newest version still has it.
    case unchanged
    /// The newest version has another one in its place, or none.
    case changed(on: PressDate?, now: String?)
    /// The article is no longer kept.
    case gone
  }

  package var edition: Edition
  /// The article; nil where it is gone.
  package var article: ArticleTeaser?
  package var version: Int
  /// The paragraph's anchor in the newest version.
  package var anchor: Int?
  /// The sentence, verbatim; nil where it is gone.
  package var words: String?
  /// The sentences before and after, verbatim.
  package var before: String?
  package var after: String?
  package var state: State
  /// The article's own address.
  package var url: String?
  package var place: Address.Place

  package init(
    edition: Edition, place: Address.Place, article: ArticleTeaser?, version: Int = 1,
    anchor: Int? = nil, words: String?, before: String? = nil, after: String? = nil, state: State,
    url: String? = nil
  ) {
    self.edition = edition
    self.place = place
    self.article = article
    self.version = version
    self.anchor = anchor
    self.words = words
    self.before = before
    self.after = after
    self.state = state
    self.url = url
  }

  package var html: HTML {
    edition.page(
      place: place,
      head: PageHead(title: lists.passageTitle, summary: words, isIndexed: false),
      main: """
        <header class="head"><p class="kick">\(lists.passageTitle)</p><h1>\(title)</h1>\
        <p class="qs">\(verdict)<span>\(lists.passageVersion(version))</span>\(source)</p></header>
        <div class="txt">\(quotation)\(now)\(citing)</div>
        """)
  }

  private var lists: ListWords { edition.wording.lists }
  private var language: Language { article?.language ?? .unknown }

  private var title: HTML {
    guard let article else { return "\(lists.passageGone)" }
    return """
      <a href="\(url: edition.path(.article(article.id, anchor: nil)))"\
      \(attribute: "lang", edition.foreign(language))>\(edition.headline(article.headline, language))</a>
      """
  }

  private var verdict: HTML {
    switch state {
    case .unchanged: "<span class=\"tag ok\">\(lists.passageUnchanged)</span>"
    case .changed(let date?, _):
      "<span class=\"tag eq\">\(lists.passageChanged(edition.dates.full(date)))</span>"
    case .changed(nil, _): "<span class=\"tag eq\">\(lists.passageChangedUndated)</span>"
    case .gone: "<span class=\"tag no\">\(lists.passageGone)</span>"
    }
  }

  private var source: HTML? {
    article.map { article in
      let marks = Marks(edition, outlets: [article.outlet])
      return """
        \(marks.outlet(article.outlet.id, to: .outlet(article.outlet.id)))\
        \(article.published.map { edition.dates.element($0) })
        """
    }
  }

  /// The sentence between its neighbours.
  private var quotation: HTML? {
    words.map { words in
      """
      <blockquote class="cit"\(attribute: "lang", edition.foreign(language))><p>\
      \(before.map { "<small>\(Typography.set($0, in: language))</small> " as HTML })\
      <mark>\(Typography.set(words, in: language))</mark>\
      \(after.map { " <small>\(Typography.set($0, in: language))</small>" as HTML })</p></blockquote>
      """
    }
  }

  private var now: HTML? {
    guard case .changed(_, let words?) = state else { return nil }
    return """
      <h2>\(lists.passageNow)</h2><blockquote class="cit"\(attribute: "lang", edition.foreign(language))>\
      <p>\(Typography.set(words, in: language))</p></blockquote>
      """
  }

  private var citing: HTML {
    let inArticle: HTML? = article.map {
      """
      <p><a class="more" href="\(url: edition.path(.article($0.id, anchor: anchor)))">\
      \(lists.inArticle)</a></p>
      """
    }
    let original: HTML? = url.map {
      """
      <p><a class="more" href="\(url: $0)" rel="external noopener noreferrer">\
      \(edition.wording.article.original)</a></p>
      """
    }
    return """
      \(inArticle)\(original)<p class="fn">\(lists.passageCite): <span>\(edition.url(place))</span></p>
      """
  }
}
