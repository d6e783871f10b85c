import Press
import Testing

@testable import Documents

struct AgencySignatureTests {
  @Test func anAgencysSignatureGoes() {
    let article = Fixture.article(
      between: "",
      after: "<p>(dpa/lno)</p>")
    #expect(article.removed.contains { $0.rule == "agency" })
    #expect(Fixture.isWhole(article), "\(article.body.string)")
  }

  @Test func theLettersOfAnEditorAreASignature() {
    #expect(Fixture.isWhole(Fixture.article(after: "<p>(dmk)</p>")))
    #expect(Fixture.isWhole(Fixture.article(after: "<p>jse/abc</p>")))
  }

  @Test(arguments: ["Grünauer Bote / Hafenblatt", "ssi, dan; Foto: Archiv"])
  func whoSignsStandsBelowTheText(_ line: String) {
    let head = "<meta property='og:site_name' content='Grünauer Bote'>"
    #expect(Fixture.isWhole(Fixture.article(after: "<p>\(line)</p>", head: head)))
  }
}
