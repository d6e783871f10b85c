import Press
import Testing

@testable import Languages

private func names(_ text: String, _ language: Language = .german) -> [String] {
  let body = ArticleText(plain: text)
  return Reading.findings(in: body, language: language).names.map {
    "\($0.kind.rawValue) \(body[$0.stretch.range])"
  }
}

private func keys(_ text: String, _ language: Language = .german) -> [String] {
  Reading.findings(in: ArticleText(plain: text), language: language).names.map(\.key)
}

@Test func personsByFirstNameTitleAndRole() {
  #expect(names("Gestern traf Anna Lindqvist den Minister.") == ["PER Anna Lindqvist"])
  #expect(names("Die Ministerin Ursula von der Heyde kam.") == ["PER Ursula von der Heyde"])
  #expect(names("Dort sprach Dr. Tresemer lange.") == ["PER Tresemer"])
}

@Test func placesAndOrganisations() {
  #expect(names("Er flog von Oslo nach Tokio.") == ["LOC Oslo", "LOC Tokio"])
  #expect(names("Das meldet die Universität Rostock.") == ["ORG Universität Rostock"])
  #expect(names("Die Tresemer AG wächst.") == ["ORG Tresemer AG"])
  #expect(names("The Ministry of Defence said so.", .english) == ["ORG Ministry of Defence"])
}

@Test func commonNounsAreNoNames() {
  #expect(names("Der Hund lief über die Wiese zum Bahnhof.").isEmpty)
  #expect(names("Die Regierung prüft den Vorschlag der Opposition.").isEmpty)
}

@Test func aFamilyNameAloneIsThePersonNamedBefore() {
  let found = keys("Anna Lindqvist kam. Später ging Lindqvist heim. Lindqvists Hut blieb.")
  #expect(found == ["anna lindqvist", "anna lindqvist", "anna lindqvist"])
}

@Test func spellingsOfOneNameShareAKey() {
  #expect(keys("Kim Jong-un kam.") == keys("Kim Jong Un kam."))
  #expect(keys("Sergej Schoigu kam.") == keys("Sergei Shoigu kam."))
  #expect(keys("Die USA und die Vereinigten Staaten.") == ["usa", "usa"])
  #expect(keys("Russlands Grenze.") == ["russland"])
  #expect(keys("They fled Russia.", .english) == ["russland"])
}

@Test func shortFamilyNamesHaveAGenitiveToo() {
  #expect(Set(keys("Kim Jong Un kam. Der Besuch Kims war kurz.")) == ["kim jong un"])
}

@Test func aFamilyNameSpelledOtherwiseIsThePersonOfTheText() {
  let found = keys("Gestern kam Sergej Schoigu an. Später führte er Herrn Shoigu herum.")
  #expect(Set(found).count == 1)
}

@Test func placesOfTheOtherLanguageHaveTheirKey() {
  #expect(keys("Das Flugzeug flog nach Russia.") == keys("Das Flugzeug flog nach Russland."))
}
