import Markup
import Press

/// Draws the plain `Feed` from a document.
struct FeedDrawing {
  let document: FeedDocument

  func feed() -> Feed {
    var feed = Feed(version: document.version, encoding: document.tree.encoding)
    feed.problems = document.tree.problems.map { "\($0.message) at byte \($0.offset)" }
    if document.entries.count == FeedDocument.entryLimit {
      feed.problems.append("only the first \(FeedDocument.entryLimit) entries were read")
    }
    readChannel(document.channel, into: &feed)
    if document.channel != document.root {
      readLoose(into: &feed)
    }
    if feed.language == nil {
      feed.language = document.language(at: document.channel).flatMap(Language.init(tag:))
    }
    let base = document.url ?? feed.home
    feed.entries.reserveCapacity(document.entries.count)
    for entry in document.entries {
      var drawing = EntryDrawing(document: document, fallbackBase: base)
      if let entry = drawing.entry(entry) { feed.entries.append(entry) }
    }
    return feed
  }

  /// RSS 1.0 puts the image beside the channel; a damaged feed its title.
  private func readLoose(into feed: inout Feed) {
    for node in document.tree.elements(of: document.root) {
      switch document.field(node) {
      case .image where feed.icon == nil: feed.icon = image(node)
      case .title where feed.title.isEmpty: feed.title = EntryDrawing.title(node, in: document)
      default: break
      }
    }
  }

  private func readChannel(_ channel: XMLTree.NodeID, into feed: inout Feed) {
    var logo: String?
    for node in document.tree.elements(of: channel) {
      switch document.field(node) {
      case .title, .dcTitle:
        if feed.title.isEmpty || document.field(node) == .title {
          let title = EntryDrawing.title(node, in: document)
          if !title.isEmpty, feed.title.isEmpty { feed.title = title }
        }
      case .description, .subtitle, .itunesSummary, .info:
        if feed.subtitle == nil {
          let text = EntryDrawing.plain(document.textConstruct(node, isHTML: true))
          if !text.isEmpty { feed.subtitle = text }
        }
      case .link: readLink(node, into: &feed)
      case .language where feed.language == nil:
        feed.language = Language(tag: document.text(of: node))
      case .image where feed.icon == nil: feed.icon = image(node)
      case .itunesImage where logo == nil:
        logo = address(document.attribute("href", of: node), at: node)
      case .icon where feed.icon == nil, .logo where feed.icon == nil:
        feed.icon = address(document.text(of: node), at: node)
      case .rights where feed.rights == nil:
        feed.rights = EntryDrawing.plain(document.textConstruct(node, isHTML: false))
      case .ttl: feed.ttl = Int(document.text(of: node)).map { Swift.min(Swift.max($0, 0), 44_640) }
      case .updated: feed.updated = FeedDate.read(document.text(of: node)) ?? feed.updated
      case .published, .dcDate:
        feed.updated = feed.updated ?? FeedDate.read(document.text(of: node))
      default: break
      }
    }
    if feed.icon == nil { feed.icon = logo }
  }

  private func readLink(_ node: XMLTree.NodeID, into feed: inout Feed) {
    guard let href = document.attribute("href", of: node) else {
      let text = document.text(of: node)
      if feed.home == nil, !text.isEmpty { feed.home = address(text, at: node) }
      return
    }
    let url = address(href, at: node)
    switch document.attribute("rel", of: node)?.lowercased() ?? "alternate" {
    case "alternate": if feed.home == nil { feed.home = url }
    case "hub": feed.hub = feed.hub ?? url
    case "self": feed.selfURL = feed.selfURL ?? url
    case "next": feed.nextURL = feed.nextURL ?? url
    default: break
    }
  }

  private func image(_ node: XMLTree.NodeID) -> String? {
    for child in document.tree.elements(of: node) where document.field(child) == .url {
      return address(document.text(of: child), at: node)
    }
    return nil
  }

  /// A web address made absolute; nil for other schemes and empty texts.
  private func address(_ text: String?, at node: XMLTree.NodeID) -> String? {
    guard let text, !text.isEmpty else { return nil }
    let address = Address.resolve(text, against: document.base(at: node))
    return Address.isWeb(address) ? address : nil
  }
}
