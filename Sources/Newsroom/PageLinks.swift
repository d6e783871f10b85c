import Fetching
import Markup
import Press

/// The articles a page leads to: what is followed where an outlet has no feed.
enum PageLinks {
  private static let most = 200
  /// A headline has at least so many words, or so many bytes.
  private static let fewestWords = 4
  private static let fewestBytes = 24

  /// Links of the page's own host whose words could be a headline, in the order of the page.
  static func entries(in html: [UInt8], url: String) -> [Entry] {
    guard let page = WebURL(url), let host = page.host else { return [] }
    let tree = Tree(html: html)
    var entries: [Entry] = []
    var places: [String: Int] = [:]
    for link in tree.elements(.a) where entries.count < most {
      guard let href = tree.attribute(link, "href"), let target = WebURL(href, relativeTo: page),
        target.isWeb, target.host == host, isArticle(target, on: page), !isFurniture(link, tree)
      else { continue }
      let address = target.bare.description
      let title = words(tree.text(below: link))
      if let place = places[address] {
        // The picture's link comes first, the headline's after it.
        if title.utf8.count > entries[place].title.utf8.count { entries[place].title = title }
        continue
      }
      places[address] = entries.count
      entries.append(Entry(id: address, url: address, title: title))
    }
    return entries.filter { entry in
      entry.title.utf8.count >= fewestBytes
        && entry.title.split(separator: " ").count >= fewestWords
    }
  }

  /// Whether an address could be an article's: deeper than the page, or with a long last part.
  private static func isArticle(_ target: WebURL, on page: WebURL) -> Bool {
    let path = target.target.prefix { $0 != "?" && $0 != "#" }
    guard target.target != page.target, path.utf8.count > 8 else { return false }
    let last = path.split(separator: "/").last ?? ""
    let parts = last.split { $0 == "-" || $0 == "_" || $0 == "," }.count
    return parts >= 3 || last.utf8.contains { (0x30...0x39).contains($0) }
  }

  /// Whether a link stands in what surrounds the news on a page.
  private static func isFurniture(_ link: Node, _ tree: Tree) -> Bool {
    tree.ancestors(link).contains { node in
      tree.is(node, .nav) || tree.is(node, .footer) || tree.is(node, .form)
    }
  }

  /// Words with one space between them.
  private static func words(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
