import Press
import Testing

@testable import Documents

struct BoxFinderTests {
  @Test func teasersInBoxesInBoxesAreTakenOut() {
    let card =
      "<div><div><h3><a href=/x>Neue Brücke für Grünau</a></h3><p>Sie kostet viel.</p></div></div>"
    let article = Fixture.article(between: "<section>\(card)\(card)</section>")
    #expect(Fixture.isWhole(article), "\(article.body.string)")
    #expect(article.removed.count { $0.rule.hasSuffix("-box") } == 4)
  }

  @Test func aBoxAroundTheHeadlineStays() {
    let page = String(decoding: Fixture.page(), as: UTF8.self).replacing(
      "<h1>Grünau baut den Hafen aus</h1>",
      with: "<div><h1><a href=/gruenau/hafen>Grünau baut den Hafen aus</a></h1></div>")
    let article = ArticleReader.article(page: Array(page.utf8), url: "https://bote.example/a")
    #expect(article.headline == "Grünau baut den Hafen aus")
    #expect(Fixture.isWhole(article))
  }
}
