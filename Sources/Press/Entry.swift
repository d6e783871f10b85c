/// One item of a feed or sitemap: an article as its source announces it.
public struct Entry: Sendable, Hashable, Codable, Identifiable {
  /// A media file that belongs to the entry.
  public struct Enclosure: Sendable, Hashable, Codable {
    public var url: String
    public var type: String?
    public var length: Int?

    public init(url: String, type: String? = nil, length: Int? = nil) {
      self.url = url
      self.type = type
      self.length = length
    }
  }

  /// The source's own identifier; the address where it gives none.
  public var id: String
  /// Absolute address of the page.
  public var url: String?
  public var title: String
  /// Teaser as plain text.
  public var summary: String?
  /// Body as the feed gave it: HTML, not trusted.
  public var contentHTML: String?
  public var authors: [String]
  public var published: PressDate?
  public var updated: PressDate?
  public var categories: [String]
  public var language: Language?
  public var enclosures: [Enclosure]

  public init(
    id: String, url: String? = nil, title: String, summary: String? = nil,
    contentHTML: String? = nil, authors: [String] = [], published: PressDate? = nil,
    updated: PressDate? = nil, categories: [String] = [], language: Language? = nil,
    enclosures: [Enclosure] = []
  ) {
    self.id = id
    self.url = url
    self.title = title
    self.summary = summary
    self.contentHTML = contentHTML
    self.authors = authors
    self.published = published
    self.updated = updated
    self.categories = categories
    self.language = language
    self.enclosures = enclosures
  }
}
