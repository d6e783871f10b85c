public import Press

/// What is known of an article before its page is read, mostly from its feed entry.
public struct Hints: Sendable, Hashable {
  /// The entry's title.
  public var title: String?
  /// When the entry says it was published.
  public var published: PressDate?
  /// The names the entry gives.
  public var authors: [String]
  /// The entry's summary.
  public var teaser: String?
  /// The outlet's name as the feed or the operator gives it.
  public var outlet: String?

  /// Hints; what is not known is left out.
  public init(
    title: String? = nil, published: PressDate? = nil, authors: [String] = [],
    teaser: String? = nil, outlet: String? = nil
  ) {
    self.title = title
    self.published = published
    self.authors = authors
    self.teaser = teaser
    self.outlet = outlet
  }
}

/// An article read from flattened text, with the way back into the text that was given.
public struct TextReading: Sendable, Hashable {
  /// One line of the text that was given.
  public struct Line: Sendable, Hashable {
    /// UTF-8 bytes of the text that was given, without the line's end.
    public var range: Range<Int>
    /// The rule that took the line out; nil where the line is part of the article.
    public var removedBy: String?
    /// Whether the line is the headline, which is kept but no part of the article's text.
    public var isHeadline: Bool
  }

  /// A stretch of the article's text that stands word by word in the text that was given.
  public struct Origin: Sendable, Hashable {
    /// UTF-8 bytes of `article.body`.
    public var body: Range<Int>
    /// UTF-8 bytes of the text that was given; as long as `body`.
    public var given: Range<Int>
  }

  /// The article that was read.
  public var article: Article
  /// All lines that hold more than white space, in order.
  public var lines: [Line]
  /// In order, without overlap; together they cover the article's text but for its paragraph breaks.
  public var origins: [Origin]

  /// The ranges of the given text that were kept, headline included: UTF-8 bytes, in order.
  public var kept: [Range<Int>] { lines.filter { $0.removedBy == nil }.map(\.range) }

  /// Where a byte of the article's text stands in the text that was given.
  public func given(at offset: Int) -> Int? {
    var low = 0
    var high = origins.count
    while low < high {
      let middle = (low + high) / 2
      if origins[middle].body.upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    guard low < origins.count, origins[low].body.contains(offset) else { return nil }
    return origins[low].given.lowerBound + (offset - origins[low].body.lowerBound)
  }
}

/// Reads articles: the door of the room.
public enum ArticleReader {
  /// Name and version of the extractor, as it is written into what it makes.
  public static let version = "presseschau/0.1"

  /// The article on a page, as the page was served.
  ///
  /// A page that holds none comes back with its kind said and without blocks.
  public static func article(
    page bytes: [UInt8], url: String? = nil, contentType: String? = nil, id: String? = nil,
    hints: Hints? = nil
  ) -> Article {
    PageReading(page: bytes, url: url, contentType: contentType, id: id, hints: hints).article
  }

  /// The article in a flattened text as crawlers store it, one line a block.
  public static func article(
    text utf8: [UInt8], url: String? = nil, id: String? = nil, hints: Hints? = nil
  ) -> TextReading {
    FlatReader(utf8, url: url, id: id, hints: hints).reading()
  }
}
