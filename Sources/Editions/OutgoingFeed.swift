package import Hypertext
package import Press

/// An Atom feed of ours (RFC 4287): stories of the front or of a section, or one story's articles.
package struct OutgoingFeed: Sendable {
  package enum Content: Sendable, Hashable {
    case stories([StoryTeaser])
    case articles([ArticleTeaser])
  }

  package var edition: Edition
  /// `.frontFeed`, `.sectionFeed` or `.storyFeed`.
  package var place: Address.Place
  package var title: String
  /// Newest first.
  package var content: Content

  package init(edition: Edition, stories: [StoryTeaser], section: Section? = nil) {
    self.edition = edition
    place = section.map { .sectionFeed($0) } ?? .frontFeed
    title =
      section.map { "\(edition.title): \(edition.wording.sections[$0])" } ?? edition.title
    content = .stories(stories)
  }

  package init(edition: Edition, story: StoryTeaser, articles: [ArticleTeaser]) {
    self.edition = edition
    place = .storyFeed(story.id)
    title = story.headline
    content = .articles(articles)
  }

  /// The feed's element; `XML.declaration` goes before it. Media type
  /// `application/atom+xml; charset=utf-8`.
  package var xml: XML {
    """
    <feed xmlns="http://www.w3.org/2005/Atom" \
    xml:lang="\(attribute: edition.language.rawValue)">
    <id>\(edition.url(place))</id>
    <title>\(title)</title>
    <updated>\(Self.timestamp(newest ?? edition.now))</updated>
    <link rel="self" type="application/atom+xml" href="\(attribute: edition.url(place))"/>
    <link rel="alternate" type="text/html" href="\(attribute: edition.url(page))"/>
    <author><name>\(edition.title)</name></author>
    \(entries)</feed>

    """
  }

  /// The page that shows what the feed announces.
  private var page: Address.Place {
    switch place {
    case .sectionFeed(let section): .section(section)
    case .storyFeed(let id): .story(id)
    default: .front
    }
  }

  private var entries: XML {
    switch content {
    case .stories(let stories): "\(stories.prefix(60), story)"
    case .articles(let articles): "\(articles.prefix(100), article)"
    }
  }

  private var newest: Int64? {
    switch content {
    case .stories(let stories): stories.compactMap(\.newest?.start).max()
    case .articles(let articles): articles.compactMap(\.published?.start).max()
    }
  }

  private func story(_ story: StoryTeaser) -> XML {
    let words = edition.wording.counts
    let counts =
      story.articleCount > 1
      ? "\(words.sources(story.outlets.count)), \(words.independent(story.independentCount))"
      : story.headlineOutlet.name
    let summary = [story.standfirst, counts].compactMap { $0 }.joined(separator: " · ")
    return entry(
      id: edition.url(.story(story.id)), link: edition.url(story.place), title: story.headline,
      date: story.newest, author: story.headlineOutlet.name, summary: summary,
      section: story.section)
  }

  private func article(_ article: ArticleTeaser) -> XML {
    let address = edition.url(.article(article.id, anchor: nil))
    return entry(
      id: address, link: address, title: article.headline, date: article.published,
      author: article.outlet.name, summary: article.standfirst ?? "", section: article.section)
  }

  private func entry(
    id: String, link: String, title: String, date: PressDate?, author: String, summary: String,
    section: Section?
  ) -> XML {
    let category: XML? = section.map {
      "<category term=\"\(attribute: $0.rawValue)\" label=\"\(attribute: edition.wording.sections[$0])\"/>"
    }
    return """
      <entry><id>\(id)</id><title>\(title)</title>\
      <link rel="alternate" type="text/html" href="\(attribute: link)"/>\
      <updated>\(Self.timestamp(date?.start ?? edition.now))</updated>\
      <author><name>\(author)</name></author>\(category)<summary>\(summary)</summary></entry>

      """
  }

  /// RFC 3339 in UTC.
  private static func timestamp(_ instant: Int64) -> String {
    PressDate(instant: instant.inReach).iso8601
  }
}

/// What robots are told at `/robots.txt` (RFC 9309).
package enum RobotsText {
  /// The file's text; without a public edition nothing may be crawled.
  package static func text(edition: Edition, isPublic: Bool) -> String {
    guard isPublic else { return "User-agent: *\nDisallow: /\n" }
    let closed = EditionLanguage.allCases.flatMap { language in
      [Address.Place.search(query: "", page: 1), .sources].map {
        "Disallow: \(Address($0, in: language).path)\n"
      }
    }
    return "User-agent: *\n" + closed.joined()
  }
}
