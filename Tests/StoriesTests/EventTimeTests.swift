import Press
import Testing

@testable import Stories

@Suite struct EventTimeTests {
  private func day(_ year: Int, _ month: Int, _ day: Int) -> Int64 {
    Int64(CivilDay(year: year, month: month, day: day)?.daysSince1970 ?? 0) * 86_400
  }

  private func time(_ text: String, _ published: PressDate?) -> EventTime? {
    EventTime(
      Arrival(
        id: "a", outlet: "o", published: published, arrived: 0, headline: "",
        body: ArticleText(plain: text)))
  }

  @Test func aDayToldInTheTextIsTheEventsDay() {
    let published = PressDate(year: 2026, month: 3, day: 12)
    let told = time("Der Pakt, der gestern, am 11. März, unterzeichnet wurde.", published)
    #expect(told?.start == day(2026, 3, 11))
    let english = time("They signed it on March 10, officials said.", published)
    #expect(english?.start == day(2026, 3, 10))
  }

  @Test func aDayFarFromPublicationIsNotTheEventsDay() {
    let published = PressDate(year: 2026, month: 3, day: 12)
    #expect(time("Wie schon am 2. Februar und am 30. März.", published)?.start == day(2026, 3, 12))
  }

  @Test func aYearIsNoTime() {
    let year = PressDate(start: day(2026, 1, 1), end: day(2027, 1, 1), precision: .year)
    #expect(time("", year) == nil)
    #expect(time("", nil) == nil)
  }

  @Test func daysThatTouchAreNotApart() {
    let one = EventTime(start: 0, end: 86_400)
    let next = EventTime(start: 86_400, end: 2 * 86_400)
    #expect(one.distance(to: next) == 0)
    #expect(one.distance(to: EventTime(start: 3 * 86_400, end: 4 * 86_400)) == 2 * 86_400)
  }
}
