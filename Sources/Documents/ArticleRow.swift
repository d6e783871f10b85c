public import Press

/// An article as one line of output: the keys of `presseschau extract --format jsonl`, which `json`
/// writes.
public struct ArticleRow: Sendable {
  /// Somebody named by the byline.
  public struct Name: Sendable {
    /// The name as it is printed.
    public var name: String
    /// author, agency, translator or editor.
    public var role: String
  }

  /// A date as the page states it.
  public struct Stated: Sendable {
    /// ISO 8601 at the date's own precision, in the page's own zone where it gives one.
    public var value: String
    /// instant, day, month …: how exactly the date is known.
    public var precision: String
  }

  /// A link in a block: Unicode code points of the block's text, end exclusive.
  public struct Link: Sendable {
    /// The first code point.
    public var start: Int
    /// The code point behind the last.
    public var end: Int
    /// Where it leads.
    public var url: String
  }

  /// A block of the article.
  public struct Line: Sendable {
    /// paragraph, heading, list, ordered-list, quotation, pull-quote, code, table, picture or embed.
    public var kind: String
    /// The words; none for pictures and embeds.
    public var text: String
    /// Of a heading, 2…6.
    public var level: Int?
    /// The texts of a list.
    public var items: [String]?
    /// The cells of a table.
    public var rows: [[String]]?
    /// Of a picture or an embed.
    public var url: String?
    /// What a picture shows, for those who do not see it.
    public var alt: String?
    /// A picture's caption, or an embed's title.
    public var caption: String?
    /// Who made a picture.
    public var credit: String?
    /// The links in the text.
    public var links: [Link]?
  }

  /// The id that was given with the page, or one made of its address or words.
  public var id: String
  /// The address the page was read from.
  public var url: String?
  /// The address the page gives for itself.
  public var canonical: String?
  /// Where the text appeared first, if the page says so.
  public var original: String?
  /// article, list, liveBlog, video, gallery or notAnArticle.
  public var kind: String
  /// full, teaser, paywall, consentWall or blocked.
  public var access: String
  /// The headline; empty where none was found.
  public var headline: String
  /// The line above the headline.
  public var kicker: String?
  /// The Vorspann: the paragraph between headline and text.
  public var standfirst: String?
  /// Persons and agencies.
  public var byline: [Name]
  /// The place at the beginning of the text: «Harsbach (NDA) – …».
  public var dateline: String?
  /// When the article was published.
  public var published: Stated?
  /// When it was last changed.
  public var updated: Stated?
  /// The code of ISO 639, or `und`.
  public var language: String
  /// The section, where one was given.
  public var section: String?
  /// The outlet's name.
  public var outlet: String
  /// Sections and keywords as the page gives them.
  public var tags: [String]
  /// The article's text and pictures, in order.
  public var blocks: [Line]
  /// With the standfirst, without the headline.
  public var text: String
  /// What stood among the text and was taken out, each with its rule.
  public var removed: [RemovedBlock]
  /// Name and version of the extractor.
  public var extractor: String
  /// 0…1, how sure the extractor is of the article's boundaries.
  public var confidence: Double
  /// What the row was made of; no part of the output.
  public let article: Article

  /// The row of an article that was read elsewhere.
  public init(_ article: Article, id: String? = nil) {
    self.init(
      PageReading(
        article: article, published: article.published.map { StatedDate(date: $0, day: $0.day) },
        updated: article.updated.map { StatedDate(date: $0, day: $0.day) }), id: id)
  }

  /// Reads a page as it was served and gives its row.
  public init(
    page bytes: [UInt8], url: String?, contentType: String? = nil, id: String? = nil,
    hints: Hints? = nil
  ) {
    self.init(
      PageReading(page: bytes, url: url, contentType: contentType, id: nil, hints: hints), id: id)
  }

  init(_ reading: PageReading, id: String?) {
    let article = reading.article
    self.article = article
    self.id = id ?? article.id
    url = article.url
    canonical = article.canonicalURL
    original = article.originalURL
    kind = article.kind.rawValue
    access = article.access.rawValue
    headline = article.headline
    kicker = article.kicker
    standfirst = article.standfirst
    byline = article.bylines.map { Name(name: $0.name, role: $0.role.rawValue) }
    dateline = article.dateline
    published = reading.published.map(Self.stated)
    updated = reading.updated.map(Self.stated)
    language = article.language.rawValue
    section = article.section?.rawValue
    outlet = article.outlet.name
    tags = article.tags
    blocks = article.blocks.map(Self.line)
    text = Self.text(of: article)
    removed = article.removed
    extractor = article.extractor
    confidence = article.confidence
  }

  /// What `article.body` holds, joined from texts whose UTF-8 need not be checked once more.
  private static func text(of article: Article) -> String {
    var text = article.standfirst ?? ""
    for block in article.blocks {
      let words = block.text
      if words.isEmpty { continue }
      if !text.isEmpty { text += "\n\n" }
      text += words
    }
    return text
  }

  private static func stated(_ date: StatedDate) -> Stated {
    Stated(value: date.iso8601, precision: date.date.precision.rawValue)
  }

  private static func line(_ block: Block) -> Line {
    switch block {
    case .paragraph(let text): Line(kind: "paragraph", text: text.text, links: links(of: text))
    case .heading(let text, let level):
      Line(kind: "heading", text: text.text, level: level, links: links(of: text))
    case .list(let items, let isOrdered):
      Line(
        kind: isOrdered ? "ordered-list" : "list", text: block.text, items: items.map(\.text))
    case .quotation(let text): Line(kind: "quotation", text: text.text, links: links(of: text))
    case .pullQuote: Line(kind: "pull-quote", text: block.text)
    case .code: Line(kind: "code", text: block.text)
    case .table(let rows): Line(kind: "table", text: block.text, rows: rows)
    case .picture(let picture):
      Line(
        kind: "picture", text: "", url: picture.url, alt: picture.alt, caption: picture.caption,
        credit: picture.credit)
    case .embed(let url, let title): Line(kind: "embed", text: "", url: url, caption: title)
    }
  }

  /// The links in a text; nil where there are none.
  private static func links(of text: RichText) -> [Link]? {
    var links: [Link] = []
    var points = PointCount(text.text)
    for run in text.runs.sorted(by: { $0.lower < $1.lower }) {
      guard case .link(let url) = run.kind else { continue }
      links.append(
        Link(start: points.count(before: run.lower), end: points.count(before: run.upper), url: url)
      )
    }
    return links.isEmpty ? nil : links
  }
}

/// Counts the code points before bytes of a text. Asked in the order of the text, it walks over the
/// text once.
private struct PointCount {
  private let utf8: String.UTF8View
  private var place: String.UTF8View.Index
  private var offset = 0
  private var points = 0

  init(_ text: String) {
    utf8 = text.utf8
    place = utf8.startIndex
  }

  mutating func count(before wanted: Int) -> Int {
    if wanted < offset {
      place = utf8.startIndex
      offset = 0
      points = 0
    }
    while offset < wanted, place < utf8.endIndex {
      if utf8[place] & 0xC0 != 0x80 { points += 1 }
      utf8.formIndex(after: &place)
      offset += 1
    }
    return points
  }
}
