import Hypertext
import Press

/// What a page says of itself to machines.
struct PageHead {
  var title: String
  var summary: String?
  /// The article's own address, or that of the page.
  var canonical: String?
  var feed: (topic: FeedTopic, title: String)?
  /// Pages of forms and errors are not for search machines.
  var isIndexed = true
  var isArticle = false
  /// What schema.org says of the page.
  var data: JSONText?
}

extension Edition {
  /// A whole page around its main part. Pages of the reader's desk are dressed otherwise.
  func page(
    place: Address.Place?, head: PageHead, main: HTML, dress: DeskDress? = nil
  ) -> HTML {
    """
    <!doctype html>
    <html lang="\(language.rawValue)"\(attribute: "class", look.classes.isEmpty ? nil : look.classes.joined(separator: " "))>
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width,initial-scale=1">
    <title>\(documentTitle(head))</title>
    \(metadata(head, place: place))<meta name="color-scheme" content="light dark">
    <link rel="icon" href="\(url: path(.icon))" type="image/svg+xml">
    <style>\(dress?.sheet ?? sheet(for: place, head))</style>
    \(dress?.script)\(script)</head>
    <body id="top">
    <a class="skip" href="#main">\(wording.frame.skip)</a>
    \(masthead(place: place))
    <main id="main" class="w">
    \(main)
    </main>
    \(foot(place: place, otherPath: dress?.otherPath))
    </body>
    </html>

    """
  }

  /// For readers who want it: keys, pages for the way, the paper as an app.
  private var script: HTML? {
    guard look.hasScript, links == .paths else { return nil }
    return """
      <link rel="manifest" href="\(url: path(.asset(.manifest)))">
      <script src="\(url: path(.asset(.script)))" defer></script>

      """
  }

  /// The value of `lang` where words are in another language than the page.
  func foreign(_ language: Language) -> String? {
    guard language != self.language.language, language != .unknown,
      (2...3).contains(language.rawValue.utf8.count)
    else { return nil }
    return language.rawValue
  }

  private func sheet(for place: Address.Place?, _ head: PageHead) -> CSS {
    guard hasLeanSheets, let place else { return Stylesheet.css }
    return switch place {
    case .article: Stylesheet.article
    case .story: Stylesheet.story
    // An empty front asks for sources and has forms.
    case .front where !head.isIndexed: Stylesheet.css
    case .front, .section, .day, .outlet, .archive: Stylesheet.front
    default: Stylesheet.css
    }
  }

  private func documentTitle(_ head: PageHead) -> String {
    head.title == title ? title : "\(head.title) – \(title)"
  }

  private func metadata(_ head: PageHead, place: Address.Place?) -> HTML {
    let summary: HTML? = head.summary.map {
      """
      <meta name="description" content="\($0.shortened(to: 160))">

      """
    }
    let canonical: HTML? = canonicalAddress(head, place: place).map {
      """
      <link rel="canonical" href="\(url: $0)">

      """
    }
    let feeds: HTML? = head.feed.flatMap { feed -> HTML? in
      guard has(.feed(feed.topic, .atom)) else { return nil }
      return "\(FeedFormat.allCases, { alternate(feed.topic, feed.title, $0) })"
    }
    let robots: HTML? =
      head.isIndexed
      ? nil
      : """
      <meta name="robots" content="noindex">

      """
    return """
      \(summary)\(canonical)\(robots)<meta property="og:title" content="\(head.title)">
      <meta property="og:type" content="\(head.isArticle ? "article" : "website")">
      \(shared(head, place))\(feeds)\(head.data.map { HTML(data: $0, type: "application/ld+json") })
      """
  }

  /// A feed that tells of what the page shows.
  private func alternate(_ topic: FeedTopic, _ title: String, _ format: FeedFormat) -> HTML {
    """
    <link rel="alternate" type="\(format.mediaType)" title="\(title)" href="\(url: path(.feed(topic, format)))">

    """
  }

  /// What sites show that a page is shared on; of use only where they can reach it.
  private func shared(_ head: PageHead, _ place: Address.Place?) -> HTML? {
    guard !base.isEmpty, head.isIndexed, let place else { return nil }
    let summary: HTML? = head.summary.map {
      """
      <meta property="og:description" content="\($0.shortened(to: 160))">

      """
    }
    return """
      <meta property="og:site_name" content="\(title)">
      <meta property="og:url" content="\(url(place))">
      \(summary)\(card(place))
      """
  }

  /// The picture that stands for a story elsewhere.
  private func card(_ place: Address.Place) -> HTML? {
    guard hasCards, links == .paths, case .story(let id) = place else { return nil }
    return """
      <meta property="og:image" content="\(url(.card(id)))">
      <meta property="og:image:width" content="\(StoryCard.width)">
      <meta property="og:image:height" content="\(StoryCard.height)">
      <meta name="twitter:card" content="summary_large_image">

      """
  }

  private func canonicalAddress(_ head: PageHead, place: Address.Place?) -> String? {
    if let canonical = head.canonical { return canonical }
    guard let place, !base.isEmpty, head.isIndexed else { return nil }
    return url(place)
  }

  private func masthead(place: Address.Place?) -> HTML {
    let day = zone.day(at: now)
    let words = wording.frame
    return """
      <header class="top">
      <div class="w">
      <p class="meta date"><time datetime="\(day.iso8601)"><span>\(dates.weekday(day)), </span>\
      \(dates.day(day))</time></p>
      <a class="logo" href="\(url: path(.front))" aria-label="\(title), \(words.home)">\
      \(title)<b>.</b></a>
      \(searchForm)
      </div>
      <nav class="nav" aria-label="\(words.sectionBar)"><ul class="w">\
      \(sections, { item(.section($0), wording.sections[$0], at: place) })\
      \(searchItem(place))\
      \(item(.sources, words.sources, at: place))</ul></nav>
      </header>
      """
  }

  private var searchForm: HTML? {
    let search = Address.Place.search(query: "", page: 1)
    guard has(search) else { return nil }
    return """
      <form role="search" action="\(url: path(search))">\
      <label class="vh" for="q">\(wording.frame.searchLabel)</label>\
      <input id="q" name="q" type="search" placeholder="\(wording.frame.search)"></form>
      """
  }

  private func searchItem(_ place: Address.Place?) -> HTML? {
    let search = Address.Place.search(query: "", page: 1)
    guard has(search) else { return nil }
    return """
      <li class="sm"><a href="\(url: path(search))"\
      \(attribute: "aria-current", isSearch(place) ? "page" : nil)>\(wording.frame.search)</a></li>
      """
  }

  private func item(_ target: Address.Place, _ name: String, at place: Address.Place?) -> HTML {
    """
    <li><a href="\(url: path(target))"\
    \(attribute: "aria-current", target == place ? "page" : nil)>\(name)</a></li>
    """
  }

  private func isSearch(_ place: Address.Place?) -> Bool {
    if case .search = place { true } else { false }
  }

  private func foot(place: Address.Place?, otherPath: String?) -> HTML {
    let words = wording.frame
    let desk: HTML? =
      hasDesk && links == .paths
      ? "<li><a href=\"\(url: path(.list(.unread)))\">\(language.deskWording.desk)</a></li>"
      : nil
    let legal: HTML? =
      hasLegalPages
      ? """
      <li><a href="\(url: path(.imprint))">\(words.imprint)</a></li>\
      <li><a href="\(url: path(.privacy))">\(words.privacy)</a></li>\
      <li><a href="\(url: path(.corrections))">\(wording.paper.corrections)</a></li>
      """ : nil
    return """
      <footer class="foot"><div class="w">
      <p>\(notice.map { "<b>\($0)</b> " as HTML })\(words.creed)</p>
      <ul><li><a href="#top">\(words.backToTop) ↑</a></li>\
      <li><a href="\(url: path(.how))">\(words.how)</a></li>\
      <li><a href="\(url: path(.archive))">\(wording.paper.archive)</a></li>\
      \(lookItem)\(feedItem)\(desk)\(legal)\
      \(otherLanguage(place, path: otherPath))</ul>
      </div></footer>
      """
  }

  private var lookItem: HTML? {
    guard has(.look) else { return nil }
    return "<li><a href=\"\(url: path(.look))\">\(wording.look.title)</a></li>"
  }

  private var feedItem: HTML? {
    guard has(.feed(.front, .atom)) else { return nil }
    return "<li><a href=\"\(url: path(.feed(.front, .atom)))\">\(wording.frame.feed)</a></li>"
  }

  /// The same page in the paper's other language; a folder of files holds one language.
  private func otherLanguage(_ place: Address.Place?, path: String?) -> HTML? {
    guard case .paths = links else { return nil }
    let other: EditionLanguage = language == .german ? .english : .german
    return """
      <li><a href="\(url: path ?? self.path(Address(place ?? .front, in: other)))" lang="\(other.rawValue)" \
      hreflang="\(other.rawValue)">\(wording.frame.otherLanguage)</a></li>
      """
  }
}

extension String {
  /// The text, or as many of its words as fit into a number of bytes with an ellipsis after them.
  func shortened(to limit: Int) -> String {
    guard utf8.count > limit else { return self }
    let limited = utf8.index(startIndex, offsetBy: limit)
    var end = limited
    while end > startIndex, utf8[end] != 0x20 { end = utf8.index(before: end) }
    if end == startIndex {
      end = limited
      while end > startIndex, utf8[end] & 0xC0 == 0x80 { end = utf8.index(before: end) }
    }
    return self[..<end] + " […]"
  }
}
