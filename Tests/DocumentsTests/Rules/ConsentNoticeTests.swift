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

  @Test func aDialogMayBeLongerThanTheArticle() {
    let dialog = """
      <div class="cookie-banner"><div><h4>Ihre Daten</h4><p>\(Fixture.long)</p></div></div>
      """
    let page = """
      <html lang="de"><head><title>Grünau baut den Hafen aus</title></head><body>\(dialog)
      <article><h1>Grünau baut den Hafen aus</h1><p>\(Fixture.first)</p><p>\(Fixture.second)</p></article>
      </body></html>
      """
    let article = ArticleReader.article(page: Array(page.utf8), url: "https://bote.example/a")
    #expect(article.body.string == [Fixture.first, Fixture.second].joined(separator: "\n\n"))
  }
}
