import Press
import Testing

@testable import Documents

struct ConsentNoticeTests {
  @Test func aCookieNoticeGoes() {
    let article = Fixture.article(
      between: "",
      after: "<p>Wir verwenden Cookies, damit die Seite funktioniert.</p>")
    #expect(article.removed.contains { $0.rule == "consent" })
    #expect(Fixture.isWhole(article), "\(article.body.string)")
  }
}
