import Press
import Testing

@testable import Documents

struct RepeatedTitleTests {
  @Test func theHeadlineIsNotSaidTwice() {
    let article = Fixture.article(
      between: "<h2>Grünau baut den Hafen aus</h2>",
      after: "")
    #expect(article.removed.contains { $0.rule == "repeated-title" })
    #expect(Fixture.isWhole(article), "\(article.body.string)")
  }
}
