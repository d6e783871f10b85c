import Press
import Testing

@testable import Documents

struct EndTrimTests {
  @Test(arguments: [
    "<h3>So hören Sie den Podcast</h3>", "<p><a href='/news'>Zurück</a></p>",
    "<h3>Am Ufer</h3><p><a href='/news'>Voltar</a></p>",
  ])
  func whatLeadsToNothingIsTakenOff(_ end: String) {
    #expect(Fixture.isWhole(Fixture.article(after: end)))
  }

  @Test func aHeadingWithTextBelowStays() {
    let article = Fixture.article(after: "<h3>Am Ufer</h3><p>\(Fixture.long)</p>")
    #expect(article.body.string.contains("Am Ufer"))
  }

  @Test func aHeadingWhoseListIsGoneGoesToo() {
    let teasers = (1...3).map { "<h4><a href='/a\($0)'>Meldung \($0) vom anderen Ufer</a></h4>" }
    let article = Fixture.article(between: "<h4>Mehr dazu:</h4><div>\(teasers.joined())</div>")
    #expect(Fixture.isWhole(article))
  }
}
