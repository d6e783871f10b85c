/// Text with the few inline marks that are kept; ranges are UTF-8 byte offsets into `text`.
public struct RichText: Sendable, Hashable, Codable {
  public struct Run: Sendable, Hashable, Codable {
    public enum Kind: Sendable, Hashable, Codable {
      case emphasis, strong, code
      /// An absolute http or https address.
      case link(String)
    }
    public var lower: Int
    public var upper: Int
    public var kind: Kind

    public init(lower: Int, upper: Int, kind: Kind) {
      self.lower = lower
      self.upper = upper
      self.kind = kind
    }
  }

  public var text: String
  public var runs: [Run]

  public init(_ text: String, runs: [Run] = []) {
    self.text = text
    self.runs = runs
  }
}

/// A picture of an article, by address only.
public struct Picture: Sendable, Hashable, Codable {
  public var url: String
  public var alt: String?
  public var caption: String?
  public var credit: String?
  public var width: Int?
  public var height: Int?

  public init(
    url: String, alt: String? = nil, caption: String? = nil, credit: String? = nil,
    width: Int? = nil, height: Int? = nil
  ) {
    self.url = url
    self.alt = alt
    self.caption = caption
    self.credit = credit
    self.width = width
    self.height = height
  }
}

/// One piece of an article's body, in reading order.
public enum Block: Sendable, Hashable, Codable {
  case paragraph(RichText)
  /// `level` 2…6
  case heading(RichText, level: Int)
  case list([RichText], isOrdered: Bool)
  case quotation(RichText)
  case pullQuote(RichText)
  case code(String)
  case table([[String]])
  case picture(Picture)
  /// A video, post or other foreign part, kept as a link.
  case embed(url: String, title: String?)

  /// The words of the block as one text: list items and table rows by line, cells by tab.
  /// Pictures and embeds have none: their captions are not the article's text.
  public var text: String {
    switch self {
    case .paragraph(let text), .heading(let text, _), .quotation(let text), .pullQuote(let text):
      text.text
    case .list(let items, _): items.map(\.text).joined(separator: "\n")
    case .code(let text): text
    case .table(let rows): rows.map { $0.joined(separator: "\t") }.joined(separator: "\n")
    case .picture, .embed: ""
    }
  }
}
