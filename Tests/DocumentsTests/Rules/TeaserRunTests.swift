import Press
import Testing

@testable import Documents

struct TeaserRunTests {
  @Test func aParagraphThatIsOneLinkGoes() {
    let article = Fixture.article(
      between: "<p><a href=\"/werft\">Werft in Grünau sucht dreißig Lehrlinge</a></p>",
      after: "")
    #expect(article.removed.contains { $0.rule == "teaser" })
    #expect(Fixture.isWhole(article), "\(article.body.string)")
  }

  @Test func aLinkToAnotherOutletIsNoTeaser() {
    let shop =
      "<p><a href=\"https://laden.example/karte\">Hier gibt es noch bis Freitag die letzten Karten</a></p>"
    let own = "<p><a href=\"/fest\">Das Fest am Hafen beginnt</a></p>"
    #expect(Fixture.article(between: shop).body.string.contains("Hier gibt es noch bis Freitag"))
    #expect(!Fixture.article(between: own).body.string.contains("Das Fest am Hafen"))
  }

  @Test func aTitleMayAskInItsMiddle() {
    let lines = "Neue Fähre? Stadt plant am Ostufer\nBrücke: Was nun mit dem Verkehr geschieht"
    let page = "Grünau baut den Hafen aus\n\(Fixture.first)\n\(lines)\n\(Fixture.long)"
    let body = ArticleReader.article(text: Array(page.utf8)).article.body.string
    #expect(body == "\(Fixture.first)\n\n\(Fixture.long)")
  }

  @Test func linesOfABrokenParagraphAreNoTeasers() {
    let words = Fixture.long.split(separator: " ")
    let lines = stride(from: 0, to: words.count, by: 9).map {
      words[$0..<min($0 + 9, words.count)].joined(separator: " ")
    }
    let page = "Grünau baut den Hafen aus\n\(lines.joined(separator: "\n"))"
    let reading = ArticleReader.article(text: Array(page.utf8))
    #expect(!reading.lines.contains { $0.removedBy == "teaser" })
  }
}
