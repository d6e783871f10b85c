import Press
import Testing

@testable import Documents

struct LegalLineTests {
  @Test func copyrightLinesGo() {
    let article = Fixture.article(
      between: "",
      after: "<p>© 2026 Grünauer Bote. Alle Rechte vorbehalten.</p>")
    #expect(Fixture.isWhole(article), "\(article.body.string)")
  }
}
