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
}
