import Markup

extension FeedDocument {
  /// The format's short name, as feed readers use it.
  static func version(
    of tree: XMLTree, root: XMLTree.NodeID, family: Family
  ) -> String {
    let namespaces = Set(tree.namespaces.map { $0.address.lowercased() })
    let stated = tree.attribute("version", of: root)
    switch family {
    case .cdf: return "cdf"
    case .rdf:
      if namespaces.contains("http://purl.org/rss/1.0/") { return "rss10" }
      if namespaces.contains("http://purl.org/net/rss1.1#") { return "rss11" }
      if namespaces.contains("http://my.netscape.com/rdf/simple/0.9/")
        || namespaces.contains("http://channel.netscape.com/rdf/simple/0.9/")
      {
        return "rss090"
      }
      return "rss10"
    case .atom:
      if namespaces.contains("http://www.w3.org/2005/atom") { return "atom10" }
      if namespaces.contains("http://purl.org/atom/ns#") { return "atom03" }
      switch stated {
      case "0.1": return "atom01"
      case "0.2": return "atom02"
      case "0.3": return "atom03"
      case "1.0": return "atom10"
      default: return "atom"
      }
    case .rss:
      switch stated {
      case "0.90": return "rss090"
      case "0.91": return tree.publicID?.contains("Netscape") == true ? "rss091n" : "rss091u"
      case "0.92": return "rss092"
      case "0.93": return "rss093"
      case "0.94": return "rss094"
      case "1.0": return "rss10"
      case let value?: return value.hasPrefix("2") ? "rss20" : "rss"
      case nil: return "rss"
      }
    }
  }
}
