import Hypertext
package import Press

/// What robots are told at `/robots.txt` (RFC 9309).
package enum RobotsText {
  /// The file's text; without a public edition nothing may be crawled.
  package static func text(edition: Edition, isPublic: Bool) -> String {
    guard isPublic else { return "User-agent: *\nDisallow: /\n" }
    let closed = EditionLanguage.allCases.flatMap { language in
      [Address.Place.search(query: "", page: 1), .sources].map {
        "Disallow: \(edition.path(Address($0, in: language)))\n"
      }
    }
    let map = edition.base.isEmpty ? "" : "Sitemap: \(edition.url(.sitemap(.index)))\n"
    return "User-agent: *\n" + closed.joined() + map
  }
}

/// A list of our own pages for search machines (sitemaps.org 0.9; Google's news extension).
///
/// An article's page names the outlet's as the original, so only fronts, days and stories are
/// listed.
package struct SitemapFile: Sendable {
  package var edition: Edition
  package var part: Sitemap
  /// Newest first.
  package var stories: [StoryTeaser]
  package var days: [CivilDay]

  package init(
    edition: Edition, part: Sitemap, stories: [StoryTeaser] = [], days: [CivilDay] = []
  ) {
    self.edition = edition
    self.part = part
    self.stories = stories
    self.days = days
  }

  /// The whole file.
  package var bytes: [UInt8] { ("\(XML.declaration)\(xml)" as XML).bytes }

  private var xml: XML {
    switch part {
    case .index:
      """
      <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
      \([Sitemap.news, .pages], { "<sitemap><loc>\(edition.url(.sitemap($0)))</loc></sitemap>\n" })</sitemapindex>

      """
    case .news:
      """
      <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" \
      xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
      \(recent, news)</urlset>

      """
    case .pages:
      """
      <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
      \(places, { "<url><loc>\(edition.url($0))</loc></url>\n" })\(stories, page)</urlset>

      """
    }
  }

  /// Search machines want nothing in it that is older than two days.
  private var recent: [StoryTeaser] {
    stories.filter { ($0.newest?.start ?? 0) > edition.now - 172_800 }
  }

  private var places: [Address.Place] {
    [.front, .how, .archive] + edition.sections.map { .section($0) } + days.map { .day($0) }
  }

  private func news(_ story: StoryTeaser) -> XML {
    """
    <url><loc>\(edition.url(.story(story.id)))</loc><news:news><news:publication>\
    <news:name>\(edition.title)</news:name><news:language>\(edition.language.rawValue)</news:language>\
    </news:publication><news:publication_date>\(OutgoingFeed.timestamp(story.newest?.start ?? edition.now))\
    </news:publication_date><news:title>\(story.headline)</news:title></news:news></url>

    """
  }

  private func page(_ story: StoryTeaser) -> XML {
    """
    <url><loc>\(edition.url(.story(story.id)))</loc>\
    <lastmod>\(OutgoingFeed.timestamp(story.newest?.start ?? edition.now))</lastmod></url>

    """
  }
}
