import Testing

@testable import Feeds

@Suite struct FeedCaseTests {
  private func result(_ source: String, url: String? = nil) -> JSONValue {
    .object(FeedCase.result(Array(source.utf8), http: url.map { .object(["url": .string($0)]) }))
  }

  @Test func everyDetailHasItsName() {
    let result = result(
      """
      <rss version="2.0" xmlns:psc="http://podlove.org/simple-chapters" xmlns:georss="http://www.georss.org/georss"
       xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:slash="http://purl.org/rss/1.0/modules/slash/">
      <channel><title>B</title><cloud domain="c.example" port="80"/><generator>G</generator>
      <textInput><title>Suche</title><name>q</name></textInput>
      <item><title>E</title><description>a &lt;a href="x">b&lt;/a></description><guid>/g</guid>
      <author>Anna (anna@bote.example)</author><category domain="d">c</category>
      <pubDate>Sat, 21 Nov 2026 06:40:00 GMT</pubDate><source url="s">S</source>
      <itunes:explicit>yes</itunes:explicit><slash:comments>3</slash:comments>
      <georss:point>45.5 -71.9</georss:point>
      <psc:chapters version="1.1"><psc:chapter start="1:02.5" title="K"/></psc:chapters></item></channel></rss>
      """, url: "https://bote.example/f/")
    let entry = result["entries"]?.elements.first
    #expect(result["version"] == .string("rss20"))
    #expect(result["bozo"] == .bool(false))
    #expect(result["feed"]?["cloud"]?["port"] == .string("80"))
    #expect(result["feed"]?["title"] == .string("B"))
    #expect(result["feed"]?["textinput"]?["name"] == .string("q"))
    #expect(entry?["summary"] == .string("a <a href=\"https://bote.example/f/x\">b</a>"))
    #expect(entry?["link"] == .string("https://bote.example/g"))
    #expect(entry?["author_detail"]?["email"] == .string("anna@bote.example"))
    #expect(entry?["tags"]?.elements.first?["scheme"] == .string("d"))
    #expect(entry?["published_parsed"] == .string("2026-11-21T06:40:00Z"))
    #expect(entry?["source"]?["href"] == .string("https://bote.example/f/s"))
    #expect(entry?["itunes_explicit"] == .bool(true))
    #expect(entry?["slash_comments"] == .string("3"))
    #expect(entry?["where"]?["coordinates"] == .array([.number("-71.9"), .number("45.5")]))
    #expect(entry?["psc_chapters"]?["chapters"]?.elements.first?["start_parsed"] == .number("62.5"))
  }

  @Test func lettersReadInTheWrongEncodingAreReadAgain() {
    let result = result("<rss><channel><title>K\u{C3}\u{B6}ln</title></channel></rss>")
    #expect(result["feed"]?["title"] == .string("Köln"))
  }

  @Test func aLineThatIsNoCaseGetsAnAnswer() {
    for line in ["", "{", "{\"id\":\"x\"}", "{\"id\":\"x\",\"data_b64\":\"*\"}"] {
      let answer = JSONValue(FeedCase.answer(Array(line.utf8)))
      #expect(answer?["error"] != nil)
    }
  }

  @Test func mutatedFeedsAreAnsweredWithinBounds() {
    let sound = Array(
      """
      <?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel><title>B &amp; C</title><item><title>E &lt;b&gt;</title><link>/x?y=1</link><dc:date>2026-11-21T06:40Z</dc:date>
      <description><![CDATA[<p style="x">ä <a href='javascript:y'>z</a>]]></description><enclosure url="u" length="9"/>
      <author>Anna (anna@bote.example)</author></item></channel></rss>
      """.utf8)
    let marks = [
      "<", "&#x", "]]>", "<![CDATA[", "\"", "</", "\u{0}", "{", "<!DOCTYPE x [", "&", "=", "@",
    ]
    var seed: UInt64 = 11
    func next(_ bound: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33) % bound
    }
    for _ in 0..<1_500 {
      var bytes = sound
      for _ in 0...next(6) {
        let at = next(bytes.count)
        switch next(4) {
        case 0: bytes[at] = UInt8(next(256))
        case 1: bytes.removeSubrange(at..<min(bytes.count, at + 1 + next(30)))
        case 2: bytes.insert(contentsOf: marks[next(marks.count)].utf8, at: at)
        default: bytes.removeLast(next(20) * bytes.count / 100)
        }
        if bytes.isEmpty { bytes = [60] }
      }
      let (row, _) = FeedRow.row(id: "x", bytes, url: "https://bote.example/")
      #expect(JSONValue(row) != nil)
      #expect(row.count < 50 * bytes.count + 10_000)
      var writer = JSONWriter()
      writer.write(.object(FeedCase.result(bytes, http: nil)))
      #expect(JSONValue(writer.bytes) != nil)
    }
  }
}
