import Hypertext
import Press
import Testing

@testable import Editions

@Suite struct OutgoingFeedTests {
  @Test func theFrontsFeedAnnouncesItsStories() {
    let feed = OutgoingFeed(edition: DaySample.edition, stories: DaySample.stories).xml.string
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
    let section = OutgoingFeed(edition: DaySample.english, stories: [], section: .sport).xml.string
    #expect(section.contains("href=\"https://presseschau.example/en/sport/feed.atom\""))
    let story = OutgoingFeed(
      edition: DaySample.edition, story: FloodSample.teaser,
      articles: FloodSample.articles.map { ArticleTeaser($0) }
    ).xml.string
    #expect(story.components(between: "<entry>", and: "</entry>").count == 12)
    #expect(story.contains("<author><name>Lonnetaler Bote</name></author>"))
  }

  @Test func robotsAreKeptOutOfWhatIsNotPublic() {
    #expect(RobotsText.text(edition: DaySample.edition, isPublic: false).contains("Disallow: /\n"))
    #expect(
      RobotsText.text(edition: DaySample.edition, isPublic: true).contains("Disallow: /en/search\n")
    )
  }
}
