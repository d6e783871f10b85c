import Hypertext
import Press

/// What a page says of itself to machines.
struct PageHead {
  var title: String
  var summary: String?
  /// The article's own address, or that of the page.
  var canonical: String?
  var feed: (place: Address.Place, title: String)?
  /// Pages of forms and errors are not for search machines.
  var isIndexed = true
  var isArticle = false
}

extension Edition {
  /// A whole page around its main part. Pages of the reader's desk are dressed otherwise.
  func page(
    place: Address.Place?, head: PageHead, main: HTML, dress: DeskDress? = nil
  ) -> HTML {
    """
    <!doctype html>
    <html lang="\(language.rawValue)">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width,initial-scale=1">
    <title>\(documentTitle(head))</title>
    \(metadata(head, place: place))<meta name="color-scheme" content="light dark">
    <link rel="icon" href="/icon.svg" type="image/svg+xml">
    <style>\(dress?.sheet ?? sheet(for: place))</style>
    \(dress?.script)</head>
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

  /// The value of `lang` where words are in another language than the page.
  func foreign(_ language: Language) -> String? {
    guard language != self.language.language, language != .unknown,
      (2...3).contains(language.rawValue.utf8.count)
    else { return nil }
    return language.rawValue
  }

  private func sheet(for place: Address.Place?) -> CSS {
    if hasLeanArticles, case .article = place { return Stylesheet.article }
    return Stylesheet.css
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
    let feed: HTML? = head.feed.map {
      """
      <link rel="alternate" type="application/atom+xml" title="\($0.title)" href="\(url: path($0.place))">

      """
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
      \(feed)
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
      <form role="search" action="\(url: path(.search(query: "", page: 1)))">\
      <label class="vh" for="q">\(words.searchLabel)</label>\
      <input id="q" name="q" type="search" placeholder="\(words.search)"></form>
      </div>
      <nav class="nav" aria-label="\(words.sectionBar)"><ul class="w">\
      \(sections, { item(.section($0), wording.sections[$0], at: place) })\
      <li class="sm"><a href="\(url: path(.search(query: "", page: 1)))"\
      \(attribute: "aria-current", isSearch(place) ? "page" : nil)>\(words.search)</a></li>\
      \(item(.sources, words.sources, at: place))</ul></nav>
      </header>
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
    let other: EditionLanguage = language == .german ? .english : .german
    let otherPath = otherPath ?? Address(place ?? .front, in: other).path
    let desk: HTML? =
      hasDesk
      ? "<li><a href=\"\(url: DeskAddress(.list(.unread), in: language).path)\">\(language.deskWording.desk)</a></li>"
      : nil
    let legal: HTML? =
      hasLegalPages
      ? """
      <li><a href="\(url: path(.imprint))">\(words.imprint)</a></li>\
      <li><a href="\(url: path(.privacy))">\(words.privacy)</a></li>
      """ : nil
    return """
      <footer class="foot"><div class="w">
      <p>\(notice.map { "<b>\($0)</b> " as HTML })\(words.creed)</p>
      <ul><li><a href="#top">\(words.backToTop) ↑</a></li>\
      <li><a href="\(url: path(.how))">\(words.how)</a></li>\
      <li><a href="\(url: path(.frontFeed))">\(words.feed)</a></li>\(desk)\(legal)\
      <li><a href="\(url: otherPath)" lang="\(other.rawValue)" hreflang="\(other.rawValue)">\
      \(words.otherLanguage)</a></li></ul>
      </div></footer>
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
