import Press
import Testing

@testable import Feeds

@Suite struct JSONFeedReaderTests {
  @Test func jsonFeedIsRead() throws {
    let feed = try FeedReader.read(
      Array(
        """
        {"version":"https://jsonfeed.org/version/1.1","title":"Bote","home_page_url":"https://bote.example/",
        "language":"de","hubs":[{"type":"WebSub","url":"https://hub.example/"}],"authors":[{"name":"Redaktion"}],
        "items":[{"id":7,"url":"/sieben","title":"Sieben \\u00fc \\ud83d\\ude00","content_html":"<p>Lang</p>",
        "summary":"Kurz","date_published":"2026-11-21T06:00:00Z","tags":["a","b"],"image":"https://bote.example/b.jpg",
        "attachments":[{"url":"https://bote.example/a.mp3","mime_type":"audio/mpeg","size_in_bytes":9}]},
        {"id":"8","content_text":"Nur <Text>"}]}
        """.utf8), contentType: nil, url: "https://bote.example/feed.json")
    #expect(feed.version == "json11")
    #expect(feed.hub == "https://hub.example/")
    #expect(feed.entries.count == 2)
    #expect(feed.entries[0].id == "7")
    #expect(feed.entries[0].url == "https://bote.example/sieben")
    #expect(feed.entries[0].title == "Sieben ü 😀")
    #expect(feed.entries[0].authors == ["Redaktion"])
    #expect(feed.entries[0].enclosures.map(\.length) == [nil, 9])
    #expect(feed.entries[1].contentHTML == "Nur &lt;Text&gt;")
  }

  @Test func rssInJSONIsRead() throws {
    let feed = try FeedReader.read(
      Array(
        """
        {"rss":{"version":"2.0","channel":{"title":"Bote","link":"https://bote.example/",
        "item":[{"title":"Eins","guid":{"isPermaLink":"false","#value":"g1"},"link":"https://bote.example/1",
        "pubDate":"Sat, 21 Nov 2026 06:40:00 GMT","category":"x"}]}}}
        """.utf8))
    #expect(feed.version == "rss20")
    #expect(feed.entries.first?.id == "g1")
    #expect(feed.entries.first?.published?.iso8601 == "2026-11-21T06:40:00Z")
  }
}

@Suite struct JSONValueTests {
  @Test(arguments: [
    "{}", "[]", "null", "[1,-0.5e3,\"\\u00e4\\n\",true,{\"a\":[]}]", " [ 1 , 2 ] ", "\"\\ud800\"",
  ])
  func soundJSONIsRead(text: String) { #expect(JSONValue(Array(text.utf8)) != nil) }

  @Test(arguments: [
    "", "{", "[1", "{\"a\"}", "[tru]", "\"", "[01]", "[1.]", "[+1]", "[\"\\x\"]", "{a:1}", "[1]]",
    "[\"\\u12\"]", "nan", "[-]", "[\"",
  ])
  func brokenJSONIsNot(text: String) { #expect(JSONValue(Array(text.utf8)) == nil) }

  @Test func deepNestingIsRefusedWithoutHarm() {
    #expect(JSONValue(Array(repeating: UInt8(ascii: "["), count: 1_000_000)) == nil)
    let deep = String(repeating: "[", count: 100) + String(repeating: "]", count: 100)
    #expect(JSONValue(Array(deep.utf8)) != nil)
  }

  @Test func pairsOfSurrogatesBecomeOneCharacter() {
    #expect(JSONValue(Array("\"\\ud83d\\ude00\\ud83d\"".utf8)) == .string("😀\u{FFFD}"))
  }
}
