import Feeds

/// A list of sources to begin with; the lists lie in `Packs/`, one file each.
package struct SourcePack: Sendable {
  package let name: String
  package let title: String
  let subscriptions: [OPML.Subscription]

  package var count: Int { subscriptions.count }

  /// All packs in their order.
  package static let all: [SourcePack] = EmbeddedFile.all.compactMap { file in
    file.path.hasSuffix(".txt") ? SourcePack(path: file.path, text: file.text.description) : nil
  }

  private init?(path: String, text: String) {
    guard let dash = path.firstIndex(of: "-") else { return nil }
    name = String(path[path.index(after: dash)...].dropLast(4))
    var title = name
    var subscriptions: [OPML.Subscription] = []
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      if line.hasPrefix("title: ") {
        title = String(line.dropFirst(7))
      } else if let tab = line.firstIndex(of: "\t") {
        subscriptions.append(
          OPML.Subscription(
            title: String(line[..<tab]), url: String(line[line.index(after: tab)...])))
      }
    }
    self.title = title
    self.subscriptions = subscriptions.map { subscription in
      var subscription = subscription
      subscription.category = [title]
      return subscription
    }
  }
}
