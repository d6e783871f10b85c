import Press
import Testing

@testable import Documents

struct NavigationLineTests {
  @Test func waysAroundTheSiteGo() {
    let article = Fixture.article(
      between: "",
      after: "<p><a href=\"#top\">Zurück zum Anfang</a></p>")
    #expect(Fixture.isWhole(article), "\(article.body.string)")
  }

  @Test func aPathThroughTheSiteIsKnownByItsSigns() {
    let article = Fixture.article(after: "<p>Start » Stadt » Hafen</p>")
    #expect(article.removed.contains { $0.rule == "navigation" })
    #expect(Fixture.isWhole(article), "\(article.body.string)")
  }
}
