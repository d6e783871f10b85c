import Press
import Testing

@testable import Documents

struct NewsletterPromotionTests {
  @Test func promotionOfANewsletterGoes() {
    let article = Fixture.article(
      between: "<p>Jetzt anmelden: der <a href=\"/nl\">Newsletter</a> aus dem Rathaus</p>",
      after: "")
    #expect(article.removed.contains { $0.rule == "newsletter" })
    #expect(Fixture.isWhole(article), "\(article.body.string)")
  }
}
