import Feeds
import Testing

@testable import Newsroom

@Suite struct SourceFinderTests {
  @Test(arguments: [
    ("example.org", "https://example.org"), ("http://example.org/feed", "http://example.org/feed"),
    ("localhost:8080", "https://localhost:8080"),
  ])
  func addressesAreMadeWhole(entered: String, whole: String) {
    #expect(SourceFinder.address(entered) == whole)
  }

  @Test(arguments: [
    "", "news", "ftp://example.org", "javascript://x.y", "two words.de", "file:///etc/passwd",
    "https://", "https://a\nb.de",
  ])
  func whatIsNoAddressIsRefused(_ entered: String) {
    #expect(SourceFinder.address(entered) == nil)
  }

  @Test(arguments: [
    ("https://www.Bote.example/rss?x=1#y", "bote.example"),
    ("http://user:pass@bote.example:8080/", "bote.example"), ("http://[::1]:80/x", "[::1]"),
    ("http://127.0.0.11:8181/", "127.0.0.11"), ("bote.example", "bote.example"),
  ])
  func anOutletIsItsHost(url: String, host: String) {
    #expect(SourceFinder.host(of: url) == host)
  }

  @Test func allPacksAreRead() {
    #expect(SourcePack.all.count == 8)
    #expect(SourcePack.all.first?.name == "deutschland")
    for pack in SourcePack.all {
      #expect(pack.count >= 4, "\(pack.name)")
      for subscription in pack.subscriptions {
        #expect(SourceFinder.address(subscription.url) == subscription.url)
        #expect(!subscription.title.isEmpty)
      }
    }
  }
}
