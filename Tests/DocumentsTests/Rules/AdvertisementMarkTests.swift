import Press
import Testing

@testable import Documents

struct AdvertisementMarkTests {
  @Test func theWordThatMarksAnAdvertisementGoes() {
    let article = Fixture.article(
      between: "<p>Anzeige</p>",
      after: "")
    #expect(Fixture.isWhole(article), "\(article.body.string)")
  }
}
