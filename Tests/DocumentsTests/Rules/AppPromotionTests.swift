import Press
import Testing

@testable import Documents

struct AppPromotionTests {
  @Test func promotionOfAnAppGoes() {
    let article = Fixture.article(
      between: "<p>Laden Sie die <a href=\"/app\">App</a> des Boten</p>",
      after: "")
    #expect(article.removed.contains { $0.rule == "app-promotion" })
    #expect(Fixture.isWhole(article), "\(article.body.string)")
  }
}
