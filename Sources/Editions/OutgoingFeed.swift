package import Evidence
package import Hypertext
package import Press

/// A feed of ours in any of its formats: stories of the front or of a section, a story's articles,
/// the articles that name somebody, of an outlet, or found by a search.
package struct OutgoingFeed: Sendable {
  /// One entry.
  struct Item: Sendable, Hashable {
    var id: String
    var link: String
    var title: String
    var date: PressDate?
    var author: String
    var summary: String
    var section: Section?
  }

  package var edition: Edition
  package var topic: FeedTopic
  package var title: String
  /// Newest first.
  var items: [Item]

  package init(edition: Edition, stories: [StoryTeaser], section: Section? = nil) {
    self.edition = edition
    topic = section.map { .section($0) } ?? .front
    title =
      section.map { "\(edition.title): \(edition.wording.sections[$0])" } ?? edition.title
    items = stories.prefix(60).map { Self.item($0, edition) }
  }

  /// - Parameter title: what the articles are of: a story's headline, a name, an outlet.
  package init(edition: Edition, topic: FeedTopic, title: String, articles: [ArticleTeaser]) {
    self.edition = edition
    self.topic = topic
    self.title = title.visible ?? edition.title
    items = articles.prefix(100).map { Self.item($0, edition) }
  }

  /// The figures of a quantity, the newest first: its words, who says so, and the sentence's place.
  package init(
    edition: Edition, anchor: Quantity.Anchor, quantity: Quantity, outlets: [Outlet]
  ) {
    self.edition = edition
    topic = .quantity(anchor)
    title =
      [quantity.unit.visible, quantity.direction?.visible].compactMap { $0 }
      .joined(separator: " ").visible ?? edition.title
    let names = Dictionary(outlets.map { ($0.id, $0.name) }) { first, _ in first }
    items = quantity.entries.sorted { ($0.date?.start ?? .min) > ($1.date?.start ?? .min) }
      .prefix(100).map { entry in
        let citation = entry.reading.citation
        let passage = citation.passage
        let name = names[citation.outlet]?.visible ?? citation.outlet
        return Item(
          id: edition.url(
            .passage(passage.article, version: passage.version, sentence: passage.sentence))
            + "#\(passage.lower)",
          link: edition.url(.article(passage.article, anchor: passage.anchor)),
          title: citation.words, date: entry.date, author: name,
          summary: [entry.reading.claimant, name].compactMap { $0 }.joined(separator: " · "),
          section: nil)
      }
  }

  /// The whole file; its media type is that of the format.
  package func bytes(_ format: FeedFormat) -> [UInt8] {
    switch format {
    case .atom: ("\(XML.declaration)\(atom)" as XML).bytes
    case .rss: ("\(XML.declaration)\(rss)" as XML).bytes
    case .json: json.bytes
    }
  }

  private var jsonHub: JSONText? {
    guard let hub = edition.hub else { return nil }
    if case .search = topic { return nil }
    return .array([.object(["type": JSONText("WebSub"), "url": JSONText(hub)])])
  }

  /// Where a reader can ask to be called when there is news (W3C WebSub, 4); searches have no hub.
  private func hub(isQualified: Bool) -> XML? {
    guard let hub = edition.hub else { return nil }
    if case .search = topic { return nil }
    return isQualified
      ? "<atom:link rel=\"hub\" href=\"\(attribute: hub)\"/>"
      : "<link rel=\"hub\" href=\"\(attribute: hub)\"/>"
  }

  func url(_ format: FeedFormat) -> String { edition.url(.feed(topic, format)) }
  var page: String { edition.url(topic.page) }
  var newest: Int64 { items.compactMap(\.date?.start).max() ?? edition.now }

  private static func item(_ story: StoryTeaser, _ edition: Edition) -> Item {
    let words = edition.wording.counts
    let counts =
      story.articleCount > 1
      ? "\(words.sources(story.outlets.count)), \(words.independent(story.independentCount))"
      : story.headlineOutlet.name
    return Item(
      id: edition.url(.story(story.id)), link: edition.url(story.place),
      title: story.headline.visible ?? edition.wording.article.untitled, date: story.newest,
      author: story.headlineOutlet.name,
      summary: [story.standfirst, counts].compactMap { $0 }.joined(separator: " · "),
      section: story.section)
  }

  private static func item(_ article: ArticleTeaser, _ edition: Edition) -> Item {
    let address = edition.url(.article(article.id, anchor: nil))
    return Item(
      id: address, link: address,
      title: article.headline.visible ?? edition.wording.article.untitled,
      date: article.published, author: article.outlet.name, summary: article.standfirst ?? "",
      section: article.section)
  }
}

/// Atom (RFC 4287).
extension OutgoingFeed {
  /// The feed's element; `XML.declaration` goes before it.
  package var atom: XML {
    """
    <feed xmlns="http://www.w3.org/2005/Atom" \
    xml:lang="\(attribute: edition.language.rawValue)">
    <id>\(url(.atom))</id>
    <title>\(title)</title>
    <updated>\(Self.timestamp(newest))</updated>
    <link rel="self" type="application/atom+xml" href="\(attribute: url(.atom))"/>
    <link rel="alternate" type="text/html" href="\(attribute: page)"/>\(hub(isQualified: false))
    <author><name>\(edition.title)</name></author>
    \(items, entry)</feed>

    """
  }

  private func entry(_ item: Item) -> XML {
    let category: XML? = item.section.map {
      """
      <category term="\(attribute: $0.rawValue)" label="\(attribute: edition.wording.sections[$0])"/>
      """
    }
    return """
      <entry><id>\(item.id)</id><title>\(item.title)</title>\
      <link rel="alternate" type="text/html" href="\(attribute: item.link)"/>\
      <updated>\(Self.timestamp(item.date?.start ?? edition.now))</updated>\
      <author><name>\(item.author)</name></author>\(category)<summary>\(item.summary)</summary></entry>

      """
  }

  /// RFC 3339 in UTC.
  static func timestamp(_ instant: Int64) -> String { PressDate(instant: instant.inReach).iso8601 }
}

/// RSS 2.0 (rssboard.org).
extension OutgoingFeed {
  /// The feed's element; `XML.declaration` goes before it.
  package var rss: XML {
    """
    <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" \
    xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
    <title>\(title)</title>
    <link>\(page)</link>
    <description>\(edition.wording.frame.creed)</description>
    <language>\(edition.language.rawValue)</language>
    <lastBuildDate>\(RFC822Date.string(newest))</lastBuildDate>
    <atom:link rel="self" type="application/rss+xml" href="\(attribute: url(.rss))"/>\(hub(isQualified: true))
    \(items, element)</channel></rss>

    """
  }

  private func element(_ item: Item) -> XML {
    let category: XML? = item.section.map {
      "<category>\(edition.wording.sections[$0])</category>"
    }
    return """
      <item><title>\(item.title)</title><link>\(item.link)</link>\
      <guid isPermaLink="false">\(item.id)</guid>\
      <pubDate>\(RFC822Date.string(item.date?.start ?? edition.now))</pubDate>\
      <dc:creator>\(item.author)</dc:creator>\(category)\
      <description>\(item.summary)</description></item>

      """
  }
}

/// JSON Feed 1.1 (jsonfeed.org).
extension OutgoingFeed {
  /// The whole feed.
  package var json: JSONText {
    .object([
      "version": JSONText("https://jsonfeed.org/version/1.1"), "title": JSONText(title),
      "home_page_url": JSONText(page), "feed_url": JSONText(url(.json)),
      "language": JSONText(edition.language.rawValue),
      "hubs": jsonHub,
      "items": .array(
        items.map { item in
          .object([
            "id": JSONText(item.id), "url": JSONText(item.link), "title": JSONText(item.title),
            "content_text": JSONText(item.summary),
            "date_published": JSONText(Self.timestamp(item.date?.start ?? edition.now)),
            "authors": .array([.object(["name": JSONText(item.author)])]),
            "tags": item.section.map { .array([JSONText(edition.wording.sections[$0])]) },
          ])
        }),
    ])
  }
}

/// Dates as RSS wants them (RFC 822 with four digits of the year): `Sat, 21 Nov 2026 04:40:00 GMT`.
enum RFC822Date {
  private static let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  static func string(_ instant: Int64) -> String {
    let instant = instant.inReach
    let day = CivilDay(secondsSince1970: instant)
    let iso = PressDate(instant: instant).iso8601
    let date = "\(iso.dropFirst(8).prefix(2)) \(months[day.month - 1]) \(iso.prefix(4))"
    return "\(days[day.weekday - 1]), \(date) \(iso.dropFirst(11).prefix(8)) GMT"
  }
}
