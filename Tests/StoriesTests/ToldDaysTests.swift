import Press
import Testing

@testable import Stories

@Suite struct ToldDaysTests {
  private func told(_ text: String) -> ToldDays { ToldDays(in: text.utf8) }

  @Test(arguments: [
    ("heute, Dienstag, 18. Juni, reist er", "gestern, am 19. Juni, unterzeichnet"),
    ("am 30. Dezember", "am 1. Januar"),
    ("on June 19, 2024, they signed", "Am 19. Juni 2024 unterzeichnet"),
    ("am 3. März", "am 3. März 2023"),
  ])
  func daysNearOneAnotherAreOfOneEvent(one: String, other: String) {
    #expect(told(one).fit(told(other)) == .sameDay)
    #expect(told(other).fit(told(one)) == .sameDay)
  }

  @Test(arguments: [
    ("am 18. Juni", "am 28. Juni"), ("am 18. Juni 2023", "am 18. Juni 2024"),
    ("am 1. Februar und am 7. Mai", "am 20. Juli"),
  ])
  func otherDaysAreOfOtherEvents(one: String, other: String) {
    #expect(told(one).fit(told(other)) == .otherDay)
  }

  @Test func theSameMonthsSpeakForOneEvent() {
    #expect(told("Bereits im Juli kam er").fit(told("war im Juli dort")) == .sameMonths)
    #expect(told("seit September, im März").fit(told("im Juli")) == .open)
    #expect(told("im Juli, im März, im Mai").fit(told("im Juli")) == .open)
    #expect(told("").fit(told("")) == .open)
  }

  @Test func aDayAndAMonthSayNothingOfEachOther() {
    #expect(told("am 18. Juni").fit(told("im Juni")) == .open)
  }

  @Test func wordsThatAreMonthsTooAreNone() {
    #expect(told("They may march on").fit(told("It may rain")) == .open)
  }

  @Test func aKnownTimeIsMetOrNot() throws {
    let day = try #require(PressDate(year: 2024, month: 6, day: 20))
    let time = EventTime(start: day.start, end: day.end)
    #expect(told("am 19. Juni").fit(time) == .sameDay)
    #expect(told("am 19. Juni 2023").fit(time) == .otherDay)
    #expect(told("ohne Tag").fit(time) == .open)
  }
}
