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

  @Test func anAddressSaysThatItIsALiveBlog() {
    let lines = (1...14).map {
      "<p>\($0):00 Uhr: Der Rat berät weiter über den Hafen von Grünau.</p>"
    }
    let page = String(decoding: Fixture.page(after: lines.joined()), as: UTF8.self)
    let article = ArticleReader.article(
      page: Array(page.utf8), url: "https://bote.example/liveblog/hafen")
    #expect(article.kind == .liveBlog)
  }

  @Test func manyPicturesAndFewWordsAreAGallery() {
    let pictures = (1...8).map {
      "<figure><img src=\"/\($0).jpg\" width=\"800\"><figcaption>Der Hafen, Bild \($0)</figcaption></figure>"
    }
    let page = """
      <html lang="de"><head><title>Der Hafen von Grünau</title></head><body><article>
      <h1>Der Hafen von Grünau</h1><p>\(Fixture.first)</p>\(pictures.joined())</article></body></html>
      """
    let article = ArticleReader.article(page: Array(page.utf8), url: "https://bote.example/hafen")
    #expect(article.kind == .gallery)
    let captions = article.blocks.compactMap { block in
      if case .picture(let picture) = block { picture.caption } else { nil }
    }
    #expect(captions.count == 8)
    #expect(captions.first == "Der Hafen, Bild 1")
  }

  @Test func aFilmWithAFewWordsIsOne() {
    let page = """
      <html lang="de"><head><title>Der Hafen im Film</title><meta property="og:type" content="video.other">
      </head><body><main><h1>Der Hafen im Film</h1><p>\(Fixture.first)</p>
      <iframe src="https://video.example/hafen" title="Der Hafen"></iframe></main></body></html>
      """
    let article = ArticleReader.article(page: Array(page.utf8), url: "https://bote.example/film")
    #expect(article.kind == .video)
    #expect(article.blocks.contains(.embed(url: "https://video.example/hafen", title: "Der Hafen")))
  }

  @Test func aFrontPageIsAList() {
    let article = ArticleReader.article(page: Fixture.page(), url: "https://bote.example/")
    #expect(article.kind == .list)
  }
}
