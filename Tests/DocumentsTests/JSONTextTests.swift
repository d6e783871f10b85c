import Foundation
import Press
import Testing

@testable import Documents

struct JSONTextTests {
  @Test(arguments: [
    "", "Hafen", "„Hafen“ \"quer\" \\ zurück", "a\nb\tc\rd\u{8}\u{c}", "\u{0}\u{1f}\u{7f}",
    "eine lange Zeile ohne Zeichen, die zu schützen wären, und dann \"doch\"",
    "Ende\u{2028}Absatz\u{2029}", "👍 Grüße aus 東京 …", "123456789\"", "12345678\u{2}",
  ])
  func whatIsWrittenReadsAsItWas(_ text: String) throws {
    var out = JSONText()
    out.raw("[")
    out.string(text)
    out.raw("]")
    #expect(try JSONDecoder().decode([String].self, from: Data(out.bytes)) == [text])
    #expect(!out.bytes.contains { $0 < 0x20 }, "one line")
  }

  @Test func aRowHasAllKeysAndReadsAsJSON() throws {
    let row = ArticleRow(page: Fixture.page(), url: "https://bote.example/gruenau/hafen", id: "a")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(row.json)) as? [String: Any])
    let keys = [
      "id", "url", "canonical", "original", "kind", "access", "headline", "kicker", "standfirst",
      "byline", "dateline", "published", "updated", "language", "section", "outlet", "tags",
      "blocks", "text", "removed", "extractor", "confidence",
    ]
    #expect(Set(object.keys) == Set(keys))
    #expect(object["kicker"] is NSNull)
    #expect(object["text"] as? String == row.text)
    #expect((object["blocks"] as? [Any])?.count == 4)
    #expect(String(decoding: row.json, as: UTF8.self).hasPrefix("{\"id\":\"a\","))
  }

  @Test func linksCountCodePoints() throws {
    let between =
      "<p>Grüße „aus“ dem <a href=\"/fest\">Fest am Hafen</a>, das im Juni wiederkommt.</p>"
    let row = ArticleRow(
      page: Fixture.page(between: between), url: "https://bote.example/gruenau/hafen")
    let block = try #require(row.blocks.first { $0.links != nil })
    let link = try #require(block.links?.first)
    #expect(link.url == "https://bote.example/fest")
    let points = Array(block.text.unicodeScalars)
    #expect(String(String.UnicodeScalarView(points[link.start..<link.end])) == "Fest am Hafen")
  }
}
