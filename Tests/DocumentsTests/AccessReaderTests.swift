import Press
import Testing

@testable import Documents

struct AccessReaderTests {
  @Test func aWalledPageSaysSo() {
    let head = """
      <script type="application/ld+json">{"@type":"NewsArticle","headline":"Grünau baut den Hafen aus",
      "isAccessibleForFree":false}</script>
      """
    let article = Fixture.article(after: "<p>Jetzt weiterlesen mit Bote plus</p>", head: head)
    #expect(article.access == .teaser || article.access == .paywall)
    #expect(article.kind == .article)
    #expect(Fixture.article().access == .full)
  }

  @Test func liveBlogsAreSaidToBeSome() {
    let head =
      #"<script type="application/ld+json">{"@type":"LiveBlogPosting","headline":"Hafen"}</script>"#
    #expect(Fixture.article(head: head).kind == .liveBlog)
  }
}
