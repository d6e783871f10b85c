import Press
import Testing

@testable import Documents

struct PaywallLineTests {
  @Test func theWallGoesTheTextBeforeItStays() {
    let article = Fixture.article(
      between: "",
      after: "<p>Jetzt weiterlesen mit Bote plus</p>")
    #expect(article.removed.contains { $0.rule == "paywall" })
    #expect(Fixture.isWhole(article), "\(article.body.string)")
  }
}
