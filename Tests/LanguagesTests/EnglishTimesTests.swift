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
  expect("Sales fell 1️⃣from April to May in 20222️⃣.", "2022-04-01/2022-05-01")
  expect("The gate is open 1️⃣between 3 and 5 in the afternoon2️⃣.", "T15/T17")
  #expect(times("It cost from 3 to 5 dollars.").isEmpty)
}

@Test func dayAndClockAreOneTime() {
  expect("They meet 1️⃣tomorrow at 8.30pm2️⃣.", "2024-06-16T20:30")
  expect("They met 1️⃣on Thursday2️⃣.".replacing("on ", with: ""), "2024-06-13")
  expect("They met 1️⃣Thursday before 5pm2️⃣.", "2024-06-13T17")
  expect("It opens 1️⃣each Monday at 4pm2️⃣.", "XXXX-WXX-1T16")
  expect("The bell rang at 1️⃣half past seven2️⃣.", "T07:30")
}

@Test func weekdaysAreCountedFromTheWeek() {
  expect("They will meet 1️⃣Tuesday of next week2️⃣.", "2024-06-18")
  expect("They will meet 1️⃣next week on Tuesday2️⃣.", "2024-06-18")
  // Friday was yesterday, and has that word.
  expect("They met 1️⃣last Friday2️⃣.", "2024-06-07")
  expect("They met 1️⃣last Monday2️⃣.", "2024-06-10")
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
