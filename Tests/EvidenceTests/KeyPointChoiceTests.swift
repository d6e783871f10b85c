import Testing

@testable import Evidence

@Suite struct KeyPointChoiceTests {
  @Test func whatManySayComesFirstAndNothingTwice() {
    let said = [
      KeyPoints.Sentence(text: "Ein Hund bellte in der Vorstadt laut.", outlet: "a"),
      KeyPoints.Sentence(text: "Der Stadtrat beschließt die neue Brücke.", outlet: "a"),
      KeyPoints.Sentence(text: "Stadtrat von Seeburg beschließt neue Brücke.", outlet: "b"),
      KeyPoints.Sentence(text: "Die Fähre fährt weiter bis zur Eröffnung.", outlet: "b"),
      KeyPoints.Sentence(text: "Bis zur Eröffnung fährt die alte Fähre.", outlet: "c"),
    ]
    let picks = KeyPoints.pick(2, of: said)
    #expect(picks.count == 2)
    #expect(Set(picks).intersection([1, 2]).count == 1)
    #expect(Set(picks).intersection([3, 4]).count == 1)
    #expect(KeyPoints.pick(2, of: said) == picks)
  }

  @Test func aShortSentenceDoesNotGainByBeingShort() {
    let said = [
      KeyPoints.Sentence(text: "Stadtrat beschließt.", outlet: "a"),
      KeyPoints.Sentence(
        text: "Der Stadtrat von Seeburg beschließt die neue Brücke über den Hafen.", outlet: "b"),
      KeyPoints.Sentence(text: "Seeburg: Brücke über Hafen beschlossen.", outlet: "c"),
    ]
    #expect(KeyPoints.pick(1, of: said) == [1])
  }

  @Test func ofNothingComesNothing() {
    #expect(KeyPoints.pick(3, of: []).isEmpty)
    #expect(KeyPoints.pick(3, of: [.init(text: "", outlet: "a")]).isEmpty)
  }
}
