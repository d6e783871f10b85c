import Documents
import Foundation
import Press

/// One input read as an article: a page where it looks like one, else flattened text.
struct Extraction {
  let article: Article
  let row: ArticleRow

  init(_ file: InputFile, url: String?) throws {
    let bytes = try file.bytes()
    let address = url.flatMap { $0.isEmpty ? nil : $0 }
    if ArticleReader.looksLikePage(bytes) {
      row = ArticleRow(page: bytes, url: address, id: file.id)
      article = row.article
    } else {
      article = ArticleReader.article(text: bytes, url: address).article
      row = ArticleRow(article, id: file.id)
    }
  }
}
