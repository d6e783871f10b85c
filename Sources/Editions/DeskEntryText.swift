package import Hypertext
package import Press

/// An article's text as reader apps and the desk show it: plain markup of ours, without classes.
package struct EntryText: Sendable {
  package var article: Article
  package var language: EditionLanguage
  /// Whether paragraphs carry their anchors, so that a place in the text can be kept.
  package var hasAnchors: Bool

  package init(article: Article, language: EditionLanguage, hasAnchors: Bool = false) {
    self.article = article
    self.language = language
    self.hasAnchors = hasAnchors
  }

  package var html: HTML {
    let lede: HTML? = article.standfirst?.visible.map {
      "<p\(attribute: "id", id(0))><strong>\(set($0))</strong></p>\n"
    }
    let text: HTML = "\(article.blocks.enumerated(), { block($0.element, $0.offset + 1) })"
    guard lede == nil, text.isEmpty else { return "\(lede)\(text)" }
    return "<p>\(set(article.headline))</p>\n"
  }

  private func id(_ anchor: Int) -> String? { hasAnchors ? "p\(anchor)" : nil }

  private func set(_ text: String) -> String { Typography.set(text, in: article.language) }

  private func rich(_ text: RichText) -> HTML {
    RichTextView(text: text, language: article.language).html
  }

  private func block(_ block: Block, _ anchor: Int) -> HTML {
    let id = id(anchor)
    switch block {
    case .paragraph(let text) where text.text.visible == nil,
      .heading(let text, _) where text.text.visible == nil,
      .quotation(let text) where text.text.visible == nil:
      return .nothing
    case .paragraph(let text): return "<p\(attribute: "id", id)>\(rich(text))</p>\n"
    case .heading(let text, _): return "<h3\(attribute: "id", id)>\(rich(text))</h3>\n"
    case .list(let items, let isOrdered):
      let rows: HTML = "\(items, { "<li>\(rich($0))</li>" })"
      return isOrdered
        ? "<ol\(attribute: "id", id)>\(rows)</ol>\n" : "<ul\(attribute: "id", id)>\(rows)</ul>\n"
    case .quotation(let text):
      return "<blockquote\(attribute: "id", id)><p>\(rich(text))</p></blockquote>\n"
    // It stands in the text already.
    case .pullQuote: return .nothing
    case .code(let text):
      return """
        <pre\(attribute: "id", id)\(attribute: "tabindex", hasAnchors ? "0" : nil)>\
        <code>\(text)</code></pre>

        """
    case .table(let rows): return table(rows, id)
    case .picture(let picture):
      guard let caption = picture.caption?.visible else { return .nothing }
      return "<p\(attribute: "id", id)><em>\(set(caption))</em></p>\n"
    case .embed(let url, let title):
      let name = title?.visible ?? WebHost.name(of: url) ?? language.wording.article.embedded
      return """
        <p\(attribute: "id", id)>\(language.wording.article.embedded): \
        <a href="\(url: url)" rel="external noopener noreferrer">\(set(name))</a></p>

        """
    }
  }

  private func table(_ rows: [[String]], _ id: String?) -> HTML {
    guard let head = rows.first, !head.isEmpty else { return .nothing }
    return """
      <table\(attribute: "id", id)><thead><tr>\
      \(head, { "<th scope=\"col\">\(set($0))</th>" })</tr></thead><tbody>\
      \(rows.dropFirst(), { row in "<tr>\(row, { "<td>\(set($0))</td>" })</tr>" })</tbody></table>

      """
  }
}
