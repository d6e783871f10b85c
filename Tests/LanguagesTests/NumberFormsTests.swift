import Press
import Testing

@testable import Languages

/// Numbers as articles write them, each in a sentence of its own.
private func found(_ text: String, _ language: Language = .german) -> [Figure] {
  Reading.findings(in: ArticleText(plain: text), language: language).figures
}

private let germanForms: [(String, Double)] = [
  ("fünf Milliarden siebenundvierzig Millionen dreihundertzwei", 5_047_000_302.0),
  ("1 Milliarde 200 Millionen", 1.2e9), ("2 Mio. 300 Tsd.", 2.3e6),
  ("zweitausend dreihundert", 2_300), ("tausendundeine", 1_001), ("5 Trillionen", 5e18),
  ("dreieinviertel", 3.25), ("zweidreiviertel", 2.75), ("zwei dreiviertel", 2.75),
  ("neun Fünfundzwanzigstel", 9.0 / 25), ("drei Komma vierzehn", 3.14), ("1,234,567", 1_234_567),
  ("1 234 567,89", 1_234_567.89), ("2,5 x 10^6", 2.5e6), ("3·10^8", 3e8), ("10⁶", 1e6),
  ("10 hoch 6", 1e6), ("3-fach", 3),
]

@Test(arguments: germanForms)
func germanNumbersOfManyForms(words: String, value: Double) {
  let figures = found("Die Stadt zählt \(words) Bäume und mehr.")
  #expect(figures.map(\.value) == [value])
}

private let englishForms: [(String, Double)] = [
  ("four thousand, two hundred and five", 4_205.0), ("one-half", 0.5), ("one twentieth", 0.05),
  ("1 million 200 thousand", 1.2e6),
]

@Test(arguments: englishForms)
func englishNumbersOfManyForms(words: String, value: Double) {
  #expect(found("The town counts \(words) in all.", .english).map(\.value) == [value])
}

@Test func partsOfAMillionAreOneNumber() {
  #expect(found("Es kostet eine dreiviertel Million Euro.").map(\.value) == [750_000])
  #expect(found("Es kostet zwei Drittel Millionen Euro.").map(\.kind) == [.money])
}

@Test func numbersOfAListStayApart() {
  #expect(found("They sold two thousand, three and nine boats.", .english).count == 3)
  #expect(found("Es gab 3 Millionen 5 Mal.").first?.value == 3_000_000)
}

@Test func moneyInOneWordIsNoLength() {
  let figures = found("It raised $5m from investors.", .english)
  #expect(figures.map(\.value) == [5e6])
  #expect(figures.map(\.kind) == [.money])
  #expect(found("Es kostet zwei Euro fünfzig.").map(\.value) == [2.5])
}

@Test func anArticleCountsOneBeforeAMeasure() {
  #expect(found("Der Kurs stieg um ein Prozent.").map(\.value) == [1])
  #expect(found("Er trank nur einen Liter Bier.").map(\.value) == [1])
  #expect(found("Der Preis für ein Barrel stieg.").isEmpty)
  #expect(found("Es stand am Rand und ein Rand blieb.").isEmpty)
  let range = found("Nur ein bis zwei Schwestern halfen.")
  #expect(range.map(\.relation) == [.range])
  #expect(range.first?.low == 1)
}

@Test func theFirstHasARankWhereThereIsOne() {
  #expect(found("Sie war die erste Frau an der Spitze.").map(\.kind) == [.ordinal])
  #expect(found("Der millionste Besucher kam.").map(\.value) == [1_000_000])
  for text in [
    "Sie kam zum ersten Mal.", "Es geht in erster Linie um Geld.",
    "Die ersten Ergebnisse kamen spät.", "Am Abend lagen erste Ergebnisse vor.",
    "Er war einer der ersten Gäste.",
  ] {
    #expect(found(text).isEmpty, "\(text)")
  }
}

@Test func moreThanHalfIsAFigure() {
  #expect(found("More than half the seats were empty.", .english).map(\.value) == [0.5])
  #expect(found("He scored in the first half.", .english).allSatisfy { $0.value != 0.5 })
}
