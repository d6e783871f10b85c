import HTTPTypes
import Newsroom
import Press
import Storage

/// Feeds and categories in Miniflux's interface.
enum MinifluxFeeds {
  static let routes: [ReaderRoute] = [
    ReaderRoute(.get, "/v1/feeds", .miniflux) { visit in
      let account = try visit.upToDate()
      return .json(.array(try feeds(account, visit)))
    },
    ReaderRoute(.post, "/v1/feeds", .miniflux, add),
    ReaderRoute(.get, "/v1/feeds/counters", .miniflux, counters),
    ReaderRoute(.put, "/v1/feeds/refresh", .miniflux) { _ in .nothing },
    ReaderRoute(.get, "/v1/feeds/{feed}", .miniflux) { visit in
      let account = try visit.upToDate()
      return .json(Miniflux.feed(try visit.subscription(account), account, visit))
    },
    ReaderRoute(.put, "/v1/feeds/{feed}", .miniflux, change),
    ReaderRoute(.delete, "/v1/feeds/{feed}", .miniflux, remove),
    ReaderRoute(.put, "/v1/feeds/{feed}/refresh", .miniflux) { visit in
      _ = try visit.subscription(try visit.upToDate())
      return .nothing
    },
    ReaderRoute(.put, "/v1/feeds/{feed}/mark-all-as-read", .miniflux) { visit in
      let account = try visit.upToDate()
      let row = try visit.subscription(account)
      _ = try visit.library.readAll(.feed(row.id), of: account.id, until: visit.now, at: visit.now)
      return .nothing
    },
    ReaderRoute(.post, "/v1/discover", .miniflux, discover),
    ReaderRoute(.get, "/v1/categories", .miniflux, categories),
    ReaderRoute(.post, "/v1/categories", .miniflux, addCategory),
    ReaderRoute(.put, "/v1/categories/{category}", .miniflux, renameCategory),
    ReaderRoute(.delete, "/v1/categories/{category}", .miniflux) { visit in
      let account = try visit.upToDate()
      _ = try visit.library.removeFolder(try visit.folder(account).id, of: account.id)
      return .nothing
    },
    ReaderRoute(.get, "/v1/categories/{category}/feeds", .miniflux) { visit in
      let account = try visit.upToDate()
      let folder = try visit.folder(account)
      return .json(.array(try feeds(account, visit) { $0.folder == folder }))
    },
    ReaderRoute(.put, "/v1/categories/{category}/refresh", .miniflux) { visit in
      _ = try visit.folder(try visit.upToDate())
      return .nothing
    },
    ReaderRoute(.put, "/v1/categories/{category}/mark-all-as-read", .miniflux) { visit in
      let account = try visit.upToDate()
      let folder = try visit.folder(account)
      _ = try visit.library.readAll(
        .folder(folder.id), of: account.id, until: visit.now, at: visit.now)
      return .nothing
    },
  ]

  private static func feeds(
    _ account: Account, _ visit: ReaderVisit, where isWanted: (Subscription) -> Bool = { _ in true }
  ) throws -> [ReaderJSON] {
    try visit.library.subscriptions(of: account.id).filter(isWanted).map {
      Miniflux.feed($0, account, visit)
    }
  }

  private struct FeedWish: Decodable {
    var address: String?
    var title: String?
    var category: Int64?

    enum CodingKeys: String, CodingKey {
      case address = "feed_url"
      case title
      case category = "category_id"
    }
  }

  private static func folderTitle(_ id: Int64?, _ account: Account, _ library: Library) throws
    -> String?
  {
    guard let id, id > 0 else { return nil }
    guard let folder = try library.folders(of: account.id).first(where: { $0.id == id }) else {
      throw ReaderError.badRequest("This category does not exist or does not belong to this user.")
    }
    return folder.title
  }

  private static func add(_ visit: ReaderVisit) async throws -> ReaderAnswer {
    let account = try visit.upToDate()
    let wish = try visit.json(FeedWish.self)
    guard let address = wish.address, !address.isEmpty else {
      throw ReaderError.badRequest("The feed URL is missing.")
    }
    let folder = try folderTitle(wish.category, account, visit.library)
    let feed = try await visit.subscribe(account, to: address, folder: folder)
    return .json(["feed_id": .int(feed)], status: .created)
  }

  private static func change(_ visit: ReaderVisit) throws -> ReaderAnswer {
    let account = try visit.upToDate()
    let row = try visit.subscription(account)
    let wish = try visit.json(FeedWish.self)
    _ = try visit.library.change(
      row.id, of: account.id, title: wish.title,
      folder: try folderTitle(wish.category, account, visit.library))
    return .json(Miniflux.feed(try visit.subscription(account), account, visit), status: .created)
  }

  private static func remove(_ visit: ReaderVisit) throws -> ReaderAnswer {
    let account = try visit.upToDate()
    _ = try visit.library.unsubscribe(account.id, from: try visit.subscription(account).id)
    return .nothing
  }

  private static func counters(_ visit: ReaderVisit) throws -> ReaderAnswer {
    let account = try visit.upToDate()
    func object(_ counts: [Int64: Int]) -> ReaderJSON {
      .object(
        counts.filter { $0.value > 0 }.sorted { $0.key < $1.key }
          .map { (String($0.key), .int($0.value)) })
    }
    return .json([
      "reads": object(try visit.library.readCounts(of: account.id)),
      "unreads": object(try visit.library.unreadCounts(of: account.id)),
    ])
  }

  private struct DiscoverWish: Decodable {
    var url: String
  }

  /// Finds the feeds an address leads to. What is found is also kept as a source.
  private static func discover(_ visit: ReaderVisit) async throws -> ReaderAnswer {
    let wish = try visit.json(DiscoverWish.self)
    guard let finder = visit.house.finder else { throw ReaderError.forbidden }
    do {
      let found = try await finder.add(address: wish.url, at: visit.now)
      return .json(
        .array(
          found.map { ["url": .string($0.url), "title": .string($0.title), "type": "rss"] }))
    } catch {
      throw ReaderError.badRequest("\(error)")
    }
  }

  // MARK: Categories

  private static func categories(_ visit: ReaderVisit) throws -> ReaderAnswer {
    let account = try visit.upToDate()
    let isCounted = visit.query["counts"] == "true"
    let subscriptions = isCounted ? try visit.library.subscriptions(of: account.id) : []
    return .json(
      .array(
        try visit.library.folders(of: account.id).map { folder in
          guard isCounted, case .object(let members) = Miniflux.category(folder, account) else {
            return Miniflux.category(folder, account)
          }
          let feeds = subscriptions.filter { $0.folder == folder }
          return .object(
            members + [
              ("feed_count", .int(feeds.count)),
              ("total_unread", .int(feeds.reduce(0) { $0 + $1.unreadCount })),
            ])
        }))
  }

  private struct CategoryWish: Decodable {
    var title: String
  }

  private static func addCategory(_ visit: ReaderVisit) throws -> ReaderAnswer {
    let account = try visit.upToDate()
    let title = try title(visit)
    if try visit.library.folders(of: account.id).contains(where: { $0.title == title }) {
      throw ReaderError.badRequest("This category already exists.")
    }
    let folder = try visit.library.folder(title, of: account.id)
    return .json(Miniflux.category(folder, account), status: .created)
  }

  private static func renameCategory(_ visit: ReaderVisit) throws -> ReaderAnswer {
    let account = try visit.upToDate()
    let title = try title(visit)
    let folder = try visit.folder(account)
    _ = try visit.library.renameFolder(folder.id, of: account.id, to: title)
    let renamed = Folder(id: folder.id, title: title)
    return .json(Miniflux.category(renamed, account), status: .created)
  }

  private static func title(_ visit: ReaderVisit) throws -> String {
    let title = try visit.json(CategoryWish.self).title.trimmed
    guard !title.isEmpty, title.utf8.count <= 200 else {
      throw ReaderError.badRequest("The title is empty or too long.")
    }
    return title
  }
}
