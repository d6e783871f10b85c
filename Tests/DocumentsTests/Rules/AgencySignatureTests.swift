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
}
