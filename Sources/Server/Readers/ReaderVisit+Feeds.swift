import Editions
import Feeds
import Foundation
import Newsroom
import Press
import Storage

extension ReaderVisit {
  /// A feed's title; that of stories is ours.
  func title(of subscription: Subscription) -> String {
    subscription.kind == .stories ? language.deskWording.storiesFeed : subscription.title
  }

  /// Where a feed is read.
  func url(of subscription: Subscription) -> String {
    switch subscription.kind {
    case .source: subscription.key
    case .outlet: base + Address(.outlet(subscription.key), in: language).path
    case .stories: base + Address(.feed(.front, .atom), in: language).path
    }
  }

  /// Subscribes to what an address leads to; a source nobody reads yet is added.
  func subscribe(_ account: Account, to address: String, folder: String? = nil) async throws
    -> Int64
  {
    if let feed = try library.feed(ofSource: address),
      try library.subscribe(account.id, to: feed, folder: folder)
    {
      return feed
    }
    guard let finder = house.finder else { throw ReaderError.forbidden }
    let sources: [Source]
    do {
      sources = try await finder.add(address: address, at: now)
    } catch {
      throw ReaderError.badRequest("\(error)")
    }
    guard let source = sources.first, let feed = try library.feed(ofSource: source.url),
      try library.subscribe(account.id, to: feed, folder: folder)
    else { throw ReaderError.badRequest("\(address): no feed was found there.") }
    return feed
  }

  /// Subscribes to all feeds of an OPML file, in its folders, and takes the rules in it along.
  ///
  /// - Returns: how many feeds there are, how many rules are new, and what could not be taken along.
  func subscribe(_ account: Account, toAllOf opml: [UInt8]) throws -> (
    feeds: Int, rules: Int, left: [String]
  ) {
    let listed: [OPML.Subscription]
    do {
      listed = try OPML.read(opml)
    } catch {
      throw ReaderError.badRequest("\(error)")
    }
    let feeds = try subscribe(account, toAll: listed)
    let taken = try take(MovedRules(listed), to: account)
    return (feeds, taken.count, taken.left)
  }

  private func subscribe(_ account: Account, toAll listed: [OPML.Subscription]) throws -> Int {
    let known = Set(try library.sources().map(\.source.url))
    let missing = listed.filter { !known.contains($0.url) }
    if !missing.isEmpty {
      guard house.finder != nil else { throw ReaderError.forbidden }
      let sources = missing.map { entry in
        Source(
          url: entry.url, kind: .feed, outlet: SourceFinder.host(of: entry.url),
          title: entry.title, category: entry.category.first)
      }
      let outlets = sources.map { Outlet(id: $0.outlet, name: $0.title) }
      _ = try library.add(sources, outlets: outlets, at: now)
    }
    var count = 0
    for entry in listed {
      guard let feed = try library.feed(ofSource: entry.url) else { continue }
      _ = try library.subscribe(account.id, to: feed, folder: entry.category.last)
      if let folder = entry.category.last {
        _ = try library.change(feed, of: account.id, folder: folder)
      }
      count += 1
    }
    return count
  }

  /// What an account reads, as OPML.
  func opml(of account: Account) throws -> [UInt8] {
    OPML.write(
      try library.subscriptions(of: account.id).filter { $0.kind == .source }.map { row in
        OPML.Subscription(
          title: row.title, url: row.key, home: row.home, category: [row.folder.title])
      }, title: "Presseschau")
  }
}

/// The little picture of a feed, for apps: the outlet's own where we have it, else a square in a
/// colour of its own with its first letter, as on our pages. Readers never ask the outlet.
struct ReaderIcon {
  var type: String
  var bytes: [UInt8]

  init(title: String, outlet: Outlet.ID?, in library: Library) throws {
    if let outlet, let own = try library.icon(of: outlet) {
      (type, bytes) = ("image/png", own)
    } else {
      (type, bytes) = ("image/svg+xml", Array(Self.svg(title: title, key: outlet ?? title).utf8))
    }
  }

  init(_ subscription: Subscription, in library: Library) throws {
    try self.init(title: subscription.title, outlet: subscription.outlet, in: library)
  }

  /// `image/png;base64,…` as apps want it.
  var dataText: String { "\(type);base64,\(Data(bytes).base64EncodedString())" }

  private static let inks = [
    "0a5f70", "555a00", "1c57a3", "8a2a83", "6b4a2f", "006459", "3d4f66", "a81c38", "6543a5",
    "7f4a00", "2c6118", "99380b",
  ]

  static func path(of subscription: Subscription) -> String { "/desk/icon/\(subscription.id)" }

  /// - Parameter key: what decides on the colour.
  private static func svg(title: String, key: String) -> String {
    var hash: UInt64 = 1_469_598_103_934_665_603
    for byte in key.utf8 {
      hash = (hash ^ UInt64(byte)) &* 1_099_511_628_211
    }
    let ink = inks[Int(hash % UInt64(inks.count))]
    let letter = title.first { $0.isLetter || $0.isNumber }.map { String($0).uppercased() } ?? ""
    return """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" \
      rx="3" fill="#\(ink)"/><text x="16" y="23" text-anchor="middle" font-family="Georgia,serif" \
      font-size="20" font-weight="700" fill="#fff">\(letter)</text></svg>
      """
  }
}
