import Press
import Testing

@testable import Stories

@Suite struct StoryDeskKeepingTests {
  /// Many small reports: some places, some things that happen there.
  static func stream(_ count: Int) -> [Arrival] {
    let places = ["Ostmünde", "Fahlenbek", "Lüttenfehn", "Velsund", "Askeltind", "Kranichholm"]
    let things = [
      "Brand zerstört Lagerhalle", "Streik der Fährleute", "Wahl des Bürgermeisters",
      "Rekord bei der Regatta", "Sturm deckt Dächer ab", "Neue Brücke wird gesperrt",
      "Prozess gegen Bäcker beginnt",
    ]
    return (0..<count).map { index in
      let place = places[index * 7 % places.count]
      let thing = things[(index / 5) * 3 % things.count]
      return Wire.report(
        "s\(index)", "\(place): \(thing) Nummer \(index / 40)", outlet: "o\(index % 5).example",
        hours: Double(index) / 4)
    }
  }

  @Test func aDeskFromBytesGoesOnAsTheOldOne() throws {
    let stream = Self.stream(400)
    var whole = StoryDesk()
    for arrival in stream { _ = whole.place(arrival) }
    var first = StoryDesk()
    for arrival in stream.prefix(250) { _ = first.place(arrival) }
    var second = try #require(StoryDesk(decoding: first.encode()))
    #expect(second.stories == first.stories)
    for arrival in stream.dropFirst(250) { _ = second.place(arrival) }
    #expect(second.stories == whole.stories)
    #expect(second.encode() == whole.encode())
  }

  @Test func placingTheWindowAgainGivesTheSameStories() {
    let stream = Self.stream(300)
    var one = StoryDesk()
    var other = StoryDesk()
    for arrival in stream { _ = one.place(arrival) }
    for arrival in stream { _ = other.place(arrival) }
    #expect(one.stories == other.stories)
  }

  @Test func damagedBytesAreRefused() {
    var desk = StoryDesk()
    for arrival in Self.stream(20) { _ = desk.place(arrival) }
    let bytes = desk.encode()
    #expect(StoryDesk(decoding: bytes) != nil)
    #expect(StoryDesk(decoding: []) == nil)
    #expect(StoryDesk(decoding: Array(bytes.dropLast())) == nil)
    for place in stride(from: 0, to: bytes.count, by: 97) {
      var damaged = bytes
      damaged[place] ^= 0x41
      #expect(StoryDesk(decoding: damaged) == nil)
    }
  }

  @Test func theCostOfAnArticleDoesNotGrowWithTheWindow() {
    let stream = Self.stream(6_000)
    var desk = StoryDesk()
    var work: [Int] = []
    for (index, arrival) in stream.enumerated() {
      _ = desk.place(arrival)
      if index % 1_000 == 999 { work.append(desk.work) }
    }
    // Steps for a thousand articles, when the window holds three and when it holds six thousand.
    #expect(work[5] - work[4] < (work[2] - work[1]) * 11 / 10)
  }

  @Test func oldArticlesLeaveTheWindow() {
    var desk = StoryDesk()
    for index in 0..<(Bars.fewest + 300) {
      _ = desk.place(
        Wire.report(
          "x\(index)", "Meldung \(index * 7_919) aus Ort\(index) über Ding\(index)",
          hours: Double(index)))
    }
    #expect(desk.count <= Bars.fewest + 1)
    #expect(desk.story(of: "x0") == nil)
    #expect(desk.drafts.count < Bars.fewest + 300)
  }
}
