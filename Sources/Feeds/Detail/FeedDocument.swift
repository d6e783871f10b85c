import Markup

/// An XML feed with every detail it holds: the tree, what its elements say, and its entries.
///
/// `Feed` and the case results are drawn from it.
struct FeedDocument: Sendable {
  enum Family: Sendable { case rss, rdf, atom, cdf }

  let tree: XMLTree
  /// `prefix_local` for every name of the tree.
  let keys: [String]
  /// The local part of every name in lower case.
  let locals: [String]
  /// What an element of that name says.
  let fields: [FeedField]
  let family: Family
  let version: String
  let root: XMLTree.NodeID
  /// The element that describes the feed.
  let channel: XMLTree.NodeID
  let entries: [XMLTree.NodeID]
  /// The address the document came from.
  let url: String?
  /// Whether any element has an `xml:base` or `xml:lang`.
  let hasBases: Bool
  let hasLanguages: Bool

  init(_ tree: XMLTree, url: String?) throws(FeedError) {
    self.tree = tree
    self.url = url
    keys = tree.names.map(FeedVocabulary.key)
    locals = tree.names.map { $0.local.lowercased() }
    fields = keys.map(FeedVocabulary.field)
    let xmlNames = tree.names.filter {
      $0.namespace == "http://www.w3.org/XML/1998/namespace" || $0.prefix == "xml"
    }
    hasBases = xmlNames.contains { $0.local == "base" }
    hasLanguages = xmlNames.contains { $0.local == "lang" }
    guard let root = Self.root(of: tree, fields: fields) else {
      throw .notAFeed(Self.whatItIs(tree, keys: keys))
    }
    self.root = root
    let rootField = fields[Int(tree[root].name)]
    family = Self.family(of: tree, keys: keys, root: root, rootField: rootField)
    var channel = root
    if rootField != .channel, rootField != .feed {
      for child in tree.elements(of: root) where fields[Int(tree[child].name)] == .channel {
        channel = child
        break
      }
    }
    self.channel = channel
    entries = Self.entries(of: tree, fields: fields)
    version = Self.version(of: tree, root: root, family: family)
  }

  private static func family(
    of tree: XMLTree, keys: [String], root: XMLTree.NodeID, rootField: FeedField
  ) -> Family {
    switch rootField {
    case .feed, .entry: return .atom
    case .rdf: return .rdf
    case .channel:
      let isCDF = ([root] + tree.elements(of: root)).contains { node in
        tree.attributes(of: node).contains {
          keys[Int($0.name)] == "href" || keys[Int($0.name)] == "lastmod"
        }
      }
      return isCDF ? .cdf : .rss
    default: return .rss
    }
  }

  /// The element that makes it a feed; junk around it is passed over.
  private static func root(of tree: XMLTree, fields: [FeedField]) -> XMLTree.NodeID? {
    var fallback: XMLTree.NodeID?
    for (index, node) in tree.nodes.enumerated() where node.kind == .element {
      switch fields[Int(node.name)] {
      case .rss, .rdf, .feed: return XMLTree.NodeID(index)
      case .channel where fallback == nil: fallback = XMLTree.NodeID(index)
      case .entry where fallback == nil && node.parent == 0: fallback = XMLTree.NodeID(index)
      case .html where node.parent == 0: return nil
      default: break
      }
      // A feed's root stands near the beginning.
      if index > 2_000 { break }
    }
    return fallback
  }

  /// Names the thing that is no feed.
  private static func whatItIs(_ tree: XMLTree, keys: [String]) -> String {
    guard let root = tree.root else {
      return tree.bytes.isEmpty ? "empty" : "text without any element"
    }
    switch keys[Int(tree[root].name)] {
    case "html", "xhtml_html", "head", "body", "div", "p", "script", "meta": return "a web page"
    case "opml": return "a list of feeds (OPML)"
    case "urlset", "sitemapindex": return "a sitemap"
    case let name: return "XML with the root element <\(name)>"
    }
  }

  /// More entries than this are not read from one feed.
  static let entryLimit = 20_000

  /// All entries in order, also those that a missing end tag put inside another.
  private static func entries(of tree: XMLTree, fields: [FeedField]) -> [XMLTree.NodeID] {
    var entries: [XMLTree.NodeID] = []
    for (index, node) in tree.nodes.enumerated()
    where node.kind == .element && fields[Int(node.name)] == .entry {
      guard entries.count < entryLimit else { break }
      if mayHoldEntries(node.parent, of: tree, fields: fields) {
        entries.append(XMLTree.NodeID(index))
      }
    }
    return entries
  }

  /// Whether an element is one of the frame of a feed, and no text that quotes another feed.
  private static func mayHoldEntries(
    _ node: XMLTree.NodeID, of tree: XMLTree, fields: [FeedField]
  ) -> Bool {
    var at = node
    var unknown = 0
    while at > 0 {
      switch fields[Int(tree[at].name)] {
      case .entry, .channel, .rss, .rdf, .feed, .cdf, .items: break
      case .unknown, .html: unknown += 1
      default: return false
      }
      at = tree[at].parent
    }
    return unknown <= 4
  }

  func field(_ node: XMLTree.NodeID) -> FeedField { fields[Int(tree[node].name)] }
  func key(_ node: XMLTree.NodeID) -> String { keys[Int(tree[node].name)] }
}

extension XMLTree {
  func attributes(of node: Node) -> ArraySlice<Attribute> {
    attributes[Int(node.firstAttribute)..<Int(node.firstAttribute + node.attributeCount)]
  }
}
