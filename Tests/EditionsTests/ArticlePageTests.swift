import Evidence
import Hypertext
import Press
import Testing

@testable import Editions

@Suite struct ArticlePageTests {
  let page = PageProbe(DaySample.articlePage.html)

  @Test func everyParagraphHasItsAnchor() {
    let ids = Set(page.values(of: "id"))
    let article = DaySample.longArticle
    for paragraph in article.body.paragraphs { #expect(ids.contains("p\(paragraph.anchor)")) }
  }

  @Test func theTextIsAllThere() throws {
    let start = try #require(page.tags.firstIndex { $0.attributes["class"] == "txt" })
    let shown = page.text(from: start).filter(\.isLetter)
    for block in DaySample.longArticle.blocks {
      #expect(shown.contains(block.text.filter(\.isLetter)), "\(block.text.prefix(40))")
    }
  }

  @Test func notesShowWhatOthersSay() {
    let notes = page.all("aside").filter { $0.attributes["class"] == "note" }
    #expect(notes.count == 2)
    #expect(page.tags.contains { $0.attributes["data-v"]?.hasPrefix("f60d55") == true })
    #expect(page.tags.contains { $0.text == "bestreitet" })
  }

  @Test func whatWasRemovedIsNamed() {
    #expect(
      page.tags.contains {
        $0.text == "Entfernt: Teilen-Leiste, Hinweis auf den Newsletter, Siehe auch"
      })
    #expect(page.tags.contains { $0.text == "Jetzt unseren Newsletter bestellen" })
    #expect(Wording.german.removal["a-new-rule"] == "Beiwerk")
  }

  @Test func anExcerptHoldsOnlyWhatIsCited() {
    var excerpt = DaySample.articlePage
    excerpt.rights = .excerpt
    let html = excerpt.html.string
    #expect(!html.contains("Feldbetten") && !html.contains("Musikschule"))
    #expect(html.contains("Weiterlesen bei Lonnetaler Bote"))
    #expect(PageProbe(html).values(of: "id").contains("p3"))
    excerpt.rights = .headline
    let bare = PageProbe(excerpt.html).values(of: "id")
    #expect(!bare.contains("p3"))
  }

  @Test func marksMayOverlapAndLie() {
    let text = RichText(
      "eins zwei drei",
      runs: [
        .init(lower: 0, upper: 9, kind: .strong), .init(lower: 5, upper: 14, kind: .emphasis),
        .init(lower: 5, upper: 9, kind: .link("https://a.example/")),
        .init(lower: 5, upper: 9, kind: .link("https://b.example/")),
        .init(lower: -1, upper: 3, kind: .code), .init(lower: 4, upper: 900, kind: .code),
      ])
    let html = RichTextView(text: text, language: .german).html.string
    #expect(
      html
        == "<strong>eins </strong><a href=\"https://a.example/\" rel=\"external noopener noreferrer\"><em><strong>zwei</strong></em></a><em> drei</em>"
    )
  }

  @Test func readingTakesAtLeastAMinute() {
    #expect(ReadingTime.minutes(ArticleText(plain: "Ein Wort")) == 1)
    let long = String(repeating: "Wort ", count: 1_500)
    #expect(ReadingTime.minutes(ArticleText(plain: long)) == 7)
  }

  @Test func hostsAreNamed() {
    #expect(WebHost.name(of: "https://www.a.example/x?y") == "a.example")
    #expect(WebHost.name(of: "https://u:p@a.example:8080#x") == "a.example:8080")
    #expect(WebHost.name(of: "javascript:alert(1)") == nil && WebHost.name(of: "") == nil)
  }
}
