import Hypertext
import Press
import Testing

@testable import Editions

@Suite struct DateWordsTests {
  let german = DaySample.edition.dates
  let english = DaySample.english.dates

  @Test func daysAndClocksAreWords() {
    let instant = PressDate(instant: FloodSample.now)
    #expect(german.full(instant) == "21.\u{A0}November 2026, 9.30\u{A0}Uhr")
    #expect(english.full(instant) == "21\u{A0}November 2026, 9:30\u{A0}am")
    #expect(german.clock(FloodSample.now + 12 * 3_600 - 1_800) == "21\u{A0}Uhr")
    #expect(english.clock(FloodSample.now + 12 * 3_600 - 1_800) == "9\u{A0}pm")
    #expect(english.clock(FloodSample.now - 9 * 3_600 - 1_800) == "12\u{A0}am")
  }

  @Test func todayIsAClockAndThisYearHasNoYear() {
    #expect(german.brief(FloodSample.at(1)) == "8.30\u{A0}Uhr")
    #expect(german.brief(FloodSample.at(10)) == "20.\u{A0}November")
    #expect(german.brief(FloodSample.at(24 * 400)) == "17.\u{A0}Oktober 2025")
    #expect(german.middle(FloodSample.at(10)) == "20.\u{A0}November, 23.30\u{A0}Uhr")
  }

  @Test func precisionIsKept() {
    func span(_ from: (Int, Int, Int), _ to: (Int, Int, Int), _ precision: PressDate.Precision)
      -> String
    {
      let start = CivilDay(year: from.0, month: from.1, day: from.2)?.daysSince1970 ?? 0
      let end = CivilDay(year: to.0, month: to.1, day: to.2)?.daysSince1970 ?? 0
      return german.full(
        PressDate(
          start: Int64(start) * 86_400, end: Int64(end) * 86_400, precision: precision))
    }
    #expect(span((2023, 9, 1), (2023, 10, 1), .month) == "September\u{A0}2023")
    #expect(span((2019, 1, 1), (2020, 1, 1), .year) == "2019")
    #expect(span((2024, 4, 1), (2024, 7, 1), .range) == "April bis Juni\u{A0}2024")
    #expect(
      span((2024, 4, 3), (2024, 6, 19), .range) == "3.\u{A0}April bis 18.\u{A0}Juni 2024")
    #expect(span((2024, 4, 1), (2024, 5, 1), .range) == "April\u{A0}2024")
    #expect(
      span((2023, 12, 30), (2024, 1, 3), .range)
        == "30.\u{A0}Dezember 2023 bis 2.\u{A0}Januar 2024")
  }

  @Test func machinesReadTheDateAtItsPrecision() {
    #expect(
      german.element(FloodSample.at(0)).string
        == "<time datetime=\"2026-11-21T08:30Z\">21.\u{A0}November 2026, 9.30\u{A0}Uhr</time>")
    let month = PressDate(
      start: 1_693_526_400, end: 1_696_118_400, precision: .month, isInferred: true)
    #expect(
      german.element(month).string
        == "<time datetime=\"2023-09\">September\u{A0}2023<small>erschlossen</small></time>")
  }

  @Test func anyNumberIsADate() {
    for instant in [Int64.min, .max, 0, -1] {
      #expect(!german.full(PressDate(instant: instant)).isEmpty)
      #expect(!english.brief(PressDate(start: .min, end: instant, precision: .range)).isEmpty)
    }
  }

  @Test func summerTimeBeginsAndEndsOnSundaysAtOne() {
    let zone = PressZone.berlin
    // 29 March and 25 October 2026, 1.00 UTC.
    #expect(zone.offset(at: 1_774_746_000 - 1) == 3_600)
    #expect(zone.offset(at: 1_774_746_000) == 7_200)
    #expect(zone.offset(at: 1_792_890_000 - 1) == 7_200)
    #expect(zone.offset(at: 1_792_890_000) == 3_600)
    #expect(PressZone.utc.offset(at: 1_780_000_000) == 0)
    #expect(zone.offset(at: .min) == 3_600 && zone.offset(at: .max) == 3_600)
  }

  @Test func numbersAreGrouped() {
    let german = NumberWords(language: .german)
    let english = NumberWords(language: .english)
    #expect(german.grouped(11_000) == "11.000" && english.grouped(1_234_567) == "1,234,567")
    #expect(german.grouped(-950) == "\u{2212}950" && german.grouped(.min).utf8.count > 20)
    #expect(german.axis(6.25) == "6,25" && english.axis(0.5) == "0.5" && german.axis(3) == "3")
    #expect(german.axis(3_000_000) == "3\u{A0}Mio." && english.axis(2.5e9) == "2.5\u{A0}bn")
    #expect(german.axis(.infinity).isEmpty)
  }
}
