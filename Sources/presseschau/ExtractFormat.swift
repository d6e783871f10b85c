import ArgumentParser
import Documents

/// How extracted articles are printed.
enum ExtractFormat: String, ExpressibleByArgument, CaseIterable, Sendable {
  case text, markdown, html, json, jsonl, epub

  /// What one article adds to the output.
  func part(of extraction: Extraction) -> ExtractPart {
    switch self {
    case .text: .bytes(Array((extraction.article.plainText + "\n\n").utf8))
    case .markdown: .bytes(Array((extraction.article.markdown + "\n\n").utf8))
    case .html: .bytes(Array((extraction.article.markup + "\n").utf8))
    case .json: .bytes(extraction.row.json)
    case .jsonl: .bytes(extraction.row.json + [10])
    case .epub: .article(extraction.article)
    }
  }
}
