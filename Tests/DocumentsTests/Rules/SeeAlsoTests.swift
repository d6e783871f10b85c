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

  @Test func pointsOfTheTextBehindArrowsStay() {
    let point = "Die Stadt will den Kai bis zum Sommer sperren, damit die Bagger arbeiten können."
    let article = Fixture.article(between: "<p>► \(point)</p>")
    #expect(article.body.string.contains(point))
  }

  @Test func whatLeadsToAFilmGoes() {
    let line = "<p>Hier geht es zum Video: <a href='/film'>Der Hafen aus der Luft</a></p>"
    #expect(Fixture.isWhole(Fixture.article(between: line)))
  }

  @Test func aLineBehindAnArrowLeadsElsewhere() {
    let line = "<p>&gt;&gt; Sie suchen ein Boot? Unser Vergleich zeigt die Preise.</p>"
    #expect(Fixture.isWhole(Fixture.article(between: line)))
  }
}
