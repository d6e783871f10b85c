import Press
import Testing

@testable import Documents

struct RelatedListTests {
  @Test func theHeadingOfAListGoesWithTheList() {
    let article = Fixture.article(
      between: "",
      after:
        "<h3>Mehr zum Thema</h3><ul><li><a href=\"/a\">Fähre fährt wieder im Halbstundentakt</a></li><li><a href=\"/b\">Neue Brücke am Nordufer eröffnet heute</a></li></ul>"
    )
    #expect(Fixture.isWhole(article), "\(article.body.string)")
  }
}
