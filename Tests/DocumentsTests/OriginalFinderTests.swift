import Press
import Testing

@testable import Documents

struct OriginalFinderTests {
  @Test(arguments: [
    "<p>Dieser Text ist zuerst bei <a href=\"https://anzeiger.example/hafen\">Anzeiger</a> erschienen.</p>",
    "<p>This article was originally published on <a href=\"https://anzeiger.example/hafen\">The Gazette</a>.</p>",
  ])
  func theFirstPlaceIsFound(_ note: String) {
    #expect(Fixture.article(after: note).originalURL == "https://anzeiger.example/hafen")
  }

  @Test func metadataSayIt() {
    let head =
      #"<script type="application/ld+json">{"@type":"NewsArticle","headline":"Grünau baut den Hafen aus","isBasedOn":"https://anzeiger.example/a"}</script>"#
    #expect(Fixture.article(head: head).originalURL == "https://anzeiger.example/a")
  }

  @Test func aLinkWithinTheOutletIsNoOtherPlace() {
    let note = "<p>Der Text ist zuerst im <a href=\"/magazin\">Magazin</a> erschienen.</p>"
    #expect(Fixture.article(after: note).originalURL == nil)
    #expect(Fixture.article().originalURL == nil)
  }
}
