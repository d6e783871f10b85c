/// Who wrote an article, as its byline says.
public struct Byline: Sendable, Hashable, Codable {
  public enum Role: String, Sendable, Codable { case author, agency, translator, editor }
  public var name: String
  public var role: Role

  public init(name: String, role: Role = .author) {
    self.name = name
    self.role = role
  }
}

/// Something that stood on the page and is not the article, with the rule that took it out.
public struct RemovedBlock: Sendable, Hashable, Codable {
  /// The rule's name, for example `share-bar`.
  public var rule: String
  /// The words that were removed.
  public var text: String

  public init(rule: String, text: String) {
    self.rule = rule
    self.text = text
  }
}

/// What a page is.
public enum PageKind: String, Sendable, Codable {
  case article, list, liveBlog, video, gallery, notAnArticle
}

/// How much of the article the page gave us.
public enum Access: String, Sendable, Codable {
  case full, teaser, paywall, consentWall, blocked
}

/// A clean article: what one page, or one feed entry, has to say.
public struct Article: Sendable, Hashable, Codable, Identifiable {
  /// Stable over edits: derived from the canonical address, or from the content of a page
  /// without one. Lower-case letters and digits only, so that it can stand in a path.
  public var id: String
  /// 1 for the first reading, counted up when the text changes.
  public var version: Int
  /// The address the article was read from, where it has one.
  public var url: String?
  public var canonicalURL: String?
  public var outlet: Outlet
  /// The outlet or article this text was taken from, if the page says so.
  public var originalURL: String?
  public var headline: String
  public var kicker: String?
  public var standfirst: String?
  public var bylines: [Byline]
  public var dateline: String?
  public var published: PressDate?
  public var updated: PressDate?
  public var section: Section?
  public var language: Language
  public var tags: [String]
  public var blocks: [Block]
  public var removed: [RemovedBlock]
  public var kind: PageKind
  public var access: Access
  /// Name and version of the extractor that made this.
  public var extractor: String
  /// 0…1, how sure the extractor is of the boundaries.
  public var confidence: Double

  public init(
    id: String, version: Int = 1, url: String? = nil, canonicalURL: String? = nil,
    outlet: Outlet, originalURL: String? = nil, headline: String, kicker: String? = nil,
    standfirst: String? = nil, bylines: [Byline] = [], dateline: String? = nil,
    published: PressDate? = nil, updated: PressDate? = nil, section: Section? = nil,
    language: Language = .unknown, tags: [String] = [], blocks: [Block] = [],
    removed: [RemovedBlock] = [], kind: PageKind = .article, access: Access = .full,
    extractor: String = "", confidence: Double = 1
  ) {
    self.id = id
    self.version = version
    self.url = url
    self.canonicalURL = canonicalURL
    self.outlet = outlet
    self.originalURL = originalURL
    self.headline = headline
    self.kicker = kicker
    self.standfirst = standfirst
    self.bylines = bylines
    self.dateline = dateline
    self.published = published
    self.updated = updated
    self.section = section
    self.language = language
    self.tags = tags
    self.blocks = blocks
    self.removed = removed
    self.kind = kind
    self.access = access
    self.extractor = extractor
    self.confidence = confidence
  }

  /// The article's running text and where its paragraphs lie; all passages point into it.
  public var body: ArticleText { ArticleText(standfirst: standfirst, blocks: blocks) }
}

/// An article's text in one piece: the standfirst, then the blocks that have words, with an empty
/// line between them. All evidence is read from it, and all its offsets are UTF-8 bytes of it.
public struct ArticleText: Sendable, Hashable {
  /// A stretch of text that has an anchor of its own on the article's page.
  public struct Paragraph: Sendable, Hashable {
    /// 0 is the standfirst, n the n-th block: `#p0`, `#p5`.
    public var anchor: Int
    /// UTF-8 bytes of the text.
    public var range: Range<Int>
    public var isHeading: Bool

    public init(anchor: Int, range: Range<Int>, isHeading: Bool) {
      self.anchor = anchor
      self.range = range
      self.isHeading = isHeading
    }
  }

  public let utf8: [UInt8]
  public let paragraphs: [Paragraph]

  public init(standfirst: String?, blocks: [Block]) {
    var bytes: [UInt8] = []
    var paragraphs: [Paragraph] = []
    func add(_ text: String, anchor: Int, isHeading: Bool) {
      guard !text.isEmpty else { return }
      if !bytes.isEmpty { bytes += [10, 10] }
      let start = bytes.count
      bytes += text.utf8
      paragraphs.append(
        Paragraph(anchor: anchor, range: start..<bytes.count, isHeading: isHeading))
    }
    add(standfirst ?? "", anchor: 0, isHeading: false)
    for (index, block) in blocks.enumerated() {
      var isHeading = false
      if case .heading = block { isHeading = true }
      add(block.text, anchor: index + 1, isHeading: isHeading)
    }
    utf8 = bytes
    self.paragraphs = paragraphs
  }

  /// A text that is no article yet: its paragraphs are split at empty lines and numbered from 1.
  public init(plain text: String) {
    self.init(
      standfirst: nil,
      blocks: text.split(separator: "\n\n").map { .paragraph(RichText(String($0))) })
  }

  public var string: String { String(decoding: utf8, as: UTF8.self) }

  /// The words in a range, with broken characters at its ends repaired; empty outside the text.
  public subscript(range: Range<Int>) -> String {
    String(decoding: utf8[range.clamped(to: 0..<utf8.count)], as: UTF8.self)
  }

  /// The paragraph that holds a byte.
  public func paragraph(at offset: Int) -> Paragraph? {
    var low = 0
    var high = paragraphs.count
    while low < high {
      let middle = (low + high) / 2
      if paragraphs[middle].range.upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    guard low < paragraphs.count, paragraphs[low].range.contains(offset) else { return nil }
    return paragraphs[low]
  }
}
