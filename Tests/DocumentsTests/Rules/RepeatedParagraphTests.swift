import Press
import Testing

@testable import Documents

struct RepeatedParagraphTests {
  @Test func aParagraphIsSaidOnce() {
    let article = Fixture.article(
      between: "",
      after:
        "<p>Der Stadtrat von Grünau hat am Montag beschlossen, den alten Hafen bis zum Jahr 2031 auszubauen.</p>"
    )
    #expect(article.removed.contains { $0.rule == "repeated-paragraph" })
    #expect(Fixture.isWhole(article), "\(article.body.string)")
  }
}
