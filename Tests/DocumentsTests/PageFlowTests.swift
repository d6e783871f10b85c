import Markup
import Testing

@testable import Documents

struct PageFlowTests {
  @Test func openElementsAreNotWrittenAgainForEveryPiece() {
    let open = String(repeating: "<b>", count: 390)
    let lines = String(repeating: "x y<br><br>", count: 500)
    let flow = PageFlow(Tree(html: Array("<p>\(open)\(lines)".utf8)))
    #expect(flow.page.pieces.count >= 500)
    #expect(flow.runs.count <= flow.page.pieces.count * PageFlow.mostOpenMarks + 400)
  }

  @Test func aLinkOverABoundaryCountsForBothPieces() {
    let flow = PageFlow(Tree(html: Array("<p><a href=/x>Der Hafen<br><br>wird gebaut</a>".utf8)))
    #expect(flow.page.pieces.map(\.isLink) == [true, true])
  }

  @Test func whatIsNotDisplayedIsLeftOut() {
    let page = """
      <p style="color: red; DISPLAY : none">a</p><p style="visibility:hidden">b</p>
      <p style="display:nonesuch dis">c</p><p style="display:block">d</p>
      """
    let flow = PageFlow(Tree(html: Array(page.utf8)))
    // What only begins like `none` hides too.
    #expect(flow.page.pieces.map { flow.page.string($0) } == ["d"])
  }

  @Test func everyPieceKnowsItsWords() {
    let flow = PageFlow(Tree(html: Array("<p>Der Hafen</p><p>§</p><p>wird gebaut: 2031</p>".utf8)))
    #expect(flow.page.pieces.map { flow.page.hashes($0).count } == [2, 0, 3])
  }

  @Test func metaElementsAreFoundInAnyCase() {
    let head = """
      <meta name="Author" content="Anna Beispiel"><meta property="og:TITLE" content="">
      <meta property="og:title" content="A &amp; B"><link rel=CANONICAL href="/a">
      """
    let signals = PageFlow(Tree(html: Array(head.utf8))).signals
    #expect(signals.meta("author") == "Anna Beispiel")
    #expect(signals.meta("twitter:title", "og:title") == "A & B")
    #expect(signals.all("og:title") == ["", "A & B"])
    #expect(signals.canonical == "/a")
  }
}
