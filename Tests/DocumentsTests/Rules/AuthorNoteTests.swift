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

  @Test func theNameMayStandInTheBylineOnly() {
    let note = "<p><em>Mara Linde ist Redakteurin und schreibt über Häfen.</em></p>"
    let byline = "<p>Von Mara Linde und Jon Weer</p>"
    let page = String(decoding: Fixture.page(after: note), as: UTF8.self)
      .replacing("</h1>", with: "</h1>\(byline)")
    #expect(Fixture.isWhole(ArticleReader.article(page: Array(page.utf8))))
  }

  @Test func aPlaceDescribedBelowItsNameIsNoAuthor() {
    let parts = ["Hafen Sandau", "Werft Grünau", "Park Lonne"].map {
      "<h3>\($0)</h3><p>\($0) liegt am Fluss und hat einen Steg, an dem Boote liegen dürfen.</p>"
    }
    let article = Fixture.article(
      after: parts.joined() + "<p>\(Fixture.long)</p>".replacing("Rat", with: "Ausschuss")
        + "<p>\(Fixture.long)</p>")
    #expect(article.body.string.contains("Hafen Sandau liegt am Fluss"))
  }

  @Test(arguments: ["Mara ist Redakteurin des Boten.", "Mara Linde schreibt seit 2019 über Häfen."])
  func whatAnAuthorIsStandsAtTheEnds(_ line: String) {
    let head = "<meta name='author' content='Mara Linde'>"
    #expect(Fixture.isWhole(Fixture.article(after: "<p>\(line)</p>", head: head)))
    #expect(!Fixture.isWhole(Fixture.article(after: "<p>\(line)</p>")))
  }
}
