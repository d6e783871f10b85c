import Press
import Testing

@testable import Documents

struct AssuranceTests {
  @Test func anArticleWithClearBoundariesIsMoreCertain() {
    let clear = Fixture.article(after: "<p>\(Fixture.long)</p>")
    let stray = """
      <section><p>\(Fixture.first)</p></section><div><div><p>\(Fixture.long)</p></div></div>
      """
    let page = "<body><h2>Anderes</h2>\(stray)<main><p>\(Fixture.second)</p></main></body>"
    let doubtful = ArticleReader.article(page: Array(page.utf8))
    #expect(clear.confidence > 0.8)
    #expect(doubtful.confidence < clear.confidence)
  }

  @Test func nothingReadIsNotCertain() {
    #expect(ArticleReader.article(page: Array("<p></p>".utf8)).confidence == 0)
  }
}
