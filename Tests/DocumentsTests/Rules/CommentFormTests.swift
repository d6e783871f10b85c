import Press
import Testing

@testable import Documents

struct CommentFormTests {
  @Test func whoAsksForMistakesIsNoPartOfTheText() {
    let line =
      "<p>Haben Sie Fehler entdeckt? Möchten Sie etwas kritisieren? Dann schreiben Sie uns gerne!</p>"
    #expect(Fixture.isWhole(Fixture.article(after: line)))
  }

  @Test func aCommentFormGoesWithItsHeading() {
    let article = Fixture.article(
      between: "",
      after: "<h3>Kommentar schreiben</h3><p>Deine E-Mail-Adresse wird nicht veröffentlicht.</p>")
    #expect(article.removed.contains { $0.rule == "comment-form" })
    #expect(Fixture.isWhole(article), "\(article.body.string)")
  }
}
