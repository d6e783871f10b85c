import Press
import Testing

@testable import Documents

struct StrayLabelTests {
  @Test func wordsLeftOverFromAPlayerGo() {
    let text = [
      "Grünau baut den Hafen aus", Fixture.first, Fixture.second, "autoplay", Fixture.third,
      Fixture.fourth,
    ].joined(separator: "\n")
    let reading = ArticleReader.article(text: Array(text.utf8))
    #expect(reading.lines.contains { $0.removedBy == "stray-label" })
    #expect(Fixture.isWhole(reading.article))
  }
}
