import Press
import Testing

@testable import Documents

struct TagRemainsTests {
  @Test func remainsOfATemplateGo() {
    let article = Fixture.article(
      between: "<p>{{ video.player }}</p>",
      after: "")
    #expect(article.removed.contains { $0.rule == "tag-remains" })
    #expect(Fixture.isWhole(article), "\(article.body.string)")
  }

  @Test func titlesInBracketsAreKept() {
    let text = Fixture.article(
      between: "<p>&lt;Das Lied vom Hafen&gt;</p><p>[ <a href=\"https://x.example/\">Bote</a> ]</p>"
    ).body.string
    #expect(text.contains("<Das Lied vom Hafen>"))
    #expect(text.contains("[ Bote ]"))
  }
}
