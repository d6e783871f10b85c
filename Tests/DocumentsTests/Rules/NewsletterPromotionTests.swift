import Press
import Testing

@testable import Documents

struct NewsletterPromotionTests {
  @Test func whoLikedTheArticleIsToSubscribe() {
    let line =
      "<p>Ihnen hat der Artikel gefallen? Dann abonnieren Sie doch unseren Newsletter „Hafen“.</p>"
    #expect(Fixture.isWhole(Fixture.article(after: line)))
  }

  @Test func promotionOfANewsletterGoes() {
    let article = Fixture.article(
      between: "<p>Jetzt anmelden: der <a href=\"/nl\">Newsletter</a> aus dem Rathaus</p>",
      after: "")
    #expect(article.removed.contains { $0.rule == "newsletter" })
    #expect(Fixture.isWhole(article), "\(article.body.string)")
  }

  @Test func whatEndsInAnInboxIsPromotion() {
    let line = "<p>Der Bote am Abend sagt, was war, kurz und gut, in Ihrem Postfach.</p>"
    #expect(Fixture.isWhole(Fixture.article(between: line)))
  }
}
