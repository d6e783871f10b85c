import Press
import Testing

@testable import Languages

private func figures(_ text: String, _ language: Language = .german) -> [Figure] {
  Reading.findings(
    in: ArticleText(plain: text), language: language,
    published: PressDate(year: 2024, month: 6, day: 15)
  ).figures
}

/// The figure's number stands between 1 and 2, its unit between 3 and 4.
private func expect(
  _ marked: String, _ value: Double?, _ relation: Figure.Relation = .equal,
  _ language: Language = .german, sourceLocation: SourceLocation = #_sourceLocation
) {
  let text = MarkedText(marked)
  let found = figures(text.text, language).first { $0.stretch.range == text.range() }
  #expect(found != nil, sourceLocation: sourceLocation)
  #expect(found?.value == value, sourceLocation: sourceLocation)
  #expect(found?.relation == relation, sourceLocation: sourceLocation)
  if text.places["3️⃣"] != nil {
    #expect(found?.unit?.range == text.range("3️⃣", "4️⃣"), sourceLocation: sourceLocation)
  }
}

@Test func digitsAndWordsAreNumbers() {
  expect("Der Hafen zählte 1️⃣11.0002️⃣ 3️⃣Kisten4️⃣.", 11_000)
  expect("Das kostete 1️⃣3,5 Millionen2️⃣ 3️⃣Euro4️⃣.", 3_500_000)
  expect("Sie pflanzten 1️⃣zweihundertdreißig2️⃣ 3️⃣Bäume4️⃣.", 230)
  expect("Es fehlten 1️⃣anderthalb Millionen2️⃣ 3️⃣Dosen4️⃣.", 1_500_000)
  expect("Gezählt wurden 1️⃣1 234 5672️⃣ 3️⃣Vögel4️⃣.", 1_234_567)
}

@Test func hedgesLimitTheValue() {
  expect("Es kamen etwa 1️⃣3002️⃣ 3️⃣Gäste4️⃣.", 300, .about)
  expect("Es kamen mehr als 1️⃣3002️⃣ 3️⃣Gäste4️⃣.", 300, .more)
  expect("Es kamen knapp 1️⃣3002️⃣ 3️⃣Gäste4️⃣.", 300, .less)
  expect("Es kamen mindestens 1️⃣3002️⃣ 3️⃣Gäste4️⃣.", 300, .atLeast)
  expect("Es kamen bis zu 1️⃣3002️⃣ 3️⃣Gäste4️⃣.", 300, .atMost)
  expect("Nearly 1️⃣3002️⃣ 3️⃣guests4️⃣ came.", 300, .less, .english)
}

@Test func theUnitMayStandBehindAParticiple() {
  expect("Sie meldeten 1️⃣10.0002️⃣ mit Sand gefüllte 3️⃣Säcke4️⃣.", 10_000)
  expect("Es waren 1️⃣zwölf2️⃣ in der Werft gebaute graue 3️⃣Boote4️⃣.", 12)
}

@Test func theUnitMayStandBefore() {
  expect("Die Zahl der 3️⃣Besucher4️⃣ stieg auf 1️⃣8002️⃣.", 800)
}

@Test func rangesHaveTwoBounds() {
  let found = figures("Der Preis liegt zwischen 6,40 und 6,60 Euro.")
  #expect(found.map(\.low) == [6.4] && found.map(\.high) == [6.6])
  #expect(found.first?.relation == .range)
  #expect(figures("Erwartet werden 2 bis 3 Millionen Besucher.").first?.low == 2_000_000)
}

@Test func ordersOfMagnitudeHaveNoValue() {
  expect("1️⃣Tausende2️⃣ 3️⃣Menschen4️⃣ kamen.", nil, .order)
  expect("Es fehlten 1️⃣mehrere Hundert2️⃣ 3️⃣Helfer4️⃣.", nil, .order)
}

@Test func partsPercentAndMeasures() {
  expect("Rund 1️⃣zwei Drittel2️⃣ der 3️⃣Mieter4️⃣ klagen.", 2.0 / 3, .about)
  expect("Das sind 1️⃣40 Prozent2️⃣ der 3️⃣Fläche4️⃣.", 40)
  expect("Sie verlor 1️⃣ein halbes Prozent2️⃣.", 0.5)
  expect("Sie zog 1️⃣eine Viertelmillion2️⃣ 3️⃣Gäste4️⃣ an.", 250_000)
  expect("Es wird 1️⃣minus 12 Grad2️⃣ kalt.", -12)
  #expect(figures("Sie legten 20 Kilometer zurück.").first?.unitKey == "km")
  #expect(figures("It cost $1.2bn in all.", .english).first?.value == 1.2e9)
}

@Test func datesScoresAndLabelsAreNoFigures() {
  for text in [
    "Am 19. Juni 2024 um 14.30 Uhr kam er.", "Das Spiel endete 3:1.", "Nach Paragraf 129 gilt das.",
    "Telefon 0171/234567.", "Herr Tausend lacht.", "Sie kam am 3. Mai nach Haus.",
  ] {
    #expect(figures(text).isEmpty, "\(text)")
  }
}

@Test func agesAreFiguresOfTheirOwnKind() {
  #expect(figures("Sie ist 29 Jahre alt.").first?.kind == .age)
}

@Test func theDirectionBelongsToTheFigure() {
  for marked in [
    "Das Werk lieferte 300 Kisten Obst 1️⃣nach Frankreich2️⃣.",
    "Man habe 1️⃣aus Italien2️⃣ rund 300 Kisten erhalten.",
    "Sie brachten 300 Kisten 1️⃣nach Osten2️⃣, wo sie blieben.",
  ] {
    let text = MarkedText(marked)
    #expect(figures(text.text).first?.direction?.range == text.range())
  }
  #expect(figures("Nach Angaben der Polizei fehlten 300 Kisten.").first?.direction == nil)
}

@Test func twoMeasuresAreNoRange() {
  let found = figures("The share fell 5 percent to $180.", .english)
  #expect(found.map(\.value) == [5, 180])
  #expect(found.map(\.kind) == [.percent, .money])
}

@Test func smallMoneyBelongsToTheLarge() {
  expect("Das kostete 1️⃣3 Euro 202️⃣.".replacing("3 Euro 20", with: "3 Euro und 20 Cent"), 3.2)
  #expect(figures("Das kostete 3 Euro 20.").map(\.value) == [3.2])
  #expect(figures("It costs 15 dollars 50.", .english).map(\.value) == [15.5])
  #expect(figures("It costs 15 dollars 50 times.", .english).map(\.value) == [15, 50])
  #expect(figures("It costs USD115 in all.", .english).map(\.value) == [115])
}

@Test func twoBoundsAreOneRange() {
  let found = figures("It holds more than 10 and less than 40.", .english)
  #expect(found.map(\.low) == [10] && found.map(\.high) == [40])
  #expect(found.first?.relation == .range)
  let german = figures("Es waren mindestens 20 und höchstens 30 Boote.")
  #expect(german.map(\.low) == [20] && german.map(\.high) == [30])
}

@Test func addressesAndLinksHoldNoFigures() {
  for text in [
    "Das Haus steht in der Langen Allee 170, 14191 Kleinburg.",
    "Sie wohnt am Brunnenweg 5 in der Stadt.", "Siehe https://example.org/a?b=30%25&c=20%.",
  ] {
    #expect(figures(text).isEmpty, "\(text) \(figures(text).map(\.value))")
  }
  #expect(figures("Beim Fackelring 20 Gäste zu sehen, freut sie.").map(\.value) == [20])
}

@Test func temperaturesMayBeBelowZero() {
  #expect(figures("Es wurden –12 Grad gemessen.").map(\.value) == [-12])
  #expect(figures("It is - 20 degrees fahrenheit now.", .english).map(\.value) == [-20])
  #expect(figures("Die Fläche misst 4,18m^2.").map(\.unitKey) == ["m²"])
}

@Test func anEnglishAgeMayBeSaidWithOf() {
  #expect(figures("They learn it at 3 years of age.", .english).first?.kind == .age)
}
