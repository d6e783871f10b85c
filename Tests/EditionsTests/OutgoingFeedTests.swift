import Hypertext
import Press
import Testing

@testable import Editions

@Suite struct OutgoingFeedTests {
  @Test func theFrontsFeedAnnouncesItsStories() {
    let feed = OutgoingFeed(edition: DaySample.edition, stories: DaySample.stories).atom.string
    #expect(
      feed.hasPrefix(
        "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"de\">"
      ))
    #expect(feed.contains("<id>https://presseschau.example/feed.atom</id>"))
    #expect(feed.components(between: "<entry>", and: "</entry>").count == 30)
    #expect(feed.contains("<updated>2026-11-21T07:30:00Z</updated>"))
    #expect(feed.contains("Hebold &amp; Söhne"))
  }

  @Test func sectionsAndStoriesHaveFeedsOfTheirOwn() {
    let section = OutgoingFeed(edition: DaySample.english, stories: [], section: .sport).atom.string
    #expect(section.contains("href=\"https://presseschau.example/en/sport/feed.atom\""))
    let story = OutgoingFeed(
      edition: DaySample.edition, topic: .story("s1"), title: FloodSample.teaser.headline,
      articles: FloodSample.articles.map { ArticleTeaser($0) }
    ).atom.string
    #expect(story.components(between: "<entry>", and: "</entry>").count == 12)
    #expect(story.contains("<author><name>Lonnetaler Bote</name></author>"))
  }

  @Test func everyFormatTellsTheSame() {
    let feed = OutgoingFeed(edition: DaySample.edition, stories: DaySample.stories)
    #expect(feed.rss.string.components(between: "<item>", and: "</item>").count == 30)
    #expect(feed.rss.string.contains("<pubDate>Sat, 21 Nov 2026 07:30:00 GMT</pubDate>"))
    #expect(feed.json.string.components(between: "\"content_text\"", and: "}]").count == 30)
    #expect(feed.json.string.contains("\"feed_url\":\"https://presseschau.example/feed.json\""))
    let title = DaySample.stories[4].headline
    for format in FeedFormat.allCases {
      #expect(String(decoding: feed.bytes(format), as: UTF8.self).contains(title))
    }
  }

  @Test func sitemapsListStoriesAndLeaveOldNewsOut() {
    var old = DaySample.stories[1]
    old.newest = PressDate(instant: FloodSample.now - 200_000)
    func text(_ part: Sitemap) -> String {
      let file = SitemapFile(
        edition: DaySample.edition, part: part, stories: [DaySample.stories[0], old])
      return String(decoding: file.bytes, as: UTF8.self)
    }
    #expect(text(.index).contains("<loc>https://presseschau.example/sitemap-news.xml</loc>"))
    #expect(text(.news).components(between: "<url>", and: "</url>").count == 1)
    #expect(text(.pages).contains("/story/\(old.id)</loc>"))
    #expect(text(.pages).contains("<loc>https://presseschau.example/politik</loc>"))
  }

  @Test func robotsAreKeptOutOfWhatIsNotPublic() {
    #expect(RobotsText.text(edition: DaySample.edition, isPublic: false).contains("Disallow: /\n"))
    #expect(
      RobotsText.text(edition: DaySample.edition, isPublic: true).contains("Disallow: /en/search\n")
    )
  }
}
