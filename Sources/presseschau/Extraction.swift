import Documents
import Foundation
import Newsroom
import Press

/// One input read as an article: a page where it looks like one, else flattened text.
struct Extraction {
  let article: Article
  let row: ArticleRow

  /// - Parameter label: what people see in messages, a path or an address.
  init(
    _ bytes: [UInt8], id: String, url: String?, contentType: String? = nil, label: String
  ) throws {
    if ArticleReader.looksLikePage(bytes) {
      row = ArticleRow(page: bytes, url: url, contentType: contentType, id: id)
      article = row.article
      return
    }
    if bytes.isEmpty { throw InputError.hollow(label) }
    if RawPage.isBinary(bytes) { throw InputError.binary(label) }
    article = ArticleReader.article(text: bytes, url: url).article
    row = ArticleRow(article, id: id)
  }
}
