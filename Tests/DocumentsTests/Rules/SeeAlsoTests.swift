import Press
import Testing

@testable import Documents

struct SeeAlsoTests {
  @Test func insertsBetweenParagraphsGo() {
    let article = Fixture.article(
      between: "<p>Lesen Sie auch: <a href=\"/boot\">So kommt Ihr Boot durch den Winter</a></p>",
      after: "")
    #expect(article.removed.contains { $0.rule == "see-also" })
    #expect(Fixture.isWhole(article), "\(article.body.string)")
  }

  @Test func aLineBehindAnArrowLeadsElsewhere() {
    let line = "<p>&gt;&gt; Sie suchen ein Boot? Unser Vergleich zeigt die Preise.</p>"
    #expect(Fixture.isWhole(Fixture.article(between: line)))
  }
}
