import Evidence
import Languages
import Press
import Testing

struct KeyPointsTests {
  private let text = """
    Der Stadtrat von Seeburg hat am Montag den Bau einer neuen Brücke über den Fluss beschlossen. Er \
    stimmte mit großer Mehrheit zu. „Das ist ein guter Tag für Seeburg und für alle am Fluss“, sagte die \
    Bürgermeisterin. Wer soll das alles bezahlen?

    Die Brücke soll nach Plänen des Bauamts in vier Jahren fertig sein und vierzig Millionen Euro kosten. Die \
    alte Fähre fährt bis zur Eröffnung weiter zwischen beiden Ufern.
    """

  @Test func theyStandAloneAndInTheOrderOfTheText() {
    let exhibit = Sample.exhibit("a", text, headline: "Seeburg baut eine Brücke")
    let points = KeyPoints.ofArticle(exhibit.article, findings: exhibit.findings)
    #expect(points.map(\.passage.lower) == points.map(\.passage.lower).sorted())
    #expect(points.first?.words.hasPrefix("Der Stadtrat von Seeburg") == true)
    #expect(points.allSatisfy { !$0.words.hasPrefix("Er ") && !$0.words.hasSuffix("?") })
  }

  @Test func whatTheStandfirstSaysIsNotSaidAgain() {
    var exhibit = Sample.exhibit("a", text, headline: "Seeburg baut eine Brücke")
    exhibit.article.standfirst = "Seeburg: Der Stadtrat beschloss am Montag den Bau einer Brücke."
    func points() -> [Citation] {
      KeyPoints.ofArticle(exhibit.article, findings: exhibit.findings, count: 2)
    }
    #expect(points().contains { $0.words.hasPrefix("Der Stadtrat") })
    exhibit.article.standfirst =
      "Der Stadtrat von Seeburg hat den Bau einer neuen Brücke über den Fluss beschlossen"
    #expect(points().count == 2)
    #expect(!points().contains { $0.words.hasPrefix("Der Stadtrat") })
  }

  @Test func quotationsAloneAreNoKeyPoints() {
    let quote = "„Das ist ein guter Tag für Seeburg und für alle am Fluss“"
    let exhibit = Sample.exhibit(
      "a", text, said: [.init(words: quote, speaker: nil, kind: .direct)])
    let points = KeyPoints.ofArticle(exhibit.article, findings: exhibit.findings, count: 9)
    #expect(points.count == 3)
    #expect(points.allSatisfy { !$0.words.contains("guter Tag") })
  }

  @Test func otherOutletsSupportThem() {
    let a = Sample.exhibit("a", text, headline: "Seeburg baut eine Brücke")
    let b = Sample.exhibit(
      "b",
      "Den Bau einer neuen Brücke über den Fluss hat der Stadtrat von Seeburg am Montag beschlossen."
    )
    let points = Dossier(of: [a, b]).keyPoints
    #expect(
      points.contains {
        $0.support.map(\.outlet) == ["b.example"]
          || $0.citation.outlet == "b.example" && $0.support.map(\.outlet) == ["a.example"]
      })
  }
}

struct NoveltyTests {
  @Test func onlyWhatNoEarlierArticleSaysIsNew() {
    let a = Sample.exhibit(
      "a", "Der Stadtrat von Seeburg hat am Montag den Bau einer neuen Brücke beschlossen.")
    let b = Sample.exhibit(
      "b",
      """
      Den Bau einer neuen Brücke hat der Stadtrat von Seeburg am Montag beschlossen. Naturschützer wollen \
      gegen die Pläne vor dem Verwaltungsgericht klagen.
      """)
    let new = Novelty.sentences(of: b.article, findings: b.findings, after: [a])
    #expect(
      new.map(\.words) == [
        "Naturschützer wollen gegen die Pläne vor dem Verwaltungsgericht klagen."
      ])
    #expect(Novelty.sentences(of: b.article, findings: b.findings, after: []).count == 2)
  }
}
