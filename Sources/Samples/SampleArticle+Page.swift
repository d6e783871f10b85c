import Hypertext
import Press

extension SampleArticle {
  /// The body as the outlet's system writes it, with pointers to other texts in its middle.
  func body(of outlet: SampleOutlet) -> HTML {
    "\(pieces, { markup(of: $0, in: outlet) })"
  }

  /// The lead picture; nothing where there is none.
  var figure: HTML {
    guard let picture else { return .nothing }
    return """
      <figure><img src="\(url: picturePath)" alt="" width="\(SamplePicture.width)"\
       height="\(SamplePicture.height)">\
      <figcaption>\(picture.caption) <span class="credit">\(picture.credit)</span></figcaption>\
      </figure>
      """
  }

  var correctionNote: HTML {
    guard let correction else { return .nothing }
    return "<p class=\"korrektur\"><em>\(correction)</em></p>"
  }

  var picturePath: String { "/img/\(slugNumber).png" }

  var slugNumber: Int { slug.utf8.reduce(7) { ($0 * 31 + Int($1)) % 100_003 } }

  private func markup(of piece: Piece, in outlet: SampleOutlet) -> HTML {
    switch piece {
    case .paragraph(let text): "<p>\(text)</p>\n"
    case .heading(let text): "<h2>\(text)</h2>\n"
    case .pullQuote(let text): "<blockquote class=\"pull-quote\"><p>\(text)</p></blockquote>\n"
    case .list(let items): "<ul>\(items, { "<li>\($0)</li>" })</ul>\n"
    case .seeAlso(let slug): pointer(to: slug, in: outlet)
    }
  }

  /// Each outlet has a way of its own to interrupt the reader.
  private func pointer(to slug: String, in outlet: SampleOutlet) -> HTML {
    let title = outlet.articles.first { $0.slug == slug }?.headline ?? "Alle Nachrichten"
    let path = "/" + slug
    return switch outlet.feed {
    case .atom: "<p><strong>Siehe auch:</strong> <a href=\"\(url: path)\">\(title)</a></p>\n"
    case .json:
      """
      <div class="teaser-inline"><span>Mehr zum Thema</span> <a href="\(url: path)">\(title)</a></div>

      """
    case .rss where outlet.language == .english:
      "<p class=\"inline-link\">Read more: <a href=\"\(url: path)\">\(title)</a></p>\n"
    case .rss:
      """
      <aside class="siehe-auch"><h4>Lesen Sie auch</h4><ul>\
      <li><a href="\(url: path)">\(title)</a></li></ul></aside>

      """
    }
  }
}
