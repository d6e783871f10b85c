import Press
import Testing

@testable import Documents

struct PictureCreditTests {
  @Test func captionsAndCreditsAreNoText() {
    let article = Fixture.article(
      between: "<p>Blick auf das Ostufer Foto: Anna Beispiel</p>",
      after: "")
    #expect(article.removed.contains { $0.rule == "picture-credit" })
    #expect(Fixture.isWhole(article), "\(article.body.string)")
  }
}
