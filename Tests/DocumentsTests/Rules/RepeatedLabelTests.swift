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

  @Test func aLabelAboveAListBelongsToIt() {
    let parts = (1...3).map {
      "<p>Das spricht dafür:</p><ul><li>Grund \($0), den der Rat von Grünau nennt</li></ul><p>\(Fixture.long) \($0)</p>"
    }
    let article = Fixture.article(after: parts.joined())
    #expect(!article.removed.contains { $0.rule == "repeated-label" })
  }
}
