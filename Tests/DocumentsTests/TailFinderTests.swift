import Press
import Testing

@testable import Documents

struct TailFinderTests {
  /// A page whose article is followed by a heading and a short text in an element of its own.
  private static func rule(below heading: String) -> String? {
    let tail = "<section>\(heading)<p>Dazu steht hier noch ein Satz.</p></section>"
    let article = Fixture.article(after: "<p>\(Fixture.long)</p>\(tail)")
    return article.removed.last { $0.text == "Dazu steht hier noch ein Satz." }?.rule
  }

  @Test(arguments: [
    ("<h3>Kommentare</h3>", "comment-form"), ("<h3>Mehr zum Thema</h3>", "related-list"),
    ("<h3>Die Autorin</h3>", "author-note"),
  ])
  func aHeadingOfSomethingElseEndsTheArticle(_ heading: String, _ expected: String) {
    #expect(Self.rule(below: heading) == expected)
  }

  @Test func anEarlyHeadingEndsNothing() {
    let heading = "<h3>Mehr zum Thema</h3>"
    let article = Fixture.article(
      between: heading, after: "<p>\(Fixture.long)</p><p>\(Fixture.long)</p>")
    #expect(article.body.string.contains(Fixture.third))
    #expect(article.body.string.contains(Fixture.fourth))
  }

  @Test func textThatGoesOnInItsElementStays() {
    let article = Fixture.article(
      after: "<p>\(Fixture.long)</p><h3>Kommentare</h3><p>\(Fixture.long)</p><p>\(Fixture.long)</p>"
    )
    #expect(article.removed.allSatisfy { $0.rule != "comment-form" || $0.text == "Kommentare" })
  }
}
