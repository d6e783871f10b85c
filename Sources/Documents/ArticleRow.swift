public import Press

/// An article as one line of output: the keys of `presseschau extract --format jsonl`.
public struct ArticleRow: Sendable, Encodable {
  public struct Name: Sendable, Encodable {
    public var name: String
    public var role: String
  }

  public struct Stated: Sendable, Encodable {
    /// ISO 8601 at the date's own precision, in the page's own zone where it gives one.
    public var value: String
    public var precision: String
  }

  public struct Line: Sendable, Encodable {
    public var kind: String
    public var text: String
    public var level: Int?
    public var items: [String]?
    public var rows: [[String]]?
    public var url: String?
    public var caption: String?
    public var credit: String?
  }

  public var id: String
  public var url: String?
  public var kind: String
  public var access: String
  public var headline: String
  public var kicker: String?
  public var standfirst: String?
  public var byline: [Name]
  public var published: Stated?
  public var updated: Stated?
  public var language: String
  public var section: String?
  public var outlet: String
  public var tags: [String]
  public var blocks: [Line]
  /// With the standfirst, without the headline.
  public var text: String
  public var removed: [RemovedBlock]
  public var extractor: String
  /// What the row was made of; no part of the output.
  public let article: Article

  private enum CodingKeys: String, CodingKey {
    case id, url, kind, access, headline, kicker, standfirst, byline, published, updated
    case language, section, outlet, tags, blocks, text, removed, extractor
  }

  /// Keys that may be null are written as null, so that every row has the same ones.
  public func encode(to encoder: any Encoder) throws {
    var row = encoder.container(keyedBy: CodingKeys.self)
    try row.encode(id, forKey: .id)
    try row.encode(url, forKey: .url)
    try row.encode(kind, forKey: .kind)
    try row.encode(access, forKey: .access)
    try row.encode(headline, forKey: .headline)
    try row.encode(kicker, forKey: .kicker)
    try row.encode(standfirst, forKey: .standfirst)
    try row.encode(byline, forKey: .byline)
    try row.encode(published, forKey: .published)
    try row.encode(updated, forKey: .updated)
    try row.encode(language, forKey: .language)
    try row.encode(section, forKey: .section)
    try row.encode(outlet, forKey: .outlet)
    try row.encode(tags, forKey: .tags)
    try row.encode(blocks, forKey: .blocks)
    try row.encode(text, forKey: .text)
    try row.encode(removed, forKey: .removed)
    try row.encode(extractor, forKey: .extractor)
  }

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
    kind = article.kind.rawValue
    access = article.access.rawValue
    headline = article.headline
    kicker = article.kicker
    standfirst = article.standfirst
    byline = article.bylines.map { Name(name: $0.name, role: $0.role.rawValue) }
    published = reading.published.map(Self.stated)
    updated = reading.updated.map(Self.stated)
    language = article.language.rawValue
    section = article.section?.rawValue
    outlet = article.outlet.name
    tags = article.tags
    blocks = article.blocks.map(Self.line)
    text = article.body.string
    removed = article.removed
    extractor = article.extractor
  }

  private static func stated(_ date: StatedDate) -> Stated {
    Stated(value: date.iso8601, precision: date.date.precision.rawValue)
  }

  private static func line(_ block: Block) -> Line {
    switch block {
    case .paragraph: Line(kind: "paragraph", text: block.text)
    case .heading(_, let level): Line(kind: "heading", text: block.text, level: level)
    case .list(let items, let isOrdered):
      Line(
        kind: isOrdered ? "ordered-list" : "list", text: block.text, items: items.map(\.text))
    case .quotation: Line(kind: "quotation", text: block.text)
    case .pullQuote: Line(kind: "pull-quote", text: block.text)
    case .code: Line(kind: "code", text: block.text)
    case .table(let rows): Line(kind: "table", text: block.text, rows: rows)
    case .picture(let picture):
      Line(
        kind: "picture", text: "", url: picture.url, caption: picture.caption,
        credit: picture.credit)
    case .embed(let url, let title): Line(kind: "embed", text: "", url: url, caption: title)
    }
  }
}
