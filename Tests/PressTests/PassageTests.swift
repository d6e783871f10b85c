import Press
import Testing

@Suite struct PassageTests {
  @Test(arguments: [
    "„Wir  haben die Sandsäcke gezählt.“", "»Wir haben die Sand\u{ad}säcke gezählt«",
    "\"WIR haben\u{a0}die\nSandsäcke gezählt!\"", "Wir haben – die Sandsäcke – gezählt",
  ])
  func aSentenceSetAnewKeepsItsHash(_ sentence: String) {
    let hash = SentenceHash.of("Wir haben die Sandsäcke gezählt".utf8)
    #expect(SentenceHash.of(sentence.utf8) == hash)
  }

  @Test(arguments: [
    "Wir haben die Sandsäcke gezahlt", "Wir haben die Sandsäcke", "Wir haben 2 Sandsäcke gezählt",
    "Wir haben die Sandsäcke gezählt €", "",
  ])
  func anotherSentenceHasAnotherHash(_ sentence: String) {
    let hash = SentenceHash.of("Wir haben die Sandsäcke gezählt".utf8)
    #expect(SentenceHash.of(sentence.utf8) != hash)
  }

  @Test func anArticlesTextKnowsItsParagraphs() {
    let article = Article(
      id: "a", outlet: Outlet(id: "b", name: "B"), headline: "Kein Teil des Textes",
      standfirst: "Vorspann.",
      blocks: [
        .heading(RichText("Kapitel"), level: 2), .picture(Picture(url: "x", caption: "Bild")),
        .list([RichText("eins"), RichText("zwei")], isOrdered: false),
      ])
    let body = article.body
    #expect(body.string == "Vorspann.\n\nKapitel\n\neins\nzwei")
    #expect(body.paragraphs.map(\.anchor) == [0, 1, 3])
    #expect(body.paragraphs.map(\.isHeading) == [false, true, false])
    #expect(body.paragraph(at: 11)?.anchor == 1)
    #expect(body.paragraph(at: 9) == nil)
    #expect(body.paragraph(at: 99) == nil)
    for paragraph in body.paragraphs { #expect(!body[paragraph.range].contains("\n\n")) }
  }

  @Test func aRangeOutsideTheTextIsEmpty() {
    let text = ArticleText(plain: "äöü")
    #expect(text[4..<900] == "ü")
    #expect(text[900..<901] == "")
  }

  @Test(arguments: [("de-AT", "de"), ("DE_ch", "de"), ("english", nil), ("", nil), ("d1", nil)])
  func languageTagsGiveTheirFirstPart(tag: String, code: String?) {
    #expect(Language(tag: tag)?.rawValue == code)
  }
}
