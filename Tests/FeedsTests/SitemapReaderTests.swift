import Press
import Testing

@testable import Feeds

@Suite struct SitemapReaderTests {
  @Test func newsAreReadWithTitleAndDate() throws {
    let sitemap = try SitemapReader.read(
      Array(
        """
        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
          xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"
          xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
        <url><loc> https://bote.example/1 </loc><lastmod>2026-11-21</lastmod>
          <news:news><news:publication><news:name>Bote</news:name><news:language>de</news:language></news:publication>
          <news:publication_date>2026-11-21T06:40:00+01:00</news:publication_date>
          <news:title>Rat &amp;amp; Brücke</news:title><news:keywords>Rat, Brücke</news:keywords></news:news>
          <image:image><image:loc>https://bote.example/b.jpg</image:loc></image:image></url>
        <url><loc>javascript:x</loc></url></urlset>
        """.utf8))
    guard case .urls(let entries) = sitemap, let entry = entries.first else {
      Issue.record("no addresses")
      return
    }
    #expect(entries.count == 1)
    #expect(entry.url == "https://bote.example/1")
    #expect(entry.title == "Rat & Brücke")
    #expect(entry.published?.iso8601 == "2026-11-21T05:40:00Z")
    #expect(entry.language == .german)
    #expect(entry.categories == ["Rat", "Brücke"])
    #expect(entry.enclosures.count == 1)
  }

  @Test func anIndexNamesFurtherSitemaps() throws {
    let source =
      "<sitemapindex><sitemap><loc>https://a.example/1.xml</loc></sitemap></sitemapindex>"
    #expect(try SitemapReader.read(Array(source.utf8)) == .index(["https://a.example/1.xml"]))
  }

  @Test func aListOfAddressesIsASitemap() throws {
    guard
      case .urls(let entries) = try SitemapReader.read(
        Array("https://a.example/1\r\n\nx\nhttp://b.example/\n".utf8))
    else { return }
    #expect(entries.map(\.id) == ["https://a.example/1", "http://b.example/"])
  }

  @Test func whatIsNoSitemapSaysSo() {
    for source in ["", "<html></html>", "<rss></rss>", "nichts"] {
      #expect(throws: FeedError.self) { try SitemapReader.read(Array(source.utf8)) }
    }
  }
}
