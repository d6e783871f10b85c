import Evidence
import Hypertext
import Press

/// A story as a chapter of a book: what it says, who says what, then the articles.
struct BookChapter {
  var chapter: DayEdition.Chapter
  var edition: Edition

  private var words: Wording { edition.wording }
  private var teaser: StoryTeaser { chapter.teaser }
  private var marks: Marks {
    Marks(edition, outlets: teaser.outlets + [teaser.headlineOutlet], articles: chapter.articles)
  }

  /// A whole XHTML page.
  static func page(title: String, language: String, body: XML) -> XML {
    """
    <html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" \
    lang="\(attribute: language)" xml:lang="\(attribute: language)">
    <head><title>\(title)</title><link rel="stylesheet" href="style.css"/></head>
    <body>\(body)</body></html>
    """
  }

  var xml: XML {
    Self.page(title: headline, language: edition.language.rawValue, body: body)
  }

  /// The chapter without a page around it.
  var body: XML {
    """
    <p class="k">\(teaser.kicker?.visible ?? words.sections[teaser.section])</p>\
    <h1>\(headline)</h1>\(paragraph(teaser.standfirst, "l"))\
    <p class="m">\(counts)</p>\(keyPoints)\(figures)\(claims)\(articles)
    """
  }

  private var headline: String {
    edition.headline(teaser.headline, teaser.language, limit: 320)
  }

  private var counts: String {
    let words = words.counts
    return words.articlesFrom(
      words.articles(teaser.articleCount), words.sources(teaser.outlets.count))
      + ", " + words.independent(teaser.independentCount)
  }

  private func paragraph(_ text: String?, _ style: String) -> XML? {
    text?.visible.map {
      "<p class=\"\(attribute: style)\">\(Typography.set($0, in: teaser.language))</p>"
    }
  }

  private var keyPoints: XML? {
    let points = chapter.dossier.keyPoints.prefix(4)
    guard !points.isEmpty else { return nil }
    return """
      <h2>\(words.story.keyPoints)</h2><ul>\(points, { point in
        "<li>\(marks.text(point.citation)) <span class=\"m\">\(marks.name(point.citation.outlet))</span></li>"
      })</ul>
      """
  }

  private var figures: XML? {
    let compared = chapter.dossier.comparisons.filter { $0.readings.count > 1 }.prefix(4)
    guard !compared.isEmpty else { return nil }
    return "<h2>\(words.story.figures)</h2>\(compared, comparison)"
  }

  private func comparison(_ comparison: Comparison) -> XML {
    let title = [comparison.unit, comparison.direction].compactMap { $0?.visible }
      .joined(separator: " ")
    return """
      <p class="k">\(title), \(comparison.verdict.word(words.evidence))</p><table>\
      \(comparison.readings(atMost: 6), { reading in
        """
        <tr><td>\(marks.name(reading.citation.outlet))</td>\
        <td>\(marks.text(reading.citation, limit: 90))</td>\
        <td>\(marks.party(reading.claimant, in: reading.citation) ?? "")</td></tr>
        """
      })</table>
      """
  }

  private var claims: XML? {
    let claims = chapter.dossier.claimGroups.flatMap(\.claims).prefix(12)
    guard !claims.isEmpty else { return nil }
    return """
      <h2>\(words.story.claims)</h2>\(claims, { claim in
        """
        <p><b>\(marks.party(claim.speaker, in: claim.citation) ?? words.evidence.noSpeaker)</b> \
        \(marks.text(claim.citation)) <span class="m">\(marks.name(claim.citation.outlet))</span></p>
        """
      })
      """
  }

  private var articles: XML { "\(chapter.articles, article)" }

  private func article(_ article: Article) -> XML {
    let date: XML? = article.published.map { ", \(edition.dates.full($0))" }
    let link: XML? = (article.canonicalURL ?? article.url).flatMap { url in
      LinkTarget.isSafe(url)
        ? "<p class=\"m\"><a href=\"\(attribute: LinkTarget.encoded(url))\">\(words.article.original)</a></p>"
        : nil
    }
    let set = { (text: String) in Typography.set(text, in: article.language) }
    return """
      <h2>\(edition.headline(article.headline, article.language))</h2>\
      <p class="m">\(marks.name(article.outlet.id))\(date)</p>\
      \(article.standfirst?.visible.map { "<p class=\"l\">\(set($0))</p>" as XML })\
      \(article.blocks, { block($0, set) })\(link)
      """
  }

  private func block(_ block: Block, _ set: (String) -> String) -> XML {
    switch block {
    case .paragraph(let text): "<p>\(set(text.text))</p>"
    case .heading(let text, _): "<h3>\(set(text.text))</h3>"
    case .list(let items, _): "<ul>\(items, { "<li>\(set($0.text))</li>" })</ul>"
    case .quotation(let text), .pullQuote(let text):
      "<blockquote><p>\(set(text.text))</p></blockquote>"
    case .code(let text): "<pre>\(text)</pre>"
    case .table(let rows):
      "<table>\(rows, { row in "<tr>\(row, { "<td>\(set($0))</td>" })</tr>" })</table>"
    case .picture, .embed: ""
    }
  }
}
