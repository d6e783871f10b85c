import Press
import Testing

@testable import Documents

struct ArticleWritingTests {
  private static func article(_ blocks: [Block]) -> Article {
    Article(
      id: "a", outlet: Outlet(id: "", name: ""), headline: "Grünau & der *Hafen*",
      standfirst: "Was <nun>?", blocks: blocks)
  }

  @Test(arguments: [
    ("1. Januar 2026 war ein Donnerstag.", "1\\. Januar 2026 war ein Donnerstag."),
    ("- und nun?", "\\- und nun?"), ("2026) war", "2026\\) war"), ("+ Neues", "\\+ Neues"),
    ("11.000 Container", "11\\.000 Container"), ("zu 5. und - nun", "zu 5. und - nun"),
    ("# kein [Titel](x) & ~~nichts~~", "\\# kein \\[Titel\\](x) \\& \\~\\~nichts\\~\\~"),
    ("zwei\nZeilen", "zwei Zeilen"),
  ])
  func whatHasAMeaningInMarkdownIsEscaped(_ text: String, _ expected: String) {
    let markdown = Self.article([.paragraph(RichText(text))]).markdown
    #expect(markdown.hasSuffix("\n\n" + expected), "\(markdown)")
  }

  @Test func aTableHasAHead() {
    let markdown = Self.article([.table([["Jahr", "Tonnen"], ["2030", "4|5"]])]).markdown
    #expect(markdown.hasSuffix("| Jahr | Tonnen |\n| --- | --- |\n| 2030 | 4\\|5 |"))
  }

  @Test func textIsNoMarkup() {
    let article = Self.article([.paragraph(RichText("1 < 2 & \"so\""))])
    #expect(article.markup.contains("<h1>Grünau &amp; der *Hafen*</h1>"))
    #expect(article.markup.contains("<p>1 &lt; 2 &amp; &quot;so&quot;</p>"))
    #expect(article.plainText.hasPrefix("Grünau & der *Hafen*\n\nWas <nun>?"))
  }
}
