import Press
import Testing

@testable import Documents

struct BroadcastNoteTests {
  @Test func aNoteOnAirTimeGoes() {
    let article = Fixture.article(
      between: "",
      after: "<p>Bote 1 | Der Morgen | 17.06.2025 | 15:00 Uhr</p>")
    #expect(article.removed.contains { $0.rule == "broadcast" })
    #expect(Fixture.isWhole(article), "\(article.body.string)")
  }
}
