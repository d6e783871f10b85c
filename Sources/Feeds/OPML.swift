import Markup

/// Lists of subscriptions (OPML 1.0 and 2.0).
package enum OPML {
  /// A feed in a list.
  package struct Subscription: Sendable, Hashable {
    package var title: String
    /// Address of the feed.
    package var url: String
    /// Address of the page, if given.
    package var home: String?
    /// Folders from the outside in.
    package var category: [String]
    /// Searches whose entries FreshRSS marks as read when they come.
    package var readBySearch: [String]

    package init(
      title: String, url: String, home: String? = nil, category: [String] = [],
      readBySearch: [String] = []
    ) {
      self.readBySearch = readBySearch
      self.title = title
      self.url = url
      self.home = home
      self.category = category
    }
  }

  /// More than this many feeds are not taken from one list.
  package static let limit = 10_000

  /// Reads a list; outlines without an address are folders.
  package static func read(_ bytes: [UInt8]) throws(FeedError) -> [Subscription] {
    let tree = XMLReader.tree(of: bytes)
    guard tree.names.contains(where: { $0.local.lowercased() == "outline" || $0.local == "opml" })
    else { throw .notAFeed("no list of feeds (OPML): it holds no outline") }
    var subscriptions: [Subscription] = []
    var seen: Set<String> = []
    var open: [(node: XMLTree.NodeID, category: [String])] = [(0, [])]
    while let (node, category) = open.popLast(), subscriptions.count < limit {
      var inner = category
      if tree.name(of: node)?.local.lowercased() == "outline" {
        let values = attributes(of: node, in: tree)
        let title = PlainText.ofHTML(Array((values["title"] ?? values["text"] ?? "").utf8))
        if let url = values["xmlurl"].map({ Address.resolve($0, against: nil) }), !url.isEmpty {
          if Address.isWeb(url), seen.insert(url).inserted {
            subscriptions.append(
              Subscription(
                title: title.isEmpty ? url : title, url: url, home: values["htmlurl"],
                category: category.isEmpty ? folders(values["category"]) : category,
                readBySearch: (values["filtersactionread"] ?? "").split(
                  whereSeparator: \.isNewline
                ).map(String.init)))
          }
        } else if !title.isEmpty, category.count < 16 {
          inner.append(title)
        }
      }
      open += tree.elements(of: node).map { ($0, inner) }.reversed()
    }
    return subscriptions
  }

  /// The `category` attribute: `/News/World,/Press`; the first path counts.
  private static func folders(_ text: String?) -> [String] {
    guard let first = text?.split(separator: ",").first else { return [] }
    return first.split(separator: "/").map { PlainText.ofText(Array($0.utf8)) }
  }

  private static func attributes(of node: XMLTree.NodeID, in tree: XMLTree) -> [String: String] {
    var values: [String: String] = [:]
    for attribute in tree.attributes(of: node) {
      values[tree.names[Int(attribute.name)].local.lowercased()] = tree.value(of: attribute)
    }
    return values
  }

  /// Writes a list; folders stand where their first feed does.
  package static func write(
    _ subscriptions: [Subscription], title: String = "Presseschau"
  ) -> [UInt8] {
    var out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\">\n<head><title>"
    out += escaped(title) + "</title></head>\n<body>\n"
    var open: [String] = []
    for subscription in grouped(subscriptions) {
      let shared = zip(open, subscription.category).prefix { $0 == $1 }.count
      while open.count > shared {
        open.removeLast()
        out += "</outline>\n"
      }
      for folder in subscription.category[shared...] {
        out += "<outline text=\"\(escaped(folder))\" title=\"\(escaped(folder))\">\n"
        open.append(folder)
      }
      let name = escaped(subscription.title)
      out += "<outline type=\"rss\" text=\"\(name)\" title=\"\(name)\""
      out += " xmlUrl=\"\(escaped(subscription.url))\""
      if let home = subscription.home { out += " htmlUrl=\"\(escaped(home))\"" }
      out += "/>\n"
    }
    out += String(repeating: "</outline>\n", count: open.count) + "</body>\n</opml>\n"
    return Array(out.utf8)
  }

  /// Feeds of the same folder next to each other, otherwise in their order.
  private static func grouped(_ subscriptions: [Subscription]) -> [Subscription] {
    var order: [[String]: Int] = [:]
    for subscription in subscriptions {
      for length in 0...subscription.category.count {
        let path = Array(subscription.category.prefix(length))
        if order[path] == nil { order[path] = order.count }
      }
    }
    func key(_ subscription: Subscription) -> [Int] {
      (0...subscription.category.count).map { order[Array(subscription.category.prefix($0))] ?? 0 }
    }
    return subscriptions.enumerated().sorted { left, right in
      let (a, b) = (key(left.element), key(right.element))
      return a == b ? left.offset < right.offset : a.lexicographicallyPrecedes(b)
    }.map(\.element)
  }

  private static func escaped(_ text: String) -> String {
    var out: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): out += "&amp;".utf8
      case UInt8(ascii: "<"): out += "&lt;".utf8
      case UInt8(ascii: ">"): out += "&gt;".utf8
      case UInt8(ascii: "\""): out += "&quot;".utf8
      case 0..<32: out.append(32)
      default: out.append(byte)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
