import Documents
import Foundation
import Newsroom
import Press
import Stories

/// One input read as an article: a page where it looks like one, else flattened text.
struct Extraction {
  let article: Article
  let row: ArticleRow

  /// - Parameter label: what people see in messages, a path or an address.
  init(
    _ bytes: [UInt8], id: String, url: String?, contentType: String? = nil, label: String
  ) throws {
    if ArticleReader.looksLikePage(bytes) {
      row = Self.placed(ArticleRow(page: bytes, url: url, contentType: contentType, id: id))
      article = row.article
      return
    }
    if bytes.isEmpty { throw InputError.hollow(label) }
    if RawPage.isBinary(bytes) { throw InputError.binary(label) }
    article = ArticleReader.article(text: bytes, url: url).article
    row = Self.placed(ArticleRow(article, id: id))
  }

  /// A row with the section that its address or its first tag names. What the words would make one
  /// guess is no statement of the page, and is left to `group`.
  private static func placed(_ row: ArticleRow) -> ArticleRow {
    var row = row
    let section =
      SectionGuess.section(url: row.url, categories: [], headline: "")
      ?? SectionGuess.section(url: nil, categories: Array(row.tags.prefix(1)), headline: "")
    row.section = section?.rawValue
    return row
  }
}
