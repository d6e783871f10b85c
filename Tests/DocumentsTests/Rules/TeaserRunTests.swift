import Press
import Testing

@testable import Documents

struct TeaserRunTests {
  @Test func aParagraphThatIsOneLinkGoes() {
    let article = Fixture.article(
      between: "<p><a href=\"/werft\">Werft in Grünau sucht dreißig Lehrlinge</a></p>",
      after: "")
    #expect(article.removed.contains { $0.rule == "teaser" })
    #expect(Fixture.isWhole(article), "\(article.body.string)")
  }

  @Test func aLinkToAnotherOutletIsNoTeaser() {
    let shop =
      "<p><a href=\"https://laden.example/karte\">Hier gibt es noch bis Freitag die letzten Karten</a></p>"
    let own = "<p><a href=\"/fest\">Das Fest am Hafen beginnt</a></p>"
    #expect(Fixture.article(between: shop).body.string.contains("Hier gibt es noch bis Freitag"))
    #expect(!Fixture.article(between: own).body.string.contains("Das Fest am Hafen"))
  }
}
