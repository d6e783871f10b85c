import Press
import Testing

@testable import Stories

/// https://github.com/presseschau/presseschau/issues/5
@Suite struct CreditsTests {
  private static let headline = "Großbrand im Hafen von Ostmünde"

  private func names(_ text: String) -> [UInt32] { CopyReading(text.utf8).credits.names }

  @Test(arguments: [
    "Wie der Telegraph berichtet, brannten 340 Paletten.",
    "Das berichtet die Zeitung Telegraph am Abend.",
    "Laut Telegraph wurden zwei Kaianlagen geräumt.",
    "Nach Informationen des Telegraph war es Brandstiftung.",
    "Dem Telegraph zufolge fehlt jede Spur.",
    "Two quays were cleared, the Telegraph reported.",
    "According to the Telegraph two quays were cleared.",
  ])
  func aSourceIsNamed(text: String) {
    #expect(names(text).contains(Credits.name(of: "www.telegraph.co.uk")))
  }

  @Test func aNameWithoutAWordOfTellingIsNoSource() {
    let text = "Der Telegraph kaufte das Lagerhaus. Die Polizei berichtet von 340 Paletten."
    #expect(!names(text).contains(Credits.name(of: "telegraph.example")))
  }

  @Test func outletsGoByTheirNames() {
    #expect(Credits.name(of: "www.sueddeutsche.de") == WordReader.hash("Süddeutsche"))
    #expect(Credits.name(of: "t-online.de") == WordReader.hash("Online"))
    #expect(Credits.name(of: "Telegraph") == WordReader.hash("Telegraph"))
    #expect(Credits.name(of: "x.y") == 0)
    #expect(Credits.name(of: "") == 0)
  }

  /// The report that names its source and the source's own, in either order of arrival.
  @Test(arguments: [false, true])
  func aReportCitesItsSource(isTurned: Bool) throws {
    let source = Wire.report("t", Self.headline, Wire.fire, outlet: "telegraph.example")
    let citing = Wire.report(
      "c", "Ostmünde: Lagerhalle im Hafen abgebrannt",
      "Wie der Telegraph berichtet: \(Wire.fireElsewhere)", outlet: "c.example", hours: 5)
    var desk = StoryDesk()
    for arrival in isTurned ? [citing, source] : [source, citing] { _ = desk.place(arrival) }
    let story = try #require(desk.story(of: "c"))
    #expect(story.members.first { $0.article == "c" }?.citing == "t")
    #expect(story.members.first { $0.article == "t" }?.citing == nil)
    let kept = try #require(StoryDesk(decoding: desk.encode()))
    #expect(kept.story(of: "c") == story)
    desk.remove("t")
    #expect(desk.story(of: "c")?.members.first?.citing == nil)
  }

  @Test func whatWasPublishedLaterIsNoSource() throws {
    var desk = StoryDesk()
    _ = desk.place(
      Wire.report(
        "c", Self.headline, "Wie der Telegraph berichtet: \(Wire.fire)", outlet: "c.example"))
    _ = desk.place(
      Wire.report(
        "t", "Ostmünde: Lagerhalle im Hafen abgebrannt", Wire.fireElsewhere,
        outlet: "telegraph.example", hours: 9))
    let story = try #require(desk.story(of: "c"))
    #expect(story.members.count == 2)
    #expect(story.members.allSatisfy { $0.citing == nil })
  }
}
