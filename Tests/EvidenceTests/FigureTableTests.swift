import Evidence
import Languages
import Press
import Testing

struct FigureTableTests {
  private func verdict(_ first: Exhibit, _ second: Exhibit) -> Comparison.Verdict? {
    Dossier(of: [first, second]).comparisons.first?.verdict
  }

  @Test func disjointFiguresOfOneDayDiffer() {
    let a = Sample.exhibit("a", "Bei dem Brand in der Fabrik wurden 41 Arbeiter verletzt.")
    let b = Sample.exhibit("b", "Bei dem Brand in der Fabrik sind 43 Arbeiter verletzt worden.")
    #expect(verdict(a, b) == .differ)
  }

  @Test func aCountThatGrowsDoesNotContradict() {
    let a = Sample.exhibit("a", "Bei dem Brand in der Fabrik wurden 41 Arbeiter verletzt.", day: 17)
    let b = Sample.exhibit("b", "Bei dem Brand in der Fabrik wurden 43 Arbeiter verletzt.", day: 18)
    #expect(verdict(a, b) == .compatible)
  }

  @Test func anotherDirectionIsAnotherRow() {
    var a = Sample.exhibit("a", "Das Land hat 9.000 Container mit Waffen nach Westland geliefert.")
    var b = Sample.exhibit("b", "Das Land hat 5.000 Container mit Waffen nach Ostland geliefert.")
    func direct(_ exhibit: inout Exhibit, _ words: String) {
      guard !exhibit.findings.figures.isEmpty else { return }
      exhibit.findings.figures[0].direction = Sample.stretch(of: words, in: exhibit.article.body)
    }
    direct(&a, "nach Westland")
    direct(&b, "nach Ostland")
    #expect(a.findings.figures.first?.direction != nil)
    #expect(Dossier(of: [a, b]).comparisons.isEmpty)
  }

  @Test func whatIsLostIsNotComparedWithWhatIsSaved() {
    let a = Sample.exhibit("a", "Im Archiv von Karun verbrannten 5.200 Urkunden.")
    let b = Sample.exhibit("b", "Im Archiv von Karun wurden 300 Urkunden gerettet.")
    #expect(Dossier(of: [a, b]).comparisons.isEmpty)
  }

  @Test func figuresOfOtherMattersAreNotCompared() {
    let a = Sample.exhibit("a", "Bei dem Brand in der Fabrik wurden 41 Menschen verletzt.")
    let b = Sample.exhibit("b", "Zum Stadtfest am Fluss kamen 3.000 Menschen aus der Umgebung.")
    #expect(Dossier(of: [a, b]).comparisons.isEmpty)
  }

  @Test func oneEstimateRelayedTwiceHasOneOrigin() {
    let said = "die Stadt habe im Hafen 5.000 Container gelagert"
    let a = Sample.exhibit(
      "a", "Das Hafenamt schätzt, die Stadt habe im Hafen 5.000 Container gelagert.",
      said: [.init(words: said, speaker: "Das Hafenamt", status: .estimated)])
    let b = Sample.exhibit(
      "b", "Nach Schätzung: Das Hafenamt meldet, die Stadt habe im Hafen 5.000 Container gelagert.",
      said: [.init(words: said, speaker: "Das Hafenamt", status: .estimated)])
    #expect(verdict(a, b) == .oneOrigin)
  }

  @Test func theMostExactReadingOfAnArticleIsShown() throws {
    let a = Sample.exhibit(
      "a",
      "In Auhausen müssen Tausende Menschen ihre Wohnungen verlassen. Das Ministerium teilte mit, mehr als 3.000 Menschen seien in Sicherheit gebracht worden.",
      said: [
        .init(
          words: "mehr als 3.000 Menschen seien in Sicherheit gebracht worden",
          speaker: "Das Ministerium")
      ])
    let b = Sample.exhibit(
      "b", "Bis zu 2.500 Menschen haben in Auhausen ihre Wohnungen verlassen, sagte der Landrat.",
      said: [
        .init(
          words: "Bis zu 2.500 Menschen haben in Auhausen ihre Wohnungen verlassen",
          speaker: "der Landrat")
      ])
    let comparison = try #require(Dossier(of: [a, b]).comparisons.first)
    #expect(comparison.verdict == .differ)
    #expect(
      comparison.readings.map(\.citation.words) == [
        "mehr als 3.000 Menschen", "Bis zu 2.500 Menschen",
      ])
    #expect(comparison.readings.map(\.claimant) == ["Das Ministerium", "der Landrat"])
  }

  @Test func aFigureOfAnotherSizeIsNotThatOfTheOrder() {
    let a = Sample.exhibit(
      "a",
      "In Auhausen müssen Tausende Menschen ihre Wohnungen verlassen. Das Amt teilte mit, 12 Menschen seien erkrankt.",
      said: [.init(words: "12 Menschen seien erkrankt", speaker: "Das Amt")])
    let b = Sample.exhibit(
      "b", "Rund 2.500 Menschen haben in Auhausen ihre Wohnungen verlassen, sagte der Landrat.")
    let readings = Dossier(of: [a, b]).comparisons.flatMap(\.readings)
    #expect(!readings.contains { $0.figure.value == 12 })
  }

  @Test func theSameOutletIsNoSecondReading() {
    let a = Sample.exhibit(
      "a", outlet: "x.example", "Bei dem Brand in der Fabrik wurden 41 Arbeiter verletzt.")
    let b = Sample.exhibit(
      "b", outlet: "x.example", "Bei dem Brand in der Fabrik wurden 43 Arbeiter verletzt.")
    #expect(Dossier(of: [a, b]).comparisons.isEmpty)
  }

  @Test func figuresOfASiblingStoryComeWithItsDate() {
    let a = Sample.exhibit("a", "Bei dem Brand in der Fabrik wurden 41 Arbeiter verletzt.")
    let b = Sample.exhibit(
      "b", "Bei dem Brand in der Fabrik wurden 12 Arbeiter verletzt.", day: 9, isSibling: true)
    let comparison = Dossier(of: [a, b]).comparisons.first
    #expect(comparison?.verdict == .compatible)
    #expect(comparison?.readings.first { $0.figure.value == 12 }?.asOf?.iso8601 == "2026-11-09")
  }
}
