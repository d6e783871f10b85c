import Press
import Testing

@testable import Documents

struct PulledQuoteTests {
  @Test func aSentenceSetInLargeLettersIsSaidOnce() {
    let article = Fixture.article(
      between: "<blockquote>die Bürgermeisterin versprach, nachts werde geruht</blockquote>",
      after: "")
    #expect(article.removed.contains { $0.rule == "pull-quote" })
    #expect(Fixture.isWhole(article), "\(article.body.string)")
  }

  @Test func aPostThatTheTextQuotesStays() {
    let post = """
      <blockquote class="twitter-tweet"><p>\(Fixture.first) pic.example/a</p>&mdash; Mara Linde</blockquote>
      """
    #expect(Fixture.article(between: post).body.string.contains("pic.example"))
  }
}
