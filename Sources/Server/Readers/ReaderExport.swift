import Storage

/// Everything that is kept of a person, as JSON.
struct ReaderExport {
  let visit: ReaderVisit

  private static let most = 100_000

  func json() throws -> ReaderJSON {
    let account = try visit.upToDate()
    let library = visit.library
    var starred = ItemQuery(.starred)
    starred.limit = Self.most
    var history = ItemQuery(.history)
    history.limit = Self.most
    var unread = ItemQuery(.everything, isRead: false)
    unread.limit = Self.most
    return [
      "format": "presseschau-reader", "version": 1, "name": .string(account.name),
      "exportedAt": Miniflux.time(visit.now), "createdAt": Miniflux.time(account.createdAt),
      "copiesTogether": .bool(account.copiesTogether), "hasStories": .bool(account.hasStories),
      "joinsSources": .bool(account.joinsSources),
      "subscriptions": .array(try library.subscriptions(of: account.id).map(subscription)),
      "rules": .array(try library.rules(of: account.id).map(rule)),
      "searches": .array(
        try library.savedSearches(of: account.id).map {
          ["title": .string($0.title), "query": .string($0.query)]
        }),
      "followed": .array(
        try library.followedStories(of: account.id).map { .string($0) }),
      "starred": try items(starred, account), "read": try items(history, account),
      "unread": try items(unread, account),
      "devices": .array(
        try library.devices(of: account.id).map {
          [
            "name": .string($0.name), "createdAt": Miniflux.time($0.createdAt),
            "usedAt": $0.usedAt.map(Miniflux.time) ?? .null,
          ]
        }),
      "browsers": .array(
        try library.sessions(of: account.id).map {
          ["agent": .string($0.agent), "usedAt": Miniflux.time($0.usedAt)]
        }),
    ]
  }

  private func subscription(_ row: Subscription) -> ReaderJSON {
    [
      "feed": .int(row.id), "title": .string(visit.title(of: row)), "address": .string(row.key),
      "folder": .string(row.folder.title),
    ]
  }

  private func rule(_ rule: ReadingRule) -> ReaderJSON {
    [
      "field": .string(rule.field.rawValue), "pattern": .string(rule.pattern),
      "action": .string(rule.action.rawValue), "feed": rule.feed.map { .int($0) } ?? .null,
    ]
  }

  private func items(_ query: ItemQuery, _ account: Account) throws -> ReaderJSON {
    let refs = try visit.library.items(query, of: account.id)
    return .array(
      try visit.library.headings(refs.map(\.id), of: account.id).map { heading in
        [
          "item": .int(heading.id), "headline": .string(heading.headline),
          "url": .text(heading.url), "publishedAt": Miniflux.time(heading.publishedAt),
          "readAt": heading.readAt.map(Miniflux.time) ?? .null,
          "starredAt": heading.starredAt.map(Miniflux.time) ?? .null,
          "position": heading.position.map { .int($0) } ?? .null,
        ]
      })
  }
}
