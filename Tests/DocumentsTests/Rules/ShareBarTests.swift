import Press
import Testing

@testable import Documents

struct ShareBarTests {
  @Test func buttonsForNetworksGo() {
    let article = Fixture.article(
      between: "",
      after: "<p>Diesen Artikel teilen</p>")
    #expect(article.removed.contains { $0.rule == "share-bar" })
    #expect(Fixture.isWhole(article), "\(article.body.string)")
  }
}
