import Press
import Testing

@testable import Languages

/// 15 June 2024 is a Saturday.
private func times(_ text: String) -> [TimeExpression] {
  Reading.findings(
    in: ArticleText(plain: text), language: .english,
    published: PressDate(year: 2024, month: 6, day: 15)
  ).times
}

private func expect(
  _ marked: String, _ value: String, sourceLocation: SourceLocation = #_sourceLocation
) {
  let text = MarkedText(marked)
  let found = times(text.text)
  #expect(
    found.first { $0.stretch.range == text.range() }?.value == value, "\(found.map(\.value))",
    sourceLocation: sourceLocation)
}

@Test func theBoundOfAnEnglishTimeBelongsToIt() {
  expect("It has been shut 1️⃣since June 32️⃣.", "2024-06-03")
  expect("Bids must arrive 1️⃣no later than July 12️⃣.", "2024-07-01")
  expect("Those built 1️⃣after 20182️⃣ are safe.", "2018")
  expect("Models of 1️⃣2018 or later2️⃣ are safe.", "2018")
  expect("He left 1️⃣before 9:302️⃣.", "T09:30")
  expect("It will reopen 1️⃣in three days2️⃣.", "2024-06-18")
}

@Test func anEnglishRangeIsOneTime() {
  expect("It ran 1️⃣from 2014 to 20182️⃣.", "2014-01-01/2018-01-01")
  expect("It rained 1️⃣between June 3 and June 52️⃣.", "2024-06-03/2024-06-05")
  expect("The fair ran 1️⃣June 3-52️⃣ in Kettle.", "2024-06-03/2024-06-05")
  expect("The fair ran 1️⃣from 3 to 5 June2️⃣.", "2024-06-03/2024-06-05")
  expect("The fair ran 1️⃣6/3-6/15/20242️⃣.", "2024-06-03/2024-06-15")
  expect("Sales fell 1️⃣from April to May in 20222️⃣.", "2022-04-01/2022-05-01")
  expect("The gate is open 1️⃣between 3 and 5 in the afternoon2️⃣.", "(T15,T17,PT2H)")
  #expect(times("It cost from 3 to 5 dollars.").isEmpty)
  #expect(times("Add 1/2-3/4 cup of water.").isEmpty)
}

@Test func dayAndClockAreOneTime() {
  expect("They meet 1️⃣tomorrow at 8.30pm2️⃣.", "2024-06-16T20:30")
  expect("They met 1️⃣on Thursday2️⃣.".replacing("on ", with: ""), "2024-06-13")
  expect("They met 1️⃣Thursday before 5pm2️⃣.", "XXXX-WXX-4T17")
  expect("They meet 1️⃣Wednesday at 3.30pm2️⃣.", "XXXX-WXX-3T15:30")
  expect("They will meet on 1️⃣July twenty second at six pm2️⃣.", "XXXX-07-22T18")
  expect("They will meet 1️⃣Monday the 17th at six pm2️⃣.", "2024-06-17T18")
  expect("It opens 1️⃣each Monday at 4pm2️⃣.", "XXXX-WXX-1T16")
  expect("The bell rang at 1️⃣half past seven2️⃣.", "T07:30")
}

@Test func smallMarchIsAMonthBeforeADay() {
  expect("They will meet on 1️⃣march eighteenth2️⃣.", "2025-03-18")
  #expect(times("They march second in line, they may third time round.").isEmpty)
}

@Test func weekdaysAreCountedFromTheWeek() {
  expect("They will meet 1️⃣Tuesday of next week2️⃣.", "2024-06-18")
  expect("They will meet 1️⃣next week on Tuesday2️⃣.", "2024-06-18")
  // Friday was yesterday, and has that word.
  expect("They met 1️⃣last Friday2️⃣.", "2024-06-07")
  expect("They met 1️⃣last Monday2️⃣.", "2024-06-10")
  expect("They will meet 1️⃣Monday the 17th2️⃣.", "2024-06-17")
  expect("The mayor on 1️⃣Friday2️⃣ first denied it.", "2024-06-14")
}

@Test func englishDatesComeInManyOrders() {
  expect("It fell on the 1️⃣fourth of july 19952️⃣.", "1995-07-04")
  expect("Signed 1️⃣23/Sep/20202️⃣ in Kettle.", "2020-09-23")
  expect("Signed 1️⃣02-03-20202️⃣ in Kettle.", "2020-02-03")
  expect("It grew in 1️⃣Q3 20182️⃣.", "2018-Q3")
  expect("The case of 1️⃣Dec31, 19942️⃣ stands.", "1994-12-31")
  expect("It will be 1️⃣the second week of 20212️⃣.", "2021-W02")
  expect("They left in 1️⃣nineteen ninety six2️⃣.", "1996")
  expect("They met 1️⃣three weeks from now2️⃣.", "2024-07-06")
  expect("It went on for 1️⃣a year and a half2️⃣.".replacing("a year", with: "one year"), "P1.5Y")
}

@Test func whatOnlyLooksLikeATimeIsNone() {
  for text in [
    "He may march on.", "A score of 3-5 was fair.", "The film will last.",
    "They ran from 5 to 9 miles.",
    "On Saturday at 5 sites they dug.",
  ] {
    let found = times(text).filter { $0.kind == .time }
    #expect(found.isEmpty, "\(text) \(found.map(\.value))")
  }
}

@Test func aUnitAloneIsTheOneOfTheText() {
  expect("Sales rose 4 percent for 1️⃣the year2️⃣.", "2024")
  expect("They fell in 1️⃣the quarter2️⃣.", "2024-Q2")
  expect("The report of 1️⃣2015-122️⃣ is lost.", "2015-12")
  expect("The shop will be shut 1️⃣from May to July2️⃣.", "2024-05-01/2024-07-01")
  #expect(times("He is player of the year.").isEmpty)
  #expect(times("They won in Week 10.").isEmpty)
}

@Test func aRangeOfHoursNamesBothDays() {
  expect("They meet 1️⃣tomorrow from 2:00 to 2:30 pm2️⃣.", "(2024-06-16T14:00,2024-06-16T14:30,PT30M)")
  expect("It ran 1️⃣from 10:30 to 3 on 1/1/20152️⃣.", "(2015-01-01T10:30,2015-01-01T15,PT4H30M)")
  expect("They worked 1️⃣yesterday from 11pm to 2am2️⃣.", "(2024-06-14T23,2024-06-15T02,PT3H)")
  expect("It opens 1️⃣from 9:30am for 7 hours2️⃣.", "(T09:30,T16:30,PT7H)")
  let day = times("They meet tomorrow from 2 pm to 4 pm.").first?.date
  #expect(day?.day.iso8601 == "2024-06-16" && day?.precision == .day)
}

@Test func aCountedSpanRunsFromTheDayOfPublication() {
  expect("It grew in the 1️⃣last three months2️⃣.", "2024-03-15/2024-06-15")
  expect("It will close for the 1️⃣next 2 weeks2️⃣.", "2024-06-16/2024-06-30")
  expect("Sales of the 1️⃣previous three quarters2️⃣ fell.", "2023-07-01/2024-04-01")
  expect("They will meet 1️⃣in two weeks2️⃣.", "2024-06-29")
  // The week is meant: an axis must not show the day.
  #expect(times("They will meet in two weeks.").first?.date?.precision == .range)
}

@Test func lengthsOfSeveralUnitsAreOne() {
  expect("It took 1️⃣3 hours 30 minutes2️⃣.", "PT3H30M")
  expect("He served 1️⃣two years and three months2️⃣.", "P2Y3M")
  expect("He returned 1️⃣1 year 2 months 3 days later2️⃣.", "2025-08-18")
}

@Test func weekdaysAreCountedInAMonth() {
  expect("They will vote on the 1️⃣first Monday of July2️⃣.", "2024-07-01")
  expect("They meet on the 1️⃣last Friday of next month2️⃣.", "2024-07-26")
  expect("The sale is on 1️⃣Labor Day weekend2️⃣.", "2024-W35-WE")
  expect("It is 1️⃣the week of April 10th2️⃣.", "2024-W15")
  expect("They return 1️⃣Monday two weeks from now2️⃣.", "2024-06-24")
}

@Test func hoursAreSaidInWords() {
  expect("He left at 1️⃣nine thirty2️⃣.", "T09:30")
  expect("He left at 1️⃣five-thirty2️⃣.", "T05:30")
  expect("He left at 1️⃣2 in the afternoon2️⃣.", "T14")
  expect("He was there 1️⃣between 0730-09302️⃣.", "(T07:30,T09:30,PT2H)")
  expect("That is 1️⃣the end of today2️⃣.".replacing("the end", with: "end"), "2024-06-15T23:59:59")
}

@Test func sumsAndNumbersOfTelephonesAreNoDays() {
  expect("I bought it for $12 1️⃣December 272️⃣.", "2023-12-27")
  #expect(times("Tel: +86 138-2010-2015").isEmpty)
  expect("Signed on 1️⃣202007012️⃣ here.", "2020-07-01")
}

@Test func anHourOnANamedDayLeavesTheDayOpen() {
  expect("They meet 1️⃣Tuesday from 2:00 to 2:30 pm2️⃣.", "(XXXX-WXX-2T14:00,XXXX-WXX-2T14:30,PT30M)")
  expect("They met 1️⃣February 22nd at 3:302️⃣.", "XXXX-02-22T03:30")
  expect("They meet 1️⃣tomorrow at 8 am2️⃣.", "2024-06-16T08")
  let times = times("They met Thursday before 5pm.")
  #expect(times.first?.date?.iso8601 == "2024-06-13")
}
