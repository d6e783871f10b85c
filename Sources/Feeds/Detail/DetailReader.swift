import Markup
import Press

/// Draws every detail of a document, under the names feed readers know.
///
/// A text is given as a value and, under the name with `_detail`, with its type, language and
/// base; a date as written and, with `_parsed`, as an instant. The names are those of the Python
/// library feedparser, which many programs that read feeds speak.
struct DetailReader {
  typealias Properties = [String: JSONValue]

  let document: FeedDocument
  /// The language the server gave.
  let language: String?

  func feed() -> Properties {
    var feed: Properties = [:]
    read(document.channel, into: &feed, isEntry: false)
    if document.channel != document.root {
      for node in document.tree.elements(of: document.root) {
        switch document.field(node) {
        case .channel, .entry: continue
        default: read(element: node, into: &feed, isEntry: false)
        }
      }
    }
    if feed["language"] == nil {
      let given = document.language(at: document.channel) ?? language
      if let given, !given.isEmpty { feed["language"] = .string(normalized(language: given)) }
    }
    return feed
  }

  func entries() -> [JSONValue] {
    document.entries.map { node in
      var entry: Properties = [:]
      read(node, into: &entry, isEntry: true)
      return .object(entry)
    }
  }

  func read(_ node: XMLTree.NodeID, into properties: inout Properties, isEntry: Bool) {
    readAttributes(of: node, into: &properties, isEntry: isEntry)
    for child in document.tree.elements(of: node) {
      read(element: child, into: &properties, isEntry: isEntry)
    }
    if let chosen = properties["enclosures_"] {
      properties["enclosures"] = chosen
      properties["enclosures_"] = nil
    }
  }

  /// What stands in attributes of the element itself: RDF's identifier, CDF's address and date.
  private func readAttributes(
    of node: XMLTree.NodeID, into properties: inout Properties, isEntry: Bool
  ) {
    if isEntry, document.family == .rdf, let about = document.attribute("about", of: node) {
      properties["id"] = .string(about)
    }
    guard document.family == .cdf else { return }
    if let href = document.attribute("href", of: node) {
      let address = JSONValue.string(resolve(href, at: node))
      properties["link"] = address
      append(
        ["rel": .string("alternate"), "type": .string("text/html"), "href": address], to: "links",
        of: &properties)
    }
    if let date = document.attribute("lastmod", of: node) {
      set(date: date, "updated", of: &properties)
    }
  }

  func read(element node: XMLTree.NodeID, into properties: inout Properties, isEntry: Bool) {
    let key = document.key(node)
    switch document.field(node) {
    case .entry, .channel, .items: return
    case .title, .dcTitle: set(text: node, "title", of: &properties)
    case .mediaTitle: if properties["title"] == nil { set(text: node, "title", of: &properties) }
    case .description, .subtitle, .summary, .itunesSummary, .mediaDescription:
      readTeaser(node, into: &properties, isEntry: isEntry)
    case .content, .encoded, .xhtmlBody: readContent(node, into: &properties)
    case .rights: set(text: node, "rights", of: &properties)
    case .info: set(text: node, "info", of: &properties)
    case .link, .originalLink: readLink(node, into: &properties)
    case .id: readIdentifier(node, into: &properties)
    case .author, .creator, .itunesAuthor: readAuthor(node, into: &properties)
    case .contributor: readContributor(node, into: &properties)
    case .publisher, .webMaster: readPublisher(node, into: &properties)
    case .published: set(date: document.text(of: node), "published", of: &properties)
    case .updated, .dcDate: set(date: document.text(of: node), "updated", of: &properties)
    case .created: set(date: document.text(of: node), "created", of: &properties)
    case .expired: set(date: document.text(of: node), "expired", of: &properties)
    case .category, .subject, .keywords: readTags(node, into: &properties)
    case .language:
      let given = document.text(of: node)
      if !given.isEmpty { properties["language"] = .string(normalized(language: given)) }
    case .image where document.tree.child(of: node) != nil:
      properties["image"] = .object(part(node))
    case .textInput where document.tree.child(of: node) != nil:
      properties["textinput"] = .object(part(node))
    case .source: readSource(node, into: &properties)
    case .enclosure: readEnclosure(node, into: &properties)
    case .icon, .logo, .comments: set(address: node, key, of: &properties)
    case .generator: readGenerator(node, into: &properties)
    default: readModule(node, key, into: &properties, isEntry: isEntry)
    }
  }

  /// An image or text input: its own title, link and so on.
  private func part(_ node: XMLTree.NodeID) -> Properties {
    var part: Properties = [:]
    for child in document.tree.elements(of: node) {
      switch document.field(child) {
      case .url: part["href"] = .string(resolve(document.text(of: child), at: child))
      case .link: part["link"] = .string(resolve(document.text(of: child), at: child))
      case .title, .dcTitle: set(text: child, "title", of: &part)
      case .description: set(text: child, "subtitle", of: &part)
      default:
        let text = document.text(of: child)
        let isNumber =
          !text.isEmpty && text.utf8.count < 10 && text.utf8.allSatisfy { $0 &- 48 < 10 }
        let isSize = document.key(child) == "width" || document.key(child) == "height"
        part[document.key(child)] =
          isNumber && isSize ? .number(String(Int(text) ?? 0)) : .string(text)
      }
    }
    return part
  }

  // MARK: Values

  func resolve(_ text: String, at node: XMLTree.NodeID) -> String {
    let address = Address.resolve(text, against: document.base(at: node))
    return HTMLCleaner.isHarmless(Array(address.utf8)) ? address : ""
  }

  func normalized(language: String) -> String {
    String(
      decoding: language.utf8.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: "-") : $0 },
      as: UTF8.self)
  }

  /// A date as written and, if it can be read, as an instant.
  func set(date text: String, _ key: String, of properties: inout Properties) {
    properties[key] = .string(text)
    if let date = FeedDate.read(text) {
      properties[key + "_parsed"] = .string(PressDate(instant: date.start).iso8601)
    } else {
      properties[key + "_parsed"] = .null
    }
  }

  func set(address node: XMLTree.NodeID, _ key: String, of properties: inout Properties) {
    properties[key] = .string(resolve(document.text(of: node), at: node))
  }

  func append(_ value: Properties, to key: String, of properties: inout Properties) {
    var values = properties[key]?.elements ?? []
    guard values.count < 512, key != "tags" || !values.contains(.object(value)) else { return }
    values.append(.object(value))
    properties[key] = .array(values)
  }
}
