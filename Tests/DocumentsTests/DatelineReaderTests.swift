import Press
import Testing

@testable import Documents

struct DatelineReaderTests {
  @Test(arguments: [
    ("Harsbach (NDA) – Der Rat der Stadt hat am Montag getagt.", "Harsbach"),
    ("Berlin/Grünau (dpa) - Der Hafen wird ausgebaut.", "Berlin/Grünau"),
    ("BERLIN -- The council met on Monday.", "BERLIN"),
    ("WASHINGTON, Nov 18 (Reuters) - The council met.", "WASHINGTON, Nov 18"),
    ("NEW DELHI — Their dream was shattered.", "NEW DELHI"),
  ])
  func aPlaceBeforeTheFirstDashIsRead(_ text: String, _ place: String) {
    #expect(DatelineReader.dateline(of: text) == place)
  }

  @Test(arguments: [
    "Der Hafen – seit Jahren ein Zankapfel – wird ausgebaut.",
    "Die Frage bleibt offen. Der Rat (fünf Stimmen) – und das ist neu – schweigt.",
    "Grünau baut aus.", "", "– Der Anfang", "2024 (dpa) – Ein Jahr",
  ])
  func otherDashesAreNone(_ text: String) {
    #expect(DatelineReader.dateline(of: text) == nil)
  }

  @Test func theArticleHasIt() {
    let article = Fixture.article(
      between: "", after: "", head: "")
    #expect(article.dateline == nil)
    let page = String(decoding: Fixture.page(), as: UTF8.self)
      .replacing("<p>Der Stadtrat", with: "<p>Grünau (dpa) – Der Stadtrat")
    let other = ArticleReader.article(page: Array(page.utf8), url: "https://bote.example/a")
    #expect(other.dateline == "Grünau")
  }
}
