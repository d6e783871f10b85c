import Press
import Testing

@testable import Documents

struct FlatReaderTests {
  private let page = """
    Startseite
    Politik
    Hafen von Grünau wird ausgebaut
    Lesezeit: 2 Minuten
    Der Stadtrat von Grünau hat am Montag beschlossen, den Hafen bis zum Jahr 2031 auszubauen.

    Die Bürgermeisterin sagte, die Arbeiten sollen etwa zwölf Millionen Euro kosten, davon zahlt das Land die Hälfte.

    Siehe auch  So schützen Sie Ihr Boot vor Frost

    Der Ausbau war lange umstritten, denn die Anwohner fürchten den Lärm, wie eine Sprecherin erklärte.

    Diesen Artikel teilen
    Kommentare (0)
    Kommentar veröffentlichen
    """

  @Test func furnitureGoesAndTextStays() {
    let reading = ArticleReader.article(text: Array(page.utf8))
    #expect(reading.article.headline == "Hafen von Grünau wird ausgebaut")
    #expect(reading.article.blocks.count == 3)
    #expect(reading.lines.filter { $0.removedBy == "see-also" }.count == 1)
    #expect(!reading.article.body.string.contains("teilen"))
  }

  @Test func everyByteOfTheTextStandsInWhatWasGiven() {
    let reading = ArticleReader.article(text: Array(page.utf8))
    let body = reading.article.body
    let given = Array(page.utf8)
    for origin in reading.origins {
      #expect(Array(body.utf8[origin.body]) == Array(given[origin.given]))
    }
    for (offset, byte) in body.utf8.enumerated() where byte != 10 {
      #expect(reading.given(at: offset).map { given[$0] } == byte)
    }
  }

  @Test(arguments: [
    "Grünau baut den Hafen aus", "Von Grünau bis zum Meer: Der Hafen wird ausgebaut",
  ])
  func headlineAndStandfirstAreFoundAboveACaption(headline: String) {
    let lead = "Der alte Hafen von Grünau soll bis 2031 wachsen, doch viele Anwohner sind dagegen."
    let text = """
      Startseite
      Politik
      \(headline)
      \(lead)
      Von Anna Beispiel
      12.03.2026
      teilen
      Der alte Hafen von Grünau mit dem östlichen Ufer und der Verwaltung
      Foto:
      Mara Linde/imago
      \(Fixture.first)
      \(Fixture.second)
      \(Fixture.third)
      \(Fixture.fourth)
      """
    let article = ArticleReader.article(text: Array(text.utf8)).article
    #expect(article.headline == headline)
    #expect(article.body.string.hasPrefix(lead), "\(article.body.string)")
    #expect(article.bylines.map(\.name) == ["Anna Beispiel"])
  }
}
