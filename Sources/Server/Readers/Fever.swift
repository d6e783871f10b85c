import Foundation
import HTTPTypes
import Hummingbird
import Hypertext
import Storage

/// The Fever interface: one address, what is asked for stands in the names of the fields.
///
/// An account has no Fever key until it makes a device that may use it; a wrong key is answered with
/// 200 and `auth` 0, as clients expect.
enum Fever {
  static let routes: [ReaderRoute] = ["/fever", "/fever/", "/api/fever.php"].flatMap { path in
    [
      ReaderRoute(.post, path, .fever, .anyone, answer),
      ReaderRoute(.get, path, .fever, .anyone, answer),
    ]
  }

  private static let page = 50

  private static func answer(_ visit: ReaderVisit) throws -> ReaderAnswer {
    let fields = visit.form.adding(visit.query).adding(parts(of: visit))
    var members: [(String, ReaderJSON)] = [("api_version", 3)]
    guard let key = fields["api_key"],
      let account = try visit.library.account(
        ofFeverKey: Secret.feverHash(key: key), at: visit.now)
    else {
      members.append(("auth", 0))
      return .json(.object(members))
    }
    try visit.library.deliver(to: account.id, at: visit.now)
    members += [("auth", 1), ("last_refreshed_on_time", .int(visit.now))]
    // Only what was sent as a form changes something: a link must not.
    if visit.request.method == .post, let mark = fields["mark"] {
      members += try marked(mark, fields, account, visit)
    }
    members += try asked(fields, account, visit)
    return .json(.object(members))
  }

  /// Some clients send their form as parts.
  private static func parts(of visit: ReaderVisit) -> WebForm {
    let type = visit.request.headers[.contentType] ?? ""
    guard type.contains("multipart") else { return WebForm() }
    let form = FormData(visit.body, contentType: type)
    let names = ["api_key", "mark", "as", "id", "before", "since_id", "max_id", "with_ids"]
    let text = names.compactMap { name in form.text(name).map { "\(name)=\($0)" } }
    return WebForm(text.joined(separator: "&").utf8)
  }

  private static func asked(_ fields: WebForm, _ account: Account, _ visit: ReaderVisit) throws
    -> [(String, ReaderJSON)]
  {
    var members: [(String, ReaderJSON)] = []
    let library = visit.library
    let subscriptions = try library.subscriptions(of: account.id)
    if fields.has("groups") {
      members.append(("groups", groups(subscriptions)))
    }
    if fields.has("feeds") {
      members.append(("feeds", .array(subscriptions.map { feed($0, visit) })))
    }
    if fields.has("groups") || fields.has("feeds") {
      members.append(("feeds_groups", feedsGroups(subscriptions)))
    }
    if fields.has("favicons") {
      members.append(
        ("favicons", .array(try subscriptions.map { try favicon($0, library) })))
    }
    if fields.has("links") { members.append(("links", [])) }
    if fields.has("unread_item_ids") { members.append(try unread(account, library)) }
    if fields.has("saved_item_ids") { members.append(try saved(account, library)) }
    if fields.has("items") { members += try items(fields, account, visit) }
    return members
  }

  private static func groups(_ subscriptions: [Subscription]) -> ReaderJSON {
    let folders = Set(subscriptions.map(\.folder)).sorted { $0.title < $1.title }
    return .array(folders.map { ["id": .int($0.id), "title": .string($0.title)] })
  }

  private static func feedsGroups(_ subscriptions: [Subscription]) -> ReaderJSON {
    let byFolder = Dictionary(grouping: subscriptions, by: \.folder.id)
    return .array(
      byFolder.sorted { $0.key < $1.key }.map { folder, feeds in
        [
          "group_id": .int(folder),
          "feed_ids": .string(feeds.map { String($0.id) }.joined(separator: ",")),
        ]
      })
  }

  private static func feed(_ row: Subscription, _ visit: ReaderVisit) -> ReaderJSON {
    [
      "id": .int(row.id), "favicon_id": .int(row.id), "title": .string(visit.title(of: row)),
      "url": .string(visit.url(of: row)),
      "site_url": .string(row.home ?? row.outlet.map { "https://\($0)/" } ?? visit.base),
      "is_spark": 0, "last_updated_on_time": .int(row.checkedAt ?? visit.now),
    ]
  }

  private static func favicon(_ row: Subscription, _ library: Library) throws -> ReaderJSON {
    ["id": .int(row.id), "data": .string(try ReaderIcon(row, in: library).dataText)]
  }

  private static func unread(_ account: Account, _ library: Library) throws -> (String, ReaderJSON)
  {
    ("unread_item_ids", try numbers(ItemQuery(.everything, isRead: false), account, library))
  }

  private static func saved(_ account: Account, _ library: Library) throws -> (String, ReaderJSON) {
    ("saved_item_ids", try numbers(ItemQuery(.starred), account, library))
  }

  private static func numbers(_ query: ItemQuery, _ account: Account, _ library: Library) throws
    -> ReaderJSON
  {
    var query = query
    query.limit = 1_000_000
    let ids = try library.items(query, of: account.id).map(\.id).sorted()
    return .string(ids.map(String.init).joined(separator: ","))
  }

  private static func items(_ fields: WebForm, _ account: Account, _ visit: ReaderVisit) throws
    -> [(String, ReaderJSON)]
  {
    let library = visit.library
    var query = ItemQuery(.everything)
    query.order = .id
    query.isAscending = true
    query.limit = page
    var ids: [Int64]
    if let list = fields["with_ids"] {
      ids = list.split(separator: ",").prefix(page).compactMap { Int64($0.trimmed) }
    } else {
      if let most = fields.number("max_id") {
        query.isAscending = false
        if most > 0 { query.idsBefore = most }
      } else {
        query.idsAfter = fields.number("since_id") ?? 0
      }
      ids = try library.items(query, of: account.id).map(\.id)
    }
    let entries = try ReaderEntries(visit: visit, account: account)
      .entries(library.headings(ids, of: account.id))
    let total = try library.count(ItemQuery(.everything), of: account.id)
    return [("total_items", .int(total)), ("items", .array(entries.map(item)))]
  }

  private static func item(_ entry: ReaderEntry) -> ReaderJSON {
    [
      "id": .int(entry.heading.id), "feed_id": .int(entry.heading.feed),
      "title": .string(entry.heading.headline), "author": .string(entry.author),
      "html": .string(entry.content.string), "url": .string(entry.link),
      "is_saved": .int(entry.heading.starredAt == nil ? 0 : 1),
      "is_read": .int(entry.heading.isUnread ? 0 : 1),
      "created_on_time": .int(entry.heading.publishedAt),
    ]
  }

  /// Carries a mark out and answers with the new list of numbers: clients check it.
  private static func marked(
    _ mark: String, _ fields: WebForm, _ account: Account, _ visit: ReaderVisit
  ) throws -> [(String, ReaderJSON)] {
    let library = visit.library
    guard let id = fields.number("id") else { return [] }
    switch (mark, fields["as"] ?? "") {
    case ("item", "read"):
      try library.setRead(true, [id], of: account.id, at: visit.now)
    case ("item", "unread"):
      try library.setRead(false, [id], of: account.id, at: visit.now)
    case ("item", let way) where way == "saved" || way == "unsaved":
      try library.setStarred(way == "saved", [id], of: account.id, at: visit.now)
      return [try saved(account, library)]
    case ("feed", "read"), ("group", "read"):
      let stream: ItemQuery.Stream =
        mark == "feed" ? .feed(id) : id > 0 ? .folder(id) : .everything
      let until = GoogleMarks.time(fields.number("before")) ?? visit.now
      _ = try library.readAll(stream, of: account.id, until: until, at: visit.now)
    default: return []
    }
    return [try unread(account, library)]
  }
}
