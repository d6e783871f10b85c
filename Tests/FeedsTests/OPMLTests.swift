import Testing

@testable import Feeds

@Suite struct OPMLTests {
  @Test func aListIsReadWithItsFolders() throws {
    let list = try OPML.read(
      Array(
        """
        <opml version="1.0"><body><outline text="Presse"><outline text="Ort">
        <outline text="Bote &amp; Co" type="rss" xmlUrl="https://bote.example/f" htmlUrl="https://bote.example/"/>
        </outline><outline title="Post" XMLURL="https://post.example/f"/></outline>
        <outline text="lose" xmlUrl="http://a.example/f" category="/x/y,/z"/>
        <outline text="böse" xmlUrl="javascript:x"/><outline text="doppelt" xmlUrl="http://a.example/f"/>
        </body>
        """.utf8))
    #expect(
      list.map(\.url) == ["https://bote.example/f", "https://post.example/f", "http://a.example/f"])
    #expect(list.map(\.category) == [["Presse", "Ort"], ["Presse"], ["x", "y"]])
    #expect(list.first?.title == "Bote & Co")
    #expect(list.first?.home == "https://bote.example/")
  }

  @Test func whatIsWrittenIsReadAgain() throws {
    let list = [
      OPML.Subscription(
        title: "A \"&\" <b>", url: "https://a.example/?x=1&y=2", category: ["Ü", "V"]),
      OPML.Subscription(title: "C", url: "https://c.example/", home: "https://c.example/h"),
      OPML.Subscription(title: "D", url: "https://d.example/", category: ["Ü"]),
    ]
    let again = try OPML.read(OPML.write(list))
    #expect(Set(again.map(\.url)) == Set(list.map(\.url)))
    #expect(again.first { $0.url == "https://a.example/?x=1&y=2" }?.category == ["Ü", "V"])
    #expect(again.first { $0.url == "https://d.example/" }?.category == ["Ü"])
    #expect(again.first { $0.title == "C" }?.home == "https://c.example/h")
  }

  @Test func whatIsNoListSaysSo() {
    #expect(throws: FeedError.self) { try OPML.read(Array("<html></html>".utf8)) }
    #expect(throws: FeedError.self) { try OPML.read([]) }
  }
}
