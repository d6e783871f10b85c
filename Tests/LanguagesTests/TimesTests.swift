import Press
import Testing

@testable import Languages

private func times(_ text: String, _ language: Language = .german) -> [TimeExpression] {
  // 15 June 2024 is a Saturday.
  Reading.findings(
    in: ArticleText(plain: text), language: language,
    published: PressDate(year: 2024, month: 6, day: 15)
  ).times
}

private func expect(
  _ marked: String, _ value: String, _ language: Language = .german,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let text = MarkedText(marked)
  let found = times(text.text, language).first { $0.stretch.range == text.range() }
  #expect(found?.value == value, sourceLocation: sourceLocation)
}

@Test func namedDaysAndMonths() {
  expect("Sie traf am 1️⃣19. Juni2️⃣ ein.", "2024-06-19")
  expect("Er kam am 1️⃣Montag, 3. Juni 20242️⃣, zurück.", "2024-06-03")
  expect("Im 1️⃣März2️⃣ war Wahl.", "2024-03")
  expect("Seit 1️⃣September2️⃣ wird gebaut.", "2023-09")
  expect("On 1️⃣June 19, 20242️⃣ it rained.", "2024-06-19", .english)
}

@Test func daysCountedFromThePublication() {
  expect("Das geschah 1️⃣gestern2️⃣.", "2024-06-14")
  expect("Am 1️⃣Mittwoch2️⃣ tagte der Rat.", "2024-06-12")
  expect("Am 1️⃣Mittwoch2️⃣ wird der Rat tagen.", "2024-06-19")
  expect("Er kam 1️⃣letzte Woche2️⃣.", "2024-W23")
  expect("It closed 1️⃣last month2️⃣.", "2024-05", .english)
}

@Test func whatLiesAheadTurnsAWeekdayForward() {
  expect("Der Dienst rechnet für 1️⃣Sonntag2️⃣ mit einem Scheitel.", "2024-06-16")
  expect("Die Schulen bleiben am 1️⃣Montag2️⃣ geschlossen.", "2024-06-17")
  expect("Die Stadt erwartet den Scheitel am 1️⃣Sonntagabend2️⃣.", "2024-06-16TEV")
  expect("Es wächst die Sorge, dass das Wasser am 1️⃣Sonntag2️⃣ die Altstadt erreicht.", "2024-06-16")
  expect("Der am 1️⃣Mittwoch2️⃣ vorgelegte Entwurf erlaubt bis zu 49 Prozent.", "2024-06-12")
  expect("Die Räte stimmen erst im 1️⃣Januar2️⃣ über das Gesetz ab.", "2025-01")
  expect("Er trat erst im 1️⃣Januar2️⃣ zurück.", "2024-01")
  expect("Bis zum Update im 1️⃣Juli2️⃣ hilft nur Abschalten.", "2024-07")
  expect("The walkout is due to end on 1️⃣Tuesday2️⃣.", "2024-06-18", .english)
  expect("An update is announced for 1️⃣July2️⃣.", "2024-07", .english)
}

@Test func aClockTimeTakesNoDayFromAnotherParagraph() {
  let found = times("Am Sonntag kam der Scheitel.\n\nKurz nach Mitternacht gingen die Sirenen.")
  #expect(found.last { $0.kind == .time }?.value.hasPrefix("2024-06-15") ?? true)
}

@Test func durationsKeepTheTimeMeant() {
  let found = times("Der Bau begann vor zwei Jahren.")
  #expect(found.map(\.value) == ["P2Y"])
  #expect(found.first?.date?.iso8601 == "2022")
}

@Test func setsAndClockTimes() {
  expect("Er läuft 1️⃣jeden Montag2️⃣.", "XXXX-WXX-1")
  expect("Beginn ist um 1️⃣14.30 Uhr2️⃣.", "2024-06-15T14:30")
  expect("Sie proben 1️⃣täglich2️⃣.", "P1D")
}

@Test func vagueTimesHaveNoDate() {
  let found = times("Damals war alles anders.")
  #expect(found.map(\.isVague) == [true])
  #expect(found.first?.date == nil)
}

@Test func withoutPublicationValuesStayOpen() {
  let found = Reading.findings(
    in: ArticleText(plain: "Am Montag und am 3. Mai."), language: .german
  ).times
  #expect(found.map(\.value) == ["XXXX-WXX-1", "XXXX-05-03"])
  #expect(found.allSatisfy { $0.date == nil })
}

@Test func weeksAndHalvesAreSpans() {
  #expect(TimeValue.date(of: "2024-W01")?.iso8601 == "2024-01-01/2024-01-07")
  #expect(TimeValue.date(of: "2024-H2")?.iso8601 == "2024-07-01/2024-12-31")
  #expect(TimeValue.date(of: "199")?.iso8601 == "1990-01-01/1999-12-31")
  #expect(TimeValue.date(of: "P2Y") == nil)
  #expect(TimeValue.easter(2024) == CivilDay(year: 2024, month: 3, day: 31))
}
