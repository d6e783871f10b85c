import Press
import Testing

@testable import Documents

struct RepeatedLabelTests {
  @Test func labelsThatStandAgainAndAgainGo() {
    let article = Fixture.article(
      between: "<p>Textinhalt weiter</p><p>Textinhalt weiter</p><p>Textinhalt weiter</p>",
      after: "")
    #expect(article.removed.contains { $0.rule == "repeated-label" })
    #expect(Fixture.isWhole(article), "\(article.body.string)")
  }
}
