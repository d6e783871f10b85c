import Press
import Testing

@testable import Languages

@Test func compoundsAreFoundByTheirHead() {
  let terms = SearchTerms.terms(of: "Schiffscontainer", language: .german)
  #expect(Set(SearchTerms.terms(of: "Container", language: .german)).isSubset(of: terms))
  #expect(Set(SearchTerms.terms(of: "Schiffe", language: .german)).isSubset(of: terms))
}

@Test func bothSpellingsOfUmlautsGiveOneTerm() {
  for (one, other) in [("Häuser", "Haeuser"), ("Schüler", "Schueler"), ("Straße", "Strasse")] {
    #expect(
      SearchTerms.terms(of: one, language: .german)
        == SearchTerms.terms(of: other, language: .german))
  }
}

@Test func numbersAreOneTermWithoutGroupMarks() {
  #expect(SearchTerms.terms(of: "11.000", language: .german) == ["11000"])
  #expect(SearchTerms.terms(of: "11\u{202F}000 3,5", language: .german) == ["11000", "3.5"])
  #expect(SearchTerms.terms(of: "11,000 3.5", language: .english) == ["11000", "3.5"])
}

@Test func inflectedWordsShareATerm() {
  #expect(
    SearchTerms.terms(of: "Neue Raketen", language: .german)
      == SearchTerms.terms(of: "neu Rakete", language: .german))
  #expect(SearchTerms.terms(of: "missiles", language: .english) == ["missil"])
}
