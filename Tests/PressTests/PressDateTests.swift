import Press
import Testing

@Suite struct PressDateTests {
  @Test func everyDayOfFourHundredYearsComesBack() throws {
    var day = try #require(CivilDay(year: 1800, month: 1, day: 1)).daysSince1970
    let end = try #require(CivilDay(year: 2200, month: 1, day: 1)).daysSince1970
    var last = CivilDay(daysSince1970: day - 1)
    while day < end {
      let civil = CivilDay(daysSince1970: day)
      #expect(civil.daysSince1970 == day)
      #expect(last < civil)
      #expect(civil.weekday == last.weekday % 7 + 1)
      last = civil
      day += 1
    }
  }

  @Test(arguments: [
    (2026, 11, 21, 6), (2024, 2, 29, 4), (2000, 1, 1, 6), (1970, 1, 1, 4), (1969, 12, 31, 3),
  ])
  func weekdaysAreThoseOfTheCalendar(year: Int, month: Int, day: Int, weekday: Int) throws {
    #expect(try #require(CivilDay(year: year, month: month, day: day)).weekday == weekday)
  }

  @Test(arguments: [(2023, 2, 29), (2026, 13, 1), (2026, 4, 31), (0, 1, 1), (2026, 1, 0)])
  func thereIsNoSuchDay(year: Int, month: Int, day: Int) {
    #expect(CivilDay(year: year, month: month, day: day) == nil)
  }

  @Test func datesAreWrittenAtTheirPrecision() throws {
    let day = try #require(PressDate(year: 2024, month: 6, day: 19))
    #expect(day.iso8601 == "2024-06-19")
    #expect(PressDate(instant: day.start + 20_400).iso8601 == "2024-06-19T05:40:00Z")
    #expect(PressDate(instant: -1).iso8601 == "1969-12-31T23:59:59Z")
    #expect(
      PressDate(start: day.start, end: day.start, precision: .month).iso8601 == "2024-06")
    #expect(PressDate(start: day.start, end: day.start, precision: .year).iso8601 == "2024")
    #expect(
      PressDate(start: day.start, end: day.start + 3 * 86_400, precision: .range).iso8601
        == "2024-06-19/2024-06-21")
  }

  @Test func datesFarAwayDoNotTrap() {
    for seconds in [Int64.min, Int64.max, -62_135_596_801, 253_402_300_800] {
      #expect(!PressDate(instant: seconds).iso8601.isEmpty)
    }
  }
}
