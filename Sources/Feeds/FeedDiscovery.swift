import Markup

/// Finds the feeds of a page.
package enum FeedDiscovery {
  /// A feed a page names, or an address where one may be.
  package struct Candidate: Sendable, Hashable {
    package var url: String
    package var title: String?
    /// Whether the page names it; otherwise it is a usual address worth a try.
    package var isNamed: Bool

    package init(url: String, title: String? = nil, isNamed: Bool) {
      self.url = url
      self.title = title
      self.isNamed = isNamed
    }
  }

  /// The feeds a page names, best first, then usual addresses on its host.
  ///
  /// Named are `link rel="alternate"` with a feed's type, and links whose address looks like a
  /// feed's; feeds of comments come after the others.
  package static func feeds(inPage html: [UInt8], url: String) -> [Candidate] {
    let tree = Tree(html: html)
    var base = url
    if let element = tree.first(.base), let href = tree.attribute(element, "href") {
      base = Address.resolve(href, against: url)
    }
    var found: [Candidate] = []
    func add(_ href: String, _ title: String?, isNamed: Bool) {
      let address = Address.resolve(href, against: base)
      guard Address.isWeb(address), found.count < 64, !found.contains(where: { $0.url == address })
      else { return }
      let plain = title.map { PlainText.ofText(Array($0.utf8)) }
      found.append(Candidate(url: address, title: plain == "" ? nil : plain, isNamed: isNamed))
    }
    for link in tree.elements(.link) {
      let rel = (tree.attribute(link, "rel") ?? "").lowercased().split(separator: " ")
      guard rel.contains("alternate") || rel.contains("feed"), !rel.contains("stylesheet"),
        let href = tree.attribute(link, "href"), !href.isEmpty
      else { continue }
      let type = (tree.attribute(link, "type") ?? "").lowercased()
      if rel.contains("feed") || isFeed(type) {
        add(href, tree.attribute(link, "title"), isNamed: true)
      }
    }
    for link in tree.elements(.a) where found.count < 16 {
      guard let href = tree.attribute(link, "href"), looksLikeFeed(href) else { continue }
      add(href, tree.text(below: link), isNamed: true)
    }
    let comments = found.filter(isOfComments)
    found = found.filter { !isOfComments($0) } + comments
    for path in usualPaths { add(path, nil, isNamed: false) }
    return found
  }

  private static func isFeed(_ type: String) -> Bool {
    type.hasPrefix("application/rss+xml") || type.hasPrefix("application/atom+xml")
      || type.hasPrefix("application/feed+json") || type.hasPrefix("application/rdf+xml")
      || type.hasPrefix("text/xml") || type.hasPrefix("application/xml")
      || type.hasPrefix("text/rss+xml") || type.hasPrefix("application/x.atom+xml")
  }

  /// Whether an address ends the way feeds do.
  private static func looksLikeFeed(_ href: String) -> Bool {
    let path = href.lowercased().prefix { $0 != "#" && $0 != "?" }
    return endings.contains { path.hasSuffix($0) } && !path.hasPrefix("javascript:")
  }

  private static func isOfComments(_ candidate: Candidate) -> Bool {
    let words = (candidate.url + " " + (candidate.title ?? "")).lowercased()
    return words.contains("comments") || words.contains("kommentar")
  }

  private static let endings = [
    "/feed", "/feed/", "/rss", "/rss/", ".rss", ".atom", "/atom", "/atom/", "rss.xml", "feed.xml",
    "atom.xml", "/rss2", ".rdf", "feed.json", "index.rss",
  ]

  private static let usualPaths = [
    "/feed", "/rss", "/rss.xml", "/atom.xml", "/feed.xml", "/index.xml", "/feed/", "/rss/",
    "/feed.json", "/index.rss", "/feeds/posts/default", "/?feed=rss2",
  ]
}
