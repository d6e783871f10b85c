import Markup
import Press

/// What one page gave: the article, and what an article cannot hold.
struct PageReading: Sendable {
  var article: Article
  /// The publication date as the page states it, in its own zone.
  var published: StatedDate?

  init(page bytes: [UInt8], url: String?, contentType: String?, id: String?, hints: Hints?) {
    article = Article(
      id: id ?? "", outlet: WebAddress.outlet(of: url, named: nil), headline: "",
      kind: .notAnArticle, extractor: ArticleReader.version)
  }
}
