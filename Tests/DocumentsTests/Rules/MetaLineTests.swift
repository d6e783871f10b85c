import Press
import Testing

@testable import Documents

struct MetaLineTests {
  @Test func aLineOfDatesGoes() {
    let article = Fixture.article(
      between: "<p>Aktualisiert am 09.09.2025, 14:55 Uhr</p>",
      after: "")
    #expect(article.removed.contains { $0.rule == "meta-line" })
    #expect(Fixture.isWhole(article), "\(article.body.string)")
  }

  @Test func aYearAndAClockTimeAboveTheTextAreADateInAnyLanguage() {
    let page = String(decoding: Fixture.page(), as: UTF8.self).replacing(
      "</h1>", with: "</h1><p>sexta-feira, 22 de outubro de 2010 às 20:13</p>")
    let article = ArticleReader.article(page: Array(page.utf8), url: "https://bote.example/a")
    #expect(article.removed.contains { $0.rule == "meta-line" })
    #expect(Fixture.isWhole(article), "\(article.body.string)")
  }

  @Test func aDateWithLabelsIsNoText() {
    let line = "<p>05/10/2026 - Autorin: Mara Linde - Rubrik: Lokales - Themen: hafen bagger</p>"
    let page = String(decoding: Fixture.page(), as: UTF8.self)
      .replacing("</h1>", with: "</h1>\(line)")
    #expect(Fixture.isWhole(ArticleReader.article(page: Array(page.utf8), url: nil)))
  }
}
