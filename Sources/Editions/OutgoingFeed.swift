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
    title = edition.title
    content = .stories(stories)
  }

  package init(edition: Edition, story: StoryTeaser, articles: [ArticleTeaser]) {
    self.edition = edition
    place = .storyFeed(story.id)
    title = story.headline
    content = .articles(articles)
  }

  /// Media type `application/atom+xml; charset=utf-8`.
  package var xml: XML { "<feed/>" }
}

/// What robots are told at `/robots.txt` (RFC 9309).
package enum RobotsText {
  /// The file's text; without a public edition nothing may be crawled.
  package static func text(edition: Edition, isPublic: Bool) -> String {
    isPublic
      ? "User-agent: *\nDisallow: /search\nDisallow: /en/search\nDisallow: /sources\n"
      : "User-agent: *\nDisallow: /\n"
  }
}
