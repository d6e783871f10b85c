import Press
import Testing

@testable import Documents

struct EmbedPlaceholderTests {
  @Test func thePlaceOfAnExternalPartGoes() {
    let article = Fixture.article(
      between: "<p>An dieser Stelle finden Sie einen externen Inhalt von Seepost.</p>",
      after: "")
    #expect(article.removed.contains { $0.rule == "embed-placeholder" })
    #expect(Fixture.isWhole(article), "\(article.body.string)")
  }
}
