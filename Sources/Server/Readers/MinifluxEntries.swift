import HTTPTypes
import Hypertext
import Press
import Storage

/// Entries in Miniflux's interface.
enum MinifluxEntries {
  static let routes: [ReaderRoute] = [
    ReaderRoute(.get, "/v1/entries", .miniflux) { try list($0, .everything) },
    ReaderRoute(.get, "/v1/feeds/{feed}/entries", .miniflux) { visit in
      try list(visit, .feed(try visit.subscription(try visit.upToDate()).id))
    },
    ReaderRoute(.get, "/v1/categories/{category}/entries", .miniflux) { visit in
      try list(visit, .folder(try visit.folder(try visit.upToDate()).id))
    },
    ReaderRoute(.put, "/v1/entries", .miniflux, update),
    ReaderRoute(.get, "/v1/entries/{entry}", .miniflux) { .json(try one($0)) },
    ReaderRoute(.put, "/v1/entries/{entry}", .miniflux) { .json(try one($0), status: .created) },
    ReaderRoute(.get, "/v1/feeds/{feed}/entries/{entry}", .miniflux) { visit in
      let account = try visit.upToDate()
      let feed = try visit.subscription(account).id
      return .json(try one(visit) { $0.heading.feed == feed })
    },
    ReaderRoute(.get, "/v1/categories/{category}/entries/{entry}", .miniflux) { visit in
      let folder = try visit.folder(try visit.upToDate()).id
      return .json(try one(visit) { $0.folderID == folder })
    },
    ReaderRoute(.put, "/v1/entries/{entry}/bookmark", .miniflux, toggleStar),
    ReaderRoute(.put, "/v1/entries/{entry}/star", .miniflux, toggleStar),
    ReaderRoute(.get, "/v1/entries/{entry}/fetch-content", .miniflux, fetchContent),
    ReaderRoute(.post, "/v1/entries/{entry}/save", .miniflux) { visit in
      let entry = try found(visit)
      do {
        try await visit.keepLater(entry.heading, try visit.owner())
      } catch is BookmarkSender.Problem {
        throw ReaderError.badRequest("The service did not take it.")
      }
      return ReaderAnswer(status: .accepted, contentType: "")
    },
    ReaderRoute(.post, "/v1/feeds/{feed}/entries/import", .miniflux) { visit in
      _ = try visit.subscription(try visit.upToDate())
      throw ReaderError.badRequest("Entries come from their feed only.")
    },
    ReaderRoute(.put, "/v1/flush-history", .miniflux) { _ in .nothing },
    ReaderRoute(.delete, "/v1/flush-history", .miniflux) { _ in .nothing },
    ReaderRoute(.get, "/v1/enclosures/{enclosure}", .miniflux, enclosure),
    ReaderRoute(.put, "/v1/enclosures/{enclosure}", .miniflux, setProgression),
  ]

  private static func list(_ visit: ReaderVisit, _ stream: ItemQuery.Stream) throws -> ReaderAnswer
  {
    let account = try visit.upToDate()
    let query = try query(visit, stream, account)
    guard let query else { return .json(["total": 0, "entries": []]) }
    let refs = try visit.library.items(query, of: account.id)
    let entries = try ReaderEntries(visit: visit, account: account)
      .entries(visit.library.headings(refs.map(\.id), of: account.id))
    let feeds = try feedObjects(account, visit)
    return .json([
      "total": .int(try visit.library.count(query, of: account.id)),
      "entries": .array(entries.map { entry($0, account, feeds) }),
    ])
  }

  /// What a request asks for; nil where nothing can be found.
  private static func query(
    _ visit: ReaderVisit, _ stream: ItemQuery.Stream, _ account: Account
  ) throws -> ItemQuery? {
    let asked = visit.query
    var query = ItemQuery(stream)
    if let category = asked.number("category_id"), category > 0, stream == .everything {
      query.stream = .folder(category)
    }
    if let feed = asked.number("feed_id"), feed > 0 { query.stream = .feed(feed) }
    let status = Set(asked.all("status").flatMap { $0.split(separator: ",").map(String.init) })
    if status == ["unread"] { query.isRead = false }
    if status == ["read"] { query.isRead = true }
    if status == ["removed"] { return nil }
    if let starred = asked["starred"] {
      query.isStarred = ["1", "true", "yes", "on"].contains(starred.lowercased())
    }
    switch asked["order"] {
    case "published_at": query.order = .publication
    case "id": query.order = .id
    default: query.order = .arrival
    }
    query.isAscending = asked["direction"] != "desc"
    query.limit = Int(min(max(asked.number("limit") ?? 100, 0), 1_000))
    query.offset = Int(min(max(asked.number("offset") ?? 0, 0), 10_000_000))
    query.idsAfter = asked.number("after_entry_id")
    query.idsBefore = asked.number("before_entry_id")
    query.publishedSince = (asked.number("published_after") ?? asked.number("after"))
      .map { $0 &+ 1 }
    query.publishedBefore = asked.number("published_before") ?? asked.number("before")
    query.arrivedSince = asked.number("changed_after").map { $0 &+ 1 }
    query.arrivedBefore = asked.number("changed_before")
    if let words = asked.text("search") {
      query.articles = try visit.library.search(SearchQuery(words), limit: 300).map(\.article.id)
      if query.articles?.isEmpty == true { return nil }
    }
    return query
  }

  private struct Change: Decodable {
    var items: [Int64]
    var status: String?

    enum CodingKeys: String, CodingKey {
      case items = "entry_ids"
      case status
    }
  }

  private static func update(_ visit: ReaderVisit) throws -> ReaderAnswer {
    let account = try visit.upToDate()
    let change = try visit.json(Change.self)
    switch change.status {
    case "read", "removed":
      try visit.library.setRead(true, change.items, of: account.id, at: visit.now)
    case "unread":
      try visit.library.setRead(false, change.items, of: account.id, at: visit.now)
    default: throw ReaderError.badRequest("The status must be read or unread.")
    }
    return .nothing
  }

  private static func found(_ visit: ReaderVisit) throws -> ReaderEntry {
    let account = try visit.upToDate()
    let headings = try visit.library.headings([try visit.number("entry")], of: account.id)
    guard
      let entry = try ReaderEntries(visit: visit, account: account).entries(headings).first
    else { throw ReaderError.notFound }
    return entry
  }

  private static func one(
    _ visit: ReaderVisit, where isWanted: (ReaderEntry) -> Bool = { _ in true }
  ) throws -> ReaderJSON {
    let found = try found(visit)
    guard isWanted(found) else { throw ReaderError.notFound }
    let account = try visit.owner()
    return entry(found, account, try feedObjects(account, visit))
  }

  private static func toggleStar(_ visit: ReaderVisit) throws -> ReaderAnswer {
    let entry = try found(visit)
    try visit.library.setStarred(
      entry.heading.starredAt == nil, [entry.heading.id], of: try visit.owner().id, at: visit.now)
    return .nothing
  }

  private static func fetchContent(_ visit: ReaderVisit) throws -> ReaderAnswer {
    let entry = try found(visit)
    return .json([
      "content": .string(entry.content.string), "reading_time": .int(entry.readingTime),
    ])
  }

  private static func feedObjects(_ account: Account, _ visit: ReaderVisit) throws
    -> [Int64: ReaderJSON]
  {
    Dictionary(
      try visit.library.subscriptions(of: account.id).map {
        ($0.id, Miniflux.feed($0, account, visit))
      }
    ) { first, _ in first }
  }

  private static func entry(
    _ entry: ReaderEntry, _ account: Account, _ feeds: [Int64: ReaderJSON]
  ) -> ReaderJSON {
    let heading = entry.heading
    return [
      "id": .int(heading.id), "user_id": .int(account.id), "feed_id": .int(heading.feed),
      "status": heading.isUnread ? "unread" : "read", "hash": .string(String(heading.id)),
      "title": .string(heading.headline), "url": .string(entry.link), "comments_url": "",
      "published_at": Miniflux.time(heading.publishedAt),
      "created_at": Miniflux.time(heading.touchedAt),
      "changed_at": Miniflux.time(max(heading.touchedAt, heading.readAt ?? 0)),
      "content": .string(entry.content.string), "author": .string(entry.author),
      "share_code": "", "starred": .bool(heading.starredAt != nil),
      "reading_time": .int(entry.readingTime),
      "enclosures": .array(entry.enclosures.map { enclosure($0, of: heading.id, account) }),
      "tags": .array(entry.tags.map { .string($0) }), "feed": feeds[heading.feed] ?? .null,
    ]
  }

  // MARK: Recordings

  private static func enclosure(
    _ enclosure: KeptEnclosure, of entry: Int64, _ account: Account
  ) -> ReaderJSON {
    [
      "id": .int(enclosure.id), "user_id": .int(account.id), "entry_id": .int(entry),
      "url": .string(enclosure.url), "mime_type": .string(enclosure.type),
      "size": .int(Int64(enclosure.length ?? 0)),
      "media_progression": .int(Int64(enclosure.position)),
    ]
  }

  private static func enclosure(_ visit: ReaderVisit) throws -> ReaderAnswer {
    let account = try visit.upToDate()
    let id = try visit.number("enclosure")
    guard let found = try visit.library.enclosure(id, for: account.id),
      let item = try visit.library.item(ofArticle: found.article)
    else { throw ReaderError.notFound }
    return .json(enclosure(found, of: item, account))
  }

  private struct Progression: Decodable {
    var seconds: Int
    enum CodingKeys: String, CodingKey { case seconds = "media_progression" }
  }

  private static func setProgression(_ visit: ReaderVisit) throws -> ReaderAnswer {
    let account = try visit.owner()
    let seconds = try visit.json(Progression.self).seconds
    guard
      try visit.library.setPosition(
        seconds, ofEnclosure: try visit.number("enclosure"), account.id)
    else { throw ReaderError.notFound }
    return .nothing
  }
}
