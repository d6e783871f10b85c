import Press
import Testing

@testable import Documents

struct ShareBarTests {
  @Test func buttonsForNetworksGo() {
    let article = Fixture.article(
      between: "",
      after: "<p>Diesen Artikel teilen</p>")
    #expect(article.removed.contains { $0.rule == "share-bar" })
    #expect(Fixture.isWhole(article), "\(article.body.string)")
  }

  @Test func namesOfNetworksAloneAreButtonsInAnyLanguage() {
    let article = Fixture.article(after: "<p>Facebook Twitter Google+ WhatsApp</p>")
    #expect(article.removed.contains { $0.rule == "share-bar" })
    #expect(Fixture.isWhole(article), "\(article.body.string)")
    let sentence = "<p>Facebook und Twitter schweigen dazu.</p>"
    #expect(Fixture.article(between: sentence).body.string.contains("schweigen dazu"))
  }

  @Test func aQuotedPostIsKept() {
    let post = """
      <div class="social-embed"><blockquote class="twitter-tweet"><p>Endlich! So soll es sein.</p>
      — Bote (@bote) 3. März 2025</blockquote></div>
      """
    let text = Fixture.article(between: post).body.string
    #expect(text.contains("Endlich! So soll es sein."))
    #expect(text.contains("(@bote)"))
  }
}
