import Press
import Testing

@testable import Documents

struct SurroundingsTests {
  @Test func anAsideInTheTextGoes() {
    let article = Fixture.article(
      between:
        "<aside><p>In Grünau leben nach der letzten Zählung etwa 41.000 Menschen, mehr als je zuvor.</p></aside>",
      after: "")
    #expect(Fixture.isWhole(article), "\(article.body.string)")
  }
}
