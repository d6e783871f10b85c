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

  @Test func aLastListOfLinksBelowAHeadingWithMoreIsNoText() {
    let list = """
      <p>More great Bote stories</p><ul><li>Why the <a href="/1">crane stands still</a> again</li>
      <li>All about <a href="/2">the new ferry</a></li><li>The <a href="/3">captain speaks</a> at last</li></ul>
      """
    let article = Fixture.article(after: list)
    #expect(article.removed.count { $0.rule == "related-list" } == 4)
    #expect(Fixture.isWhole(article), "\(article.body.string)")
  }

  @Test func moreOfTheOutletEndsTheArticle() {
    let other =
      "Im Rat war lange gestritten worden, weil der Plan mehr kostet, als die Stadt im Jahr einnimmt."
    let after = "<h3>More Bote</h3><p>\(other)</p><p>Und noch einmal anders: \(other)</p>"
    let head = "<meta property=\"og:site_name\" content=\"Bote\">"
    #expect(Fixture.isWhole(Fixture.article(after: after, head: head)))
    let elsewhere = after.replacing("More Bote", with: "More Wasser")
    #expect(Fixture.article(after: elsewhere).body.string.contains("lange gestritten"))
  }
}
