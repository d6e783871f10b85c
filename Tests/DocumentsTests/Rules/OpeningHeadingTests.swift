import Press
import Testing

@testable import Documents

struct OpeningHeadingTests {
  @Test func headingsAboveTheTextGoWhereTheHeadlineIsAnother() {
    var page = Page()
    page.text = Array("Im Rathaus".utf8)
    page.pieces = [Piece(kind: .heading, level: 2, range: 0..<10, measure: Measure(page.text[...]))]
    page.removedBy = [nil]
    page.span = 0..<1
    page.headlineWords = WordSet("Grünau baut")
    page.survey()
    #expect(OpeningHeading().removes(page.pieces[0], at: 0, on: page))
    page.headline = 0
    #expect(!OpeningHeading().removes(page.pieces[0], at: 0, on: page))
  }

  @Test func kickerAndHeadlineInAnotherWordingAreNoHeadingsOfParts() {
    let page = String(decoding: Fixture.page(), as: UTF8.self).replacing(
      "</h1>",
      with:
        "</h1><h2>Nach langem Streit im Rat</h2><h2>Bagger für den Hafen</h2><p>Von Anna Beispiel</p>"
    )
    let article = ArticleReader.article(page: Array(page.utf8), url: "https://bote.example/a")
    #expect(article.removed.count { $0.rule == "opening-heading" } == 2)
    #expect(Fixture.isWhole(article), "\(article.body.string)")
  }

  @Test func aHeadingAboveTextIsKept() {
    let page = String(decoding: Fixture.page(), as: UTF8.self).replacing(
      "</h1>", with: "</h1><h2>Was der Rat beschloss</h2>")
    let article = ArticleReader.article(page: Array(page.utf8), url: "https://bote.example/a")
    #expect(article.body.string.hasPrefix("Was der Rat beschloss"))
  }
}
