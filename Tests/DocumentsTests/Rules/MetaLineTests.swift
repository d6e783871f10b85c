import Press
import Testing

@testable import Documents

struct MetaLineTests {
  @Test func aLineOfDatesGoes() {
    let article = Fixture.article(
      between: "<p>Aktualisiert am 09.09.2025, 14:55 Uhr</p>",
      after: "")
    #expect(article.removed.contains { $0.rule == "meta-line" })
    #expect(Fixture.isWhole(article), "\(article.body.string)")
  }
}
