import Foundation
import Press
import Testing

@testable import Stories

@Suite struct StoryDeskAttachingTests {
  /// A live blog of a quiet day: a council, then the fire, then the regatta.
  private static func ticker(_ id: String = "t", hours: Double, named isNamed: Bool = true)
    -> Arrival
  {
    let blocks: [(String, String)] = [
      (
        "Rat von Fahlenbek vertagt Beschluss",
        "Der Rat von Fahlenbek hat den Beschluss über das Hallenbad auf den Herbst vertagt."
      ),
      (
        "Großbrand im Hafen von Ostmünde",
        """
        In der Lagerhalle Elf des Hafens von Ostmünde brennen Paletten mit Düngemittel. Die Feuerwehr ist mit \
        vielen Kräften da, zwei Kaianlagen sind geräumt.
        """
      ),
      (
        "Ruderregatta endet mit Rekord",
        "Das Achterboot aus Fahlenbek siegte bei der Ruderregatta von Ostmünde vor 12.000 Zuschauern."
      ),
    ]
    let body = ArticleText(
      standfirst: "Was am Tag geschieht, an der Küste und im Land.",
      blocks: blocks.flatMap {
        [.heading(RichText($0.0), level: 2), .paragraph(RichText($0.1))] as [Block]
      })
    let at = Wire.start + Int64(hours * 3600)
    return Arrival(
      id: id, outlet: "t.example", language: .german, published: PressDate(instant: at),
      arrived: at, headline: isNamed ? "Newsblog: Der Tag an der Küste" : "Der Tag an der Küste",
      standfirst: "Was am Tag geschieht, an der Küste und im Land.", body: body,
      kind: isNamed ? .article : .liveBlog)
  }

  private static let fire = Wire.report("a", "Großbrand im Hafen von Ostmünde", Wire.fire)
  private static let race = Wire.report(
    "r", "Ruderregatta mit Rekord", Wire.race, outlet: "b.example", hours: 1)

  private static func attached(_ desk: StoryDesk, to id: String) -> [ClosedRange<Int>] {
    desk.story(of: id)?.attachments.map(\.anchors) ?? []
  }

  @Test(arguments: [true, false]) func blocksAreLaidToTheStoriesTheyTellOf(isNamed: Bool) {
    var desk = StoryDesk()
    _ = desk.place(Self.fire)
    _ = desk.place(Self.race)
    let sagas = Set(desk.stories.map(\.saga))
    let placement = desk.place(Self.ticker(hours: 2, named: isNamed))
    #expect(Self.attached(desk, to: "a") == [3...4])
    #expect(Self.attached(desk, to: "r") == [5...6])
    #expect(desk.story(of: "a")?.members.map(\.article) == ["a"])
    #expect(placement.story.members.map(\.article) == ["t"])
    #expect(placement.story.attachments.isEmpty)
    #expect(Set(placement.changed.map(\.id)).count == 2)
    // Nothing is laid together by it.
    #expect(Set(desk.stories.map(\.saga)) == sagas.union([placement.story.id]))
  }

  @Test func blocksWaitForStoriesThatBeginLater() {
    var desk = StoryDesk()
    _ = desk.place(Self.ticker(hours: 0))
    let placement = desk.place(
      Wire.report("a", "Großbrand im Hafen von Ostmünde", Wire.fire, hours: 2))
    #expect(placement.story.members.map(\.article) == ["a"])
    #expect(placement.story.attachments.map(\.anchors) == [3...4])
    #expect(placement.story.attachments.map(\.article) == ["t"])
  }

  @Test func aTickerReadAgainIsLaidAnew() {
    var desk = StoryDesk()
    _ = desk.place(Self.fire)
    _ = desk.place(Self.ticker(hours: 1))
    _ = desk.place(Self.ticker(hours: 2))
    #expect(Self.attached(desk, to: "a") == [3...4])
    desk.remove("t")
    #expect(Self.attached(desk, to: "a").isEmpty)
  }

  @Test func attachmentsAndWaitingBlocksOutliveARestart() throws {
    var desk = StoryDesk()
    _ = desk.place(Self.fire)
    _ = desk.place(Self.ticker(hours: 1))
    var again = try #require(StoryDesk(decoding: desk.encode()))
    #expect(again.stories == desk.stories)
    _ = desk.place(Self.race)
    _ = again.place(Self.race)
    #expect(Self.attached(again, to: "r") == [5...6])
    #expect(again.encode() == desk.encode())
  }

  @Test func groupSaysOfATickerWhereItsBlocksAre() throws {
    var report = GroupReport()
    func row(_ json: String) throws -> GroupRow {
      try JSONDecoder().decode(GroupRow.self, from: Data(json.utf8))
    }
    let ticker = try row(
      #"""
      {"id":"t","date":"2026-01-05T08:00:00","outlet":"t.example","lang":"de","title":"Newsblog: Der Tag",
      "text":"Was geschieht.\n\nGroßbrand im Hafen von Ostmünde: In der Lagerhalle Elf brennen Paletten mit Düngemittel."}
      """#)
    let fire = try row(
      #"""
      {"id":"a","date":"2026-01-05T09:00:00","outlet":"a.example","lang":"de",
      "title":"Großbrand im Hafen von Ostmünde","text":"In der Lagerhalle Elf brennen Paletten mit Düngemittel."}
      """#)
    #expect(report.lines(for: ticker).first?.attached.isEmpty == true)
    let lines = report.lines(for: fire)
    #expect(lines.map(\.id) == ["a", "t"])
    #expect(lines.last?.attached == [GroupLine.Part(story: lines[0].story, from: 2, to: 2)])
  }

  @Test(arguments: [
    ("Die Lage am Morgen: Was der Gipfel bringt", true), ("Liveticker: Spiel in Ostmünde", true),
    ("Die Lage am Hafen von Ostmünde", false), ("Streik am Morgen", false),
  ])
  func tickersAreKnownByTheirHeadlines(headline: String, tellsMany: Bool) {
    #expect(Ticker.tellsMany(Wire.report("x", headline, "Text.")) == tellsMany)
  }
}
