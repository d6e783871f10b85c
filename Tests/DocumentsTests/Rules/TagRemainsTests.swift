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
}
