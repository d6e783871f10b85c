import Press
import Testing

@testable import Documents

struct BodyBoundsTests {
  private static func body(_ attributes: String, behind: String) -> String {
    let page = """
      <html><head><title>Grünau baut den Hafen aus</title></head><body><main>
      <h1>Grünau baut den Hafen aus</h1><div \(attributes)><p>\(Fixture.first)</p>
      <p>\(Fixture.second)</p><p>\(Fixture.third)</p><p>\(Fixture.long)</p></div>\(behind)</main></body></html>
      """
    return ArticleReader.article(page: Array(page.utf8), url: nil).body.string
  }

  private static let behind =
    "<div><p>Am Ufer, so sagt es der Rat, soll auch ein Weg für Räder und Kinderwagen entstehen, breit genug für beide.</p><p>\(Fixture.fourth)</p></div>"

  @Test func whatStandsBehindTheNamedElementIsNoText() {
    #expect(Self.body("class=entry-content", behind: Self.behind).hasSuffix(Fixture.long))
    #expect(Self.body("class=a", behind: Self.behind).hasSuffix(Fixture.fourth))
  }

  @Test func aSecondNamedElementGoesOn() {
    let parts =
      Self.behind.replacing(
        "<div>", with: "<div><p>Grünau am Fluss</p></div><div class=entry-content>")
    #expect(Self.body("class=entry-content", behind: parts).hasSuffix(Fixture.fourth))
  }
}
