import Markup
import Press

/// Draws one `Entry` from an element of a document.
struct EntryDrawing {
  let document: FeedDocument
  /// For relative addresses where nothing else gives a base.
  let fallbackBase: String?

  private var title = ""
  private var titleRank = 0
  private var summary: XMLTree.NodeID?
  private var summaryRank = 0
  private var content: XMLTree.NodeID?
  private var contentRank = 0
  private var link: String?
  private var linkRank = 0
  private var permalink: String?
  private var id: String?
  private var authors: [String] = []
  private var authorRank = 0
  private var published: PressDate?
  private var updated: PressDate?
  private var created: PressDate?
  private var categories: [String] = []
  private var language: Language?
  private var enclosures: [Entry.Enclosure] = []

  init(document: FeedDocument, fallbackBase: String?) {
    self.document = document
    self.fallbackBase = fallbackBase
  }

  /// The entry, or nil if the element holds nothing.
  mutating func entry(_ node: XMLTree.NodeID) -> Entry? {
    readAttributes(of: node)
    var child = document.tree[node].firstChild
    while child >= 0 {
      if document.tree[child].kind == .element { read(child) }
      child = document.tree[child].nextSibling
    }
    let url = link ?? permalink
    if language == nil, document.hasLanguages {
      language = document.language(at: node).flatMap(Language.init(tag:))
    }
    let (summary, contentHTML) = texts()
    guard document.tree[node].firstChild >= 0 || url != nil else { return nil }
    return Entry(
      id: id ?? url ?? (title.isEmpty ? summary ?? "" : title), url: url, title: title,
      summary: summary, contentHTML: contentHTML, authors: authors,
      published: published ?? created ?? updated, updated: updated, categories: categories,
      language: language, enclosures: enclosures)
  }

  /// RDF gives the identifier, CDF the address and date as attributes.
  private mutating func readAttributes(of node: XMLTree.NodeID) {
    guard document.tree[node].attributeCount > 0 else { return }
    switch document.family {
    case .rdf:
      if let about = document.attribute("about", of: node), !about.isEmpty { id = about }
    case .cdf:
      link = address(document.attribute("href", of: node), at: node)
      linkRank = 3
      updated = document.attribute("lastmod", of: node).flatMap { FeedDate.read($0) }
    default: break
    }
  }

  private mutating func read(_ node: XMLTree.NodeID) {
    switch document.field(node) {
    case .title: readTitle(node, rank: 3)
    case .dcTitle: readTitle(node, rank: 2)
    case .mediaTitle: readTitle(node, rank: 1)
    case .description: takeSummary(node, rank: 3)
    case .summary: takeSummary(node, rank: 4)
    case .subtitle, .itunesSummary: takeSummary(node, rank: 2)
    case .mediaDescription: takeSummary(node, rank: 1)
    case .encoded: takeContent(node, rank: 3)
    case .content: takeContent(node, rank: 2)
    case .xhtmlBody: takeContent(node, rank: 1)
    case .link, .originalLink: readLink(node)
    case .id: readIdentifier(node)
    case .author, .creator, .itunesAuthor, .contributor: readAuthor(node)
    case .published, .updated, .created, .dcDate: readDate(node)
    case .category, .subject, .keywords: readCategory(node)
    case .language: language = Language(tag: document.text(of: node)) ?? language
    case .enclosure: addEnclosure(node, urlName: "url", lengthName: "length")
    case .mediaContent, .mediaThumbnail, .mediaGroup: readMedia(node)
    case .itunesImage: addEnclosure(node, urlName: "href", lengthName: "length")
    default: break
    }
  }

  // MARK: Texts

  private mutating func readTitle(_ node: XMLTree.NodeID, rank: Int) {
    guard rank > titleRank else { return }
    let text = Self.title(node, in: document)
    guard !text.isEmpty else { return }
    title = text
    titleRank = rank
  }

  private mutating func takeSummary(_ node: XMLTree.NodeID, rank: Int) {
    guard rank > summaryRank, document.tree[node].firstChild >= 0 else { return }
    summary = node
    summaryRank = rank
  }

  private mutating func takeContent(_ node: XMLTree.NodeID, rank: Int) {
    guard rank > contentRank, document.tree[node].firstChild >= 0 else { return }
    content = node
    contentRank = rank
  }

  /// The teaser as plain text, and the body as HTML. A teaser that holds markup is the body
  /// where there is no other.
  private func texts() -> (String?, String?) {
    let teaser = summary.map { document.textConstruct($0, isHTML: document.family != .atom) }
    let body = content.map { document.textConstruct($0, isHTML: document.family != .atom) }
    let plain = teaser.map(Self.plain) ?? ""
    var html = body.map { Self.html($0) }
    if html == nil, let teaser, teaser.form != .plain, teaser.bytes.contains(UInt8(ascii: "<")) {
      html = String(decoding: teaser.bytes, as: UTF8.self)
    }
    return (plain.isEmpty ? nil : plain, html)
  }

  /// The text of a title as a reader should see it.
  static func title(_ node: XMLTree.NodeID, in document: FeedDocument) -> String {
    var text = document.textConstruct(node, isHTML: false)
    // Escaped once too often: `&amp;amp;` in a plain text.
    if text.form == .plain, text.bytes.contains(UInt8(ascii: "&")) {
      text.bytes = XMLText.decoded(text.bytes)
    }
    return plain(text)
  }

  static func plain(_ text: TextConstruct) -> String {
    text.form == .plain ? PlainText.ofText(text.bytes) : PlainText.ofHTML(text.bytes)
  }

  static func html(_ text: TextConstruct) -> String {
    guard text.form == .plain else { return String(decoding: text.bytes, as: UTF8.self) }
    var out: [UInt8] = []
    FeedDocument.appendEscaped(text.bytes, to: &out)
    return String(decoding: out, as: UTF8.self)
  }

  // MARK: Addresses

  private mutating func readLink(_ node: XMLTree.NodeID) {
    guard let href = document.attribute("href", of: node) else {
      let text = document.text(of: node)
      take(address(text, at: node), rank: document.field(node) == .originalLink ? 5 : 4)
      return
    }
    let type = document.attribute("type", of: node)?.lowercased() ?? ""
    switch document.attribute("rel", of: node)?.lowercased() ?? "alternate" {
    case "alternate":
      take(address(href, at: node), rank: type.isEmpty || type.contains("html") ? 3 : 2)
    case "enclosure": addEnclosure(node, urlName: "href", lengthName: "length")
    case "self": take(address(href, at: node), rank: 1)
    default: break
    }
  }

  private mutating func take(_ url: String?, rank: Int) {
    guard let url, rank > linkRank else { return }
    link = url
    linkRank = rank
  }

  private mutating func readIdentifier(_ node: XMLTree.NodeID) {
    let text = document.text(of: node)
    guard !text.isEmpty else { return }
    if id == nil || document.key(node) != "dc_identifier" { id = text }
    if document.family == .rss, document.attribute("ispermalink", of: node)?.lowercased() != "false"
    {
      // Many identifiers are called permalinks by default only; an address looks like one.
      if Address.isWeb(text) || text.utf8.first == UInt8(ascii: "/") {
        permalink = address(text, at: node)
      }
    }
  }

  /// A web address made absolute, or nil.
  private func address(_ text: String?, at node: XMLTree.NodeID) -> String? {
    guard let text, !text.isEmpty else { return nil }
    if text.utf8.starts(with: "http".utf8), !text.utf8.contains(where: { $0 <= 32 || $0 == 127 }),
      Address.isWeb(text)
    {
      return text
    }
    let address = Address.resolve(text, against: document.base(at: node) ?? fallbackBase)
    // A feed read from a file may have no base at all: its relative addresses stay as they are.
    return Address.isWeb(address) || !Address.hasScheme(Array(address.utf8)) ? address : nil
  }

  // MARK: People, dates, subjects

  private mutating func readAuthor(_ node: XMLTree.NodeID) {
    let rank: Int
    switch document.field(node) {
    case .creator: rank = 3
    case .author: rank = 2
    case .itunesAuthor: rank = 1
    default: return
    }
    var name = ""
    if let named = document.tree.elements(of: node).first(where: { document.field($0) == .name }) {
      name = PlainText.ofText(document.bytes(of: named))
    } else if document.tree.child(of: node) == nil {
      let person = Person(document.text(of: node))
      name = person.name.isEmpty ? person.email ?? "" : person.name
    }
    if name.utf8.contains(UInt8(ascii: "&")) { name = PlainText.ofHTML(Array(name.utf8)) }
    guard !name.isEmpty else { return }
    if rank > authorRank, !(rank == 3 && authorRank == 2) || authors.isEmpty {
      authors = []
      authorRank = rank
    } else if rank < authorRank {
      return
    }
    if !authors.contains(name) { authors.append(name) }
  }

  private mutating func readDate(_ node: XMLTree.NodeID) {
    guard let date = FeedDate.read(document.text(of: node)) else { return }
    switch document.field(node) {
    case .published: published = date
    case .updated: updated = date
    case .created: created = date
    default: if created == nil { created = date }
    }
  }

  private mutating func readCategory(_ node: XMLTree.NodeID) {
    let text: String
    if let label = document.attribute("label", of: node), !label.isEmpty {
      text = label
    } else if let term = document.attribute("term", of: node) {
      text = term
    } else {
      text = document.text(of: node)
    }
    let plain = PlainText.ofHTML(Array(text.utf8))
    guard !plain.isEmpty, categories.count < 64 else { return }
    if document.field(node) == .keywords {
      for part in plain.split(separator: ",") {
        add(category: PlainText.ofText(Array(part.utf8)))
      }
    } else {
      add(category: plain)
    }
  }

  private mutating func add(category: String) {
    if !category.isEmpty, !categories.contains(category) { categories.append(category) }
  }

  // MARK: Media

  private mutating func readMedia(_ node: XMLTree.NodeID) {
    switch document.field(node) {
    case .mediaContent: addEnclosure(node, urlName: "url", lengthName: "filesize")
    case .mediaThumbnail: addEnclosure(node, urlName: "url", lengthName: "length")
    default: break
    }
    for child in document.tree.elements(of: node) {
      switch document.field(child) {
      case .mediaContent, .mediaThumbnail: readMedia(child)
      case .mediaTitle: readTitle(child, rank: 1)
      case .mediaDescription: takeSummary(child, rank: 1)
      default: break
      }
    }
  }

  private mutating func addEnclosure(
    _ node: XMLTree.NodeID, urlName: String, lengthName: String
  ) {
    guard enclosures.count < 64,
      let url = address(document.attribute(urlName, of: node), at: node),
      !enclosures.contains(where: { $0.url == url })
    else { return }
    var type = document.attribute("type", of: node)
    if type == nil {
      switch document.field(node) {
      case .mediaThumbnail, .itunesImage: type = "image/*"
      default: type = document.attribute("medium", of: node).map { "\($0)/*" }
      }
    }
    let length = document.attribute(lengthName, of: node).flatMap { Int($0) }
    enclosures.append(Entry.Enclosure(url: url, type: type, length: length))
  }
}
