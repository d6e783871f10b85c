import Press
import Testing

@testable import Documents

struct FlatTailTests {
  private static func body(_ tail: String) -> String {
    let page = """
      Grünau baut den Hafen aus
      \(Fixture.first)
      \(Fixture.second)
      \(Fixture.third) \(Fixture.fourth)
      Das könnte Sie auch interessieren
      \(tail)
      """
    return ArticleReader.article(text: Array(page.utf8)).article.body.string
  }

  private static let teaser =
    "Die Fähre nach Sandau fährt von Montag an nur noch am Morgen, am Abend und in der Nacht."

  @Test func teasersBelowAHeadingAreNoText() {
    let tail = """
      Heute, 12:34 Uhr
      Fähre fährt seltener
      \(Self.teaser)
      Gestern, 09:10 Uhr
      Brücke wird gesperrt
      Autos müssen von Dienstag an einen Umweg fahren, weil die Brücke neue Lager bekommt.
      """
    #expect(!Self.body(tail).contains("Fähre") && !Self.body(tail).contains("Umweg"))
    #expect(Self.body(tail).hasSuffix(Fixture.fourth))
  }

  @Test func labelsOfTheArticleItselfPartNothing() {
    let texts = ["Rat", "Kreistag", "Landtag", "Ausschuss"].map {
      Fixture.long.replacing("Rat", with: $0)
    }
    let page = """
      Grünau baut den Hafen aus
      Zum Artikel
      \(texts[0])
      Zum Artikel
      \(texts[1])
      Das könnte Sie auch interessieren
      Brücke wird gesperrt
      Fähre fährt seltener
      Kein Zug am Montag
      Zum Artikel
      \(texts[2])
      Zum Artikel
      \(texts[3])
      """
    let body = ArticleReader.article(text: Array(page.utf8)).article.body.string
    #expect(body.contains(texts[2]) && body.contains(texts[3]))
  }

  @Test func paragraphsThatFollowEachOtherGoOnWithTheText() {
    #expect(
      Self.body("Fähre fährt seltener\n\(Fixture.long)\n\(Self.teaser)").hasSuffix(Self.teaser))
  }
}
