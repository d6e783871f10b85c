import Press
import Testing

@testable import Languages

private func german(_ word: String) -> Double? {
  GermanNumberWord(Folding.fold(word.utf8)[...])?.value
}

@Test(arguments: [
  ("zwölf", 12), ("einundzwanzig", 21), ("hundertdrei", 103), ("zweihundertfünfundsiebzig", 275),
  ("eintausendvierhundert", 1_400), ("hundertzwanzigtausend", 120_000), ("anderthalb", 1.5),
  ("dreieinhalb", 3.5), ("neunzehnhundertachtundneunzig", 1_998),
])
func germanNumberWordsAreTakenApart(word: String, value: Double) {
  #expect(german(word) == value)
}

@Test(arguments: ["zweitens", "einfach", "achtung", "sechseck", "dreist", "erst", "vieh", "zwei-"])
func otherWordsAreNoNumbers(word: String) {
  #expect(german(word) == nil)
}

@Test(arguments: [("dritte", 3), ("siebzehnten", 17), ("zwanzigste", 20), ("achter", 8)])
func germanOrdinalsAreKnown(word: String, value: Double) {
  let number = GermanNumberWord(Folding.fold(word.utf8)[...])
  #expect(number?.value == value)
  #expect(number?.isOrdinal == true)
}

@Test func digitsAreReadInTheirLanguage() {
  func value(_ text: String, _ isGerman: Bool) -> Double? {
    DigitReader.value(Array(text.utf8)[...], isGerman: isGerman)
  }
  #expect(value("11.000", true) == 11_000)
  #expect(value("1.234.567,89", true) == 1_234_567.89)
  #expect(value("2,3", true) == 2.3)
  #expect(value("11,000", false) == 11_000)
  #expect(value("2.75", false) == 2.75)
  #expect(value("007", true) == nil)
  #expect(value("22.04.2016", true) == nil)
  #expect(value("½", true) == 0.5)
}

@Test func englishNumbersAreReadOverSeveralWords() {
  func value(_ text: String) -> Double? {
    Reading.findings(in: ArticleText(plain: text), language: .english).figures.first?.value
  }
  #expect(value("They sold two hundred and five boats.") == 205)
  #expect(value("They sold twenty-five boats.") == 25)
  #expect(value("They sold five and a half million boats.") == 5_500_000)
  #expect(value("They sold half a million boats.") == 500_000)
  #expect(value("It fell by one-third in May.") == 1.0 / 3)
  #expect(value("It is down a fifth.") == 0.2)
  #expect(
    value("It was worth a quarter million.".replacing("a quarter", with: "quarter")) == 250_000)
  #expect(value("It takes twenty-one fifths of it.") == 4.2)
  #expect(value("They marked the one hundred twenty-fifth meeting.") == 125)
  #expect(value("They owe three hundred thousand million.") == 3e11)
  #expect(value("They sold a three-ton press.") == 3)
  #expect(value("She is 5 feet 6 inches tall.") == 5.5)
  #expect(value("It rose by .08 points.") == 0.08)
}

@Test func numbersAreMadeOfSeveralParts() {
  func value(_ text: String, _ language: Language = .english) -> Double? {
    Reading.findings(in: ArticleText(plain: text), language: language).figures.first?.value
  }
  #expect(value("They sold 3 dozens of boats.") == 36)
  #expect(value("They sold 3 hundred and 21 boats.") == 321)
  #expect(value("It cost a million and a half.") == 1_500_000)
  #expect(value("It cost two thirds of a million.") == 2e6 / 3)
  #expect(value("The odds are one over twenty.") == 0.05)
  #expect(value("It weighs 2 3/4 tons.") == 2.75)
  #expect(value("It counted 1.3x10^6 cells.") == 1_300_000)
  #expect(value("It counted 1.3 × 10^6 cells.") == 1_300_000)
  #expect(value("It counted 2e-2 cells.") == 0.02)
  #expect(value("They counted fifty - two boats.") == 52)
  #expect(value("They paid 12,34,567 rupees.") == 1_234_567)
  #expect(value("They raised 1.2b in a year.") == 1.2e9)
  #expect(value("It was the five hundredth meeting.") == 500)
  #expect(value("Sales fell in the quarter to May.") == nil)
  #expect(value("Es wog fünf und ein Viertel Tonnen.", .german) == 5.25)
  #expect(value("Sie zahlten zwei Drittel einer Million.", .german) == 2e6 / 3)
}
