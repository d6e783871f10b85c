import Press
import Testing

@testable import Documents

struct CardTailTests {
  private static func page(_ bar: String) -> [UInt8] {
    let texts = [Fixture.second, Fixture.third, Fixture.fourth]
    let cards = texts.map { "<p>\(bar)</p><p>\($0)</p>" }.joined()
    return Array(
      """
      <html><head><title>Grünau baut den Hafen aus</title></head><body><main>
      <h1>Grünau baut den Hafen aus</h1><p>Flaschen Post Brief Taube</p><p>\(Fixture.first)</p>
      <h3>Das könnte Sie auch interessieren</h3><img src="a.jpg" width="300" height="200">\(cards)</main></body></html>
      """.utf8)
  }

  @Test func textsWithABarOfTheirOwnAreOtherArticles() {
    let article = ArticleReader.article(page: Self.page("Flaschen Post Brief Taube"), url: nil)
    #expect(article.body.string == Fixture.first)
    let other = ArticleReader.article(page: Self.page("Grünau am Fluss"), url: nil)
    #expect(other.body.string.contains(Fixture.fourth))
  }
}
