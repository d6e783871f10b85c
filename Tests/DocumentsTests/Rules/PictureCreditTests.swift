import Press
import Testing

@testable import Documents

struct PictureCreditTests {
  @Test func captionsAndCreditsAreNoText() {
    let article = Fixture.article(
      between: "<p>Blick auf das Ostufer Foto: Anna Beispiel</p>",
      after: "")
    #expect(article.removed.contains { $0.rule == "picture-credit" })
    #expect(Fixture.isWhole(article), "\(article.body.string)")
  }

  @Test func threeNamesBehindColonsAreCredits() {
    let line = "Kleid von GRÜN.Foto: Mara Linde. Styling: Jon Weer. Haare: Anna Kerf"
    let page = "Grünau baut den Hafen aus\n\(Fixture.first)\n\(line)\n\(Fixture.third)"
    let body = ArticleReader.article(text: Array(page.utf8)).article.body.string
    #expect(!body.contains("Styling") && body.contains(Fixture.third))
  }

  @Test func captionsOfAgenciesOpenWithTheirPicture() {
    let caption = "In this undated photo the crane stands at the quay and nobody works"
    let news = "In this town nobody knows why the crane stands still, the mayor said on Monday."
    let article = Fixture.article(between: "<p>\(caption)</p><p>\(news)</p>")
    #expect(article.removed.contains { $0.rule == "picture-credit" && $0.text == caption })
    #expect(article.body.string.contains(news))
  }

  @Test func aTableInAFigureStays() {
    let table =
      "<figure><table><tr><td>Kosten in Euro</td><td>zwölf Millionen</td></tr></table></figure>"
    #expect(Fixture.article(between: table).body.string.contains("zwölf Millionen"))
  }
}
