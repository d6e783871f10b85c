import Press
import Testing

@testable import Documents

struct OpeningHeadingTests {
  @Test func headingsAboveTheTextGoWhereTheHeadlineIsAnother() {
    var page = Page()
    page.text = Array("Im Rathaus".utf8)
    page.pieces = [Piece(kind: .heading, level: 2, range: 0..<10, measure: Measure(page.text[...]))]
    page.removedBy = [nil]
    page.span = 0..<1
    page.headlineWords = WordSet("Grünau baut")
    page.survey()
    #expect(OpeningHeading().removes(page.pieces[0], at: 0, on: page))
    page.headline = 0
    #expect(!OpeningHeading().removes(page.pieces[0], at: 0, on: page))
  }
}
