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
    func points(_ standfirst: String) -> [Citation] {
      var article = Sample.exhibit("a", text, headline: "Seeburg baut eine Brücke").article
      article.standfirst = standfirst
      let findings = Reading.findings(
        in: article.body, language: .german, published: article.published)
      return KeyPoints.ofArticle(article, findings: findings, count: 2)
    }
    #expect(points("Ein Tag für Seeburg.").contains { $0.words.hasPrefix("Der Stadtrat") })
    let told = points(
      "Seeburgs Stadtrat hat am Montag den Bau einer neuen Brücke über den Fluss beschlossen.")
    #expect(told.count == 2)
    #expect(!told.contains { $0.words.contains("Stadtrat") })
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
    let news = Dossier(of: [a, b]).news
    #expect(news?.map(\.article) == [b.article.id])
    #expect(
      news?.first?.sentences.map(\.words) == [
        "Naturschützer wollen gegen die Pläne vor dem Verwaltungsgericht klagen."
      ])
    #expect(Dossier(of: [b]).news == [])
  }
}
