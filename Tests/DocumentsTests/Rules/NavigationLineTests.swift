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
}
