import Press
import Testing

@testable import Documents

struct AuthorNoteTests {
  @Test func aBiographyGoes() {
    let article = Fixture.article(
      between: "",
      after: "<p>Über die Autorin</p>")
    #expect(Fixture.isWhole(article), "\(article.body.string)")
  }
}
