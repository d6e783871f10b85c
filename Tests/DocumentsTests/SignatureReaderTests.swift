import Press
import Testing

@testable import Documents

struct SignatureReaderTests {
  private static func bylines(below heading: String = "", after: String = "") -> [Byline] {
    let head =
      "<meta name='author' content='Grünauer Bote'><meta property='og:site_name' content='Grünauer Bote'>"
    let page = String(decoding: Fixture.page(after: after, head: head), as: UTF8.self)
      .replacing("</h1>", with: "</h1>\(heading)")
    return ArticleReader.article(page: Array(page.utf8), url: "https://bote.example/a").bylines
  }

  @Test(arguments: ["<p><i>Stefan Weer</i></p>", "<p>\(Fixture.fourth) (Stefan Weer) +++</p>"])
  func aNameBelowTheTextSignsIt(_ line: String) {
    #expect(Self.bylines(after: line) == [Byline(name: "Stefan Weer")])
  }

  @Test func namesAboveTheTextSignIt() {
    let line = "<p><strong>Anna Kerf/Stefan Weer</strong></p>"
    #expect(Self.bylines(below: line).map(\.name) == ["Anna Kerf", "Stefan Weer"])
  }

  @Test func lettersBeforeTheCreditSignIt() {
    #expect(Self.bylines(after: "<p>ssi, dan; Foto: Archiv</p>").map(\.name) == ["ssi", "dan"])
  }

  @Test func theSourceStandsBesideTheOutlet() {
    let found = Self.bylines(after: "<p>Grünauer Bote / Hafenblatt</p>")
    #expect(found == [Byline(name: "Hafenblatt", role: .agency)])
  }

  @Test(arguments: ["<p>Weitere Informationen</p>", "<aside><p>Stefan Weer</p></aside>"])
  func otherLabelsSignNothing(_ line: String) {
    #expect(Self.bylines(after: line).map(\.name) == ["Grünauer Bote"])
  }
}
