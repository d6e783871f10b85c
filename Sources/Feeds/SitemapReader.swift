import Markup
package import Press

/// Reads sitemaps (sitemaps.org), with the news and image extensions.
package enum SitemapReader {
  /// What a sitemap holds.
  package enum Sitemap: Sendable, Hashable {
    /// Addresses of further sitemaps.
    case index([String])
    /// Pages; title and date come from `news:news`, else the title is empty.
    case urls([Entry])
  }

  /// The protocol allows no more addresses in one file.
  package static let limit = 50_000

  /// Reads a sitemap, a sitemap index, or a plain list of addresses.
  package static func read(_ bytes: [UInt8]) throws(FeedError) -> Sitemap {
    let tree = XMLReader.tree(of: bytes)
    guard let root = tree.root else { return try list(tree.bytes) }
    let roots = tree.elements(of: 0).prefix(4).map { tree.name(of: $0)?.local.lowercased() ?? "" }
    if let place = roots.firstIndex(of: "sitemapindex") {
      return .index(locations(in: Array(tree.elements(of: 0).prefix(4))[place], of: tree))
    }
    guard let place = roots.firstIndex(of: "urlset") else {
      throw .notAFeed("no sitemap: its root element is <\(tree.name(of: root)?.local ?? "")>")
    }
    var entries: [Entry] = []
    for page in tree.elements(of: Array(tree.elements(of: 0).prefix(4))[place]) {
      guard entries.count < limit else { break }
      if let entry = entry(page, of: tree) { entries.append(entry) }
    }
    return .urls(entries)
  }

  private static func locations(in root: XMLTree.NodeID, of tree: XMLTree) -> [String] {
    var addresses: [String] = []
    for sitemap in tree.elements(of: root) where addresses.count < limit {
      for child in tree.elements(of: sitemap) where local(child, tree) == "loc" {
        let address = Address.resolve(tree.text(of: child), against: nil)
        if Address.isWeb(address) { addresses.append(address) }
      }
    }
    return addresses
  }

  private static func entry(_ page: XMLTree.NodeID, of tree: XMLTree) -> Entry? {
    var entry = Entry(id: "", title: "")
    for child in tree.elements(of: page) {
      switch local(child, tree) {
      case "loc":
        let address = Address.resolve(tree.text(of: child), against: nil)
        guard Address.isWeb(address) else { return nil }
        entry.url = address
        entry.id = address
      case "lastmod": entry.updated = FeedDate.read(tree.text(of: child))
      case "news": readNews(child, of: tree, into: &entry)
      case "image":
        for part in tree.elements(of: child) where local(part, tree) == "loc" {
          let address = Address.resolve(tree.text(of: part), against: entry.url)
          if Address.isWeb(address), entry.enclosures.count < 16 {
            entry.enclosures.append(Entry.Enclosure(url: address, type: "image/*"))
          }
        }
      default: break
      }
    }
    return entry.url == nil ? nil : entry
  }

  private static func readNews(
    _ news: XMLTree.NodeID, of tree: XMLTree, into entry: inout Entry
  ) {
    for part in tree.elements(of: news) {
      switch local(part, tree) {
      case "title": entry.title = PlainText.ofHTML(Array(tree.text(of: part).utf8))
      case "publication_date": entry.published = FeedDate.read(tree.text(of: part))
      case "keywords", "genres":
        for word in tree.text(of: part).split(separator: ",") where entry.categories.count < 64 {
          let category = PlainText.ofHTML(Array(word.utf8))
          if !category.isEmpty { entry.categories.append(category) }
        }
      case "publication":
        for child in tree.elements(of: part) where local(child, tree) == "language" {
          entry.language = Language(tag: PlainText.ofText(Array(tree.text(of: child).utf8)))
        }
      default: break
      }
    }
  }

  private static func local(_ node: XMLTree.NodeID, _ tree: XMLTree) -> String {
    tree.name(of: node)?.local.lowercased() ?? ""
  }

  /// A text file with one address a line.
  private static func list(_ bytes: [UInt8]) throws(FeedError) -> Sitemap {
    var entries: [Entry] = []
    for line in bytes.split(whereSeparator: { $0 == 10 || $0 == 13 }).prefix(limit) {
      let address = String(decoding: Address.cleaned(line), as: UTF8.self)
      if Address.isWeb(address) { entries.append(Entry(id: address, url: address, title: "")) }
    }
    guard !entries.isEmpty else { throw .notAFeed("no sitemap: it holds no address") }
    return .urls(entries)
  }
}
