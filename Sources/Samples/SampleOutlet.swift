import Hypertext
package import Press

/// An outlet of the sample press, with all it serves.
package struct SampleOutlet: Sendable {
  package let name: String
  /// The loopback address it is served on, for example `127.0.0.11`.
  package let address: String
  package let language: Language
  package let feedPath: String
  let feed: FeedKind
  let showsFullText: Bool
  let articles: [SampleArticle]
  let dates: SampleDates
  let home: String
  private let template: SampleTemplate

  enum FeedKind: String { case rss, atom, json }

  init?(files: [(path: String, text: String)], weeks: Int, port: Int) {
    func text(_ name: String) -> String? { files.first { $0.path.hasSuffix("/" + name) }?.text }
    guard let card = text("outlet.txt"), let page = text("page.html") else { return nil }
    var fields: [Substring: String] = [:]
    for line in card.split(separator: "\n") where !line.hasPrefix("#") {
      guard let colon = line.firstIndex(of: ":") else { continue }
      fields[line[..<colon]] = String(line[line.index(after: colon)...].drop { $0 == " " })
    }
    guard let name = fields["name"], let address = fields["address"],
      let language = fields["language"], let feedPath = fields["feedPath"],
      let feed = fields["feed"].flatMap(FeedKind.init)
    else { return nil }
    self.name = name
    self.address = address
    self.language = Language(rawValue: language)
    self.feedPath = feedPath
    self.feed = feed
    showsFullText = fields["feedShows"] == "full"
    let dates = SampleDates(weeks: weeks, language: Language(rawValue: language))
    self.dates = dates
    home = "http://\(address):\(port)"
    template = SampleTemplate(page)
    articles = files.filter { $0.path.hasSuffix(".txt") && !$0.path.hasSuffix("/outlet.txt") }
      .compactMap { SampleArticle($0.text, dates: dates) }
      .sorted { ($0.published, $0.slug) > ($1.published, $1.slug) }
  }

  /// The feed's address.
  package var feedURL: String { home + feedPath }

  /// The paths of all its articles, newest first.
  package var articlePaths: [String] { articles.map { "/" + $0.slug } }

  func url(of article: SampleArticle) -> String { "\(home)/\(article.slug)" }

  func file(path: String) -> SampleFile? {
    let newest = articles.first?.published ?? 0
    if path == feedPath { return SampleFile(feedOf: self) }
    if path == "/" {
      return SampleFile(
        contentType: "text/html; charset=utf-8", lastModified: newest, body: frontPage.bytes)
    }
    if path == "/robots.txt" {
      return SampleFile(
        contentType: "text/plain; charset=utf-8", lastModified: newest,
        body: [UInt8]("User-agent: *\nDisallow: /suche\nDisallow: /kommentar\n".utf8))
    }
    if path == Self.iconPath {
      return SampleFile(contentType: "image/png", lastModified: newest, body: icon)
    }
    if let article = articles.first(where: { $0.picture != nil && $0.picturePath == path }) {
      return SampleFile(
        contentType: "image/png", lastModified: article.published,
        body: SamplePicture(number: article.slugNumber).png)
    }
    guard let article = articles.first(where: { "/" + $0.slug == path }) else { return nil }
    return SampleFile(
      contentType: "text/html; charset=utf-8", lastModified: article.published,
      body: page(of: article))
  }

  private var frontPage: HTML {
    """
    <!DOCTYPE html><html lang="\(language.rawValue)"><head><meta charset="utf-8">\
    <title>\(name)</title><link rel="icon" sizes="64x64" href="\(url: Self.iconPath)">\
    <link rel="alternate" type="\(feed.contentType)" href="\(url: feedPath)"></head>\
    <body><h1>\(name)</h1><ul>\
    \(articles, link)\
    </ul></body></html>
    """
  }

  private func link(_ article: SampleArticle) -> HTML {
    "<li><a href=\"\(url: "/" + article.slug)\">\(article.headline)</a></li>"
  }

  private func page(of article: SampleArticle) -> [UInt8] {
    let related = articles.filter { $0.slug != article.slug }.prefix(4)
    return template.filled([
      "headline": .text(article.headline), "kicker": .text(article.kicker),
      "standfirst": .text(article.standfirst), "byline": .text(article.byline),
      "section": .text(article.section), "canonical": .text(url(of: article)),
      "date_iso": .text(dates.rfc3339(article.published)),
      "date_long": .text(dates.long(article.published)),
      "date_day": .text(dates.dayAndMonth(of: article.published)),
      "correction": .markup(article.correctionNote),
      "body": .markup(article.body(of: self)), "figure": .markup(article.figure),
      "related": .markup("\(related, link)"),
      "jsonld": .json(StructuredData(article, of: self).text),
    ])
  }
}

extension SampleOutlet.FeedKind {
  var contentType: String {
    switch self {
    case .rss: "application/rss+xml"
    case .atom: "application/atom+xml"
    case .json: "application/feed+json"
    }
  }
}
