import Evidence
import Hypertext
import Press

/// An article's text, block by block, each with its anchor and its notes.
struct BlockView {
  var page: ArticlePage
  var marks: Marks
  var notes: MarginNotes

  private var article: Article { page.article }
  private var words: ArticleWords { page.edition.wording.article }

  /// The first picture, if it stands at the head of the text.
  private var firstPicture: Int? {
    let place = article.blocks.prefix(3).firstIndex {
      if case .picture = $0 { true } else { false }
    }
    return place.map { $0 + 1 }
  }

  /// All blocks: the n-th has the anchor `p` n.
  var fullText: HTML {
    let lede: HTML? = notes[0].map { "<div class=\"an\">\($0)</div>" }
    return "\(lede)\(article.blocks.enumerated(), { block($0.element, anchor: $0.offset + 1) })"
  }

  /// The cited sentences, where the text itself may not be shown.
  var excerpt: HTML {
    let cited = page.dossier.citations(of: article.id)
    let byAnchor = Dictionary(grouping: cited, by: \.passage.anchor)
    let anchors = byAnchor.keys.filter { $0 > 0 }.sorted()
    let quotes: HTML = """
      \(anchors, { anchor in
        withNotes(anchor, "<blockquote class=\"cit\" id=\"p\(anchor)\">\(byAnchor[anchor] ?? [], quoted)</blockquote>")
      })
      """
    return page.rights == .headline
      ? "" : "\(quotes)"
  }

  private func quoted(_ citation: Citation) -> HTML {
    "<p>\(marks.quote(citation))</p>"
  }

  private func withNotes(_ anchor: Int, _ content: HTML) -> HTML {
    guard let note = notes[anchor] else { return "\(content)\n" }
    return "<div class=\"an\">\(content)\(note)</div>\n"
  }

  private func block(_ block: Block, anchor: Int) -> HTML {
    switch block {
    case .paragraph(let text) where text.text.visible == nil,
      .heading(let text, _) where text.text.visible == nil,
      .quotation(let text) where text.text.visible == nil,
      .pullQuote(let text) where text.text.visible == nil:
      return HTML.nothing
    case .paragraph(let text):
      return withNotes(anchor, "<p id=\"p\(anchor)\">\(pilcrow(anchor))\(rich(text))</p>")
    case .heading(let text, let level):
      return level <= 2
        ? "<h2 id=\"p\(anchor)\">\(rich(text))</h2>\n"
        : "<h3 id=\"p\(anchor)\">\(rich(text))</h3>\n"
    case .list(let items, let isOrdered):
      let rows: HTML = "\(items, { "<li>\(rich($0))</li>" })"
      return withNotes(
        anchor,
        isOrdered
          ? "<ol class=\"ls\" id=\"p\(anchor)\">\(rows)</ol>"
          : "<ul class=\"ls\" id=\"p\(anchor)\">\(rows)</ul>")
    case .quotation(let text):
      return withNotes(
        anchor, "<blockquote class=\"cit\" id=\"p\(anchor)\"><p>\(rich(text))</p></blockquote>")
    case .pullQuote(let text):
      return withNotes(
        anchor, "<blockquote class=\"pull\" id=\"p\(anchor)\"><p>\(rich(text))</p></blockquote>")
    case .code(let text):
      return """
        <pre id="p\(anchor)" tabindex="0" role="region" aria-label="\(words.codeLabel)"><code>\(text)</code></pre>

        """
    case .table(let rows):
      return table(rows, anchor: anchor)
    case .picture(let picture):
      return PictureView(
        picture: picture, kept: page.pictures[picture.url], edition: page.edition,
        language: article.language, isFirst: anchor == firstPicture
      ).html(anchor: anchor)
    case .embed(let url, let title):
      let name = title?.visible ?? WebHost.name(of: url) ?? words.embedded
      return """
        <p class="emb" id="p\(anchor)"><span>\(words.embedded):</span> \
        <a href="\(url: url)" rel="external noopener noreferrer">\(Typography.set(name, in: article.language))</a></p>

        """
    }
  }

  private func pilcrow(_ anchor: Int) -> HTML {
    "<a class=\"p\" href=\"\(url: "#p\(anchor)")\" aria-label=\"\(words.paragraphLink)\">¶</a>"
  }

  private func table(_ rows: [[String]], anchor: Int) -> HTML {
    guard let head = rows.first, !head.isEmpty else { return "" }
    let set = { (text: String) in Typography.set(text, in: article.language) }
    return """
      <div class="tab" id="p\(anchor)" tabindex="0" role="region" aria-label="\(words.tableLabel)"><table>\
      <thead><tr>\(head, { $0.visible == nil ? "<td></td>" : "<th scope=\"col\">\(set($0))</th>" })</tr></thead><tbody>\
      \(rows.dropFirst(), { row in "<tr>\(row, { "<td>\(set($0))</td>" })</tr>" })</tbody></table></div>

      """
  }

  private func rich(_ text: RichText) -> HTML {
    RichTextView(text: text, language: article.language).html
  }
}

extension Dossier {
  /// All that the dossier cites from one article, each passage once, in the article's order.
  func citations(of article: String) -> [Citation] {
    var found: [Citation] = []
    for point in keyPoints { found += [point.citation] + point.support }
    for comparison in comparisons { found += comparison.readings.map(\.citation) }
    for group in claimGroups { found += group.claims.flatMap { [$0.citation] + $0.carriedBy } }
    found += quotes.map(\.citation)
    for event in timeline { found += [event.citation] + event.others }
    var seen: Set<Int> = []
    return found.filter { $0.passage.article == article && seen.insert($0.passage.lower).inserted }
      .sorted { $0.passage.lower < $1.passage.lower }
  }
}
