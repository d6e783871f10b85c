import Testing

@testable import Feeds

@Suite struct FeedDiscoveryTests {
  @Test func namedFeedsComeFirstAndCommentsLast() {
    let page = """
      <html><head><base href="/de/"><link rel="stylesheet alternate" href="s.css" type="text/xml">
      <link rel="alternate" type="application/rss+xml" title="Kommentare" href="comments/feed">
      <link rel=alternate type='application/atom+xml' title='Alle Artikel' href='atom.xml'>
      <link rel="alternate" hreflang="en" href="/en/"></head>
      <body><a href="https://bote.example/sport.rss">Sport</a><a href="javascript:x.rss">y</a></body></html>
      """
    let found = FeedDiscovery.feeds(inPage: Array(page.utf8), url: "https://bote.example/start")
    #expect(
      found.filter(\.isNamed).map(\.url) == [
        "https://bote.example/de/atom.xml", "https://bote.example/sport.rss",
        "https://bote.example/de/comments/feed",
      ])
    #expect(found.first?.title == "Alle Artikel")
    #expect(found.contains { !$0.isNamed && $0.url == "https://bote.example/rss.xml" })
  }

  @Test func aPageThatNamesNoneGetsTheUsualAddresses() {
    let found = FeedDiscovery.feeds(inPage: [], url: "https://bote.example/a/b")
    #expect(found.first?.url == "https://bote.example/feed")
    #expect(found.allSatisfy { !$0.isNamed })
  }
}
