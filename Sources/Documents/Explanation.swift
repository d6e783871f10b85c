import Markup
import Press

extension ArticleReader {
  /// What the reader made of each piece of a page, one line a piece: the rule that took it out (a
  /// plus sign where it was kept), its kind, its words. For people who look into the machine.
  public static func explain(
    page bytes: [UInt8], url: String?, contentType: String? = nil, width: Int = 140
  )
    -> String
  {
    let decoded = Encodings.utf8(from: bytes, contentType: contentType).bytes
    var desk = PageDesk(PageFlow(Tree(html: decoded), url: url), url: url, id: nil, hints: nil)
    let reading = desk.reading()
    var out = "headline  \(reading.article.headline)\nkind      \(reading.article.kind.rawValue)\n"
    out += "byline    \(reading.article.bylines.map(\.name).joined(separator: ", "))\n"
    out += "published \(reading.published?.iso8601 ?? "–")\n"
    let page = desk.flow.page
    for index in page.pieces.indices {
      let piece = page.pieces[index]
      let verdict = page.removedBy[index] ?? (index == page.headline ? "headline" : "+")
      let kind = "\(piece.kind)\(piece.kind == .heading ? String(piece.level) : "")"
      out += pad(verdict, 18) + pad(kind, 11) + pad(traits(of: piece), 14)
      out += page.string(piece).prefix(width).replacingNewlines() + "\n"
    }
    return out
  }

  /// What the reader made of each line of a flattened text.
  public static func explain(text utf8: [UInt8], url: String?, width: Int = 140) -> String {
    let reading = article(text: utf8, url: url)
    var out = "headline  \(reading.article.headline)\nkind      \(reading.article.kind.rawValue)\n"
    for line in reading.lines {
      out += pad(line.removedBy ?? (line.isHeadline ? "headline" : "+"), 18)
      out += String(decoding: utf8[line.range], as: UTF8.self).prefix(width) + "\n"
    }
    return out
  }

  private static func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }

  private static func traits(of piece: Piece) -> String {
    let found = Traits.named.filter { piece.traits.contains($0.1) }.map(\.0)
    let attested = piece.attested >= 0 ? "\(Int(piece.attested * 100))%" : ""
    return ([attested] + found).filter { !$0.isEmpty }.joined(separator: ",")
  }
}

extension Traits {
  static let named: [(String, Traits)] = [
    ("nav", .navigation), ("aside", .aside), ("footer", .footer), ("header", .header),
    ("form", .form), ("figure", .figure), ("caption", .caption), ("comments", .comments),
    ("related", .related), ("share", .share), ("promotion", .promotion), ("ad", .advertisement),
    ("author", .author), ("meta", .meta), ("legal", .legal), ("consent", .consent),
    ("embed", .embed), ("lead", .lead), ("body", .body), ("headline", .headline),
    ("kicker", .kicker), ("tags", .tags), ("article", .article), ("paywall", .paywall),
    ("pullquote", .pullQuote), ("date", .date), ("infobox", .infoBox), ("hidden", .hidden),
  ]
}

extension Substring {
  fileprivate func replacingNewlines() -> String { String(map { $0 == "\n" ? "⏎" : $0 }) }
}
