import Feeds
import HTTPTypes
import Press
import Storage

/// Feeds and folders of the Google Reader interface.
enum GoogleSubscriptions {
  static let routes: [ReaderRoute] = [
    ReaderRoute(.get, "/reader/api/0/subscription/list", .googleReader, list),
    ReaderRoute(.post, "/reader/api/0/subscription/quickadd", .googleReader, quickAdd),
    ReaderRoute(.post, "/reader/api/0/subscription/edit", .googleReader, edit),
    ReaderRoute(.post, "/reader/api/0/subscription/import", .googleReader, importList),
    ReaderRoute(.get, "/reader/api/0/subscription/export", .googleReader, exportList),
    ReaderRoute(.post, "/reader/api/0/rename-tag", .googleReader, renameTag),
    ReaderRoute(.post, "/reader/api/0/disable-tag", .googleReader, disableTag),
  ]

  private static func list(_ visit: ReaderVisit) throws -> ReaderAnswer {
    let account = try visit.upToDate()
    let outlets = OutletNames(try visit.library.outlets())
    let rows = try visit.library.subscriptions(of: account.id).map { row -> ReaderJSON in
      let label: ReaderJSON = [
        "id": .string(GoogleStream.label(row.folder.title)), "label": .string(row.folder.title),
        "type": "folder",
      ]
      return [
        "id": .string("feed/\(row.id)"),
        "title": .string(visit.title(of: row)), "categories": [label],
        "url": .string(visit.url(of: row)),
        "htmlUrl": .string(row.outlet.flatMap { outlets[$0].home } ?? visit.base),
        "iconUrl": .string(visit.base + ReaderIcon.path(of: row)),
      ]
    }
    var answer = ReaderAnswer.json(["subscriptions": .array(rows)])
    answer.isTagged = true
    return answer
  }

  private static func quickAdd(_ visit: ReaderVisit) async throws -> ReaderAnswer {
    let account = try visit.upToDate()
    let asked = visit.form.adding(visit.query)["quickadd"]?.trimmed ?? ""
    let address = asked.hasPrefix("feed/") ? String(asked.dropFirst(5)) : asked
    do {
      let feed = try await visit.subscribe(account, to: address)
      let title = try visit.library.subscriptions(of: account.id).first { $0.id == feed }?.title
      return .json([
        "numResults": 1, "query": .string(asked), "streamId": .string("feed/\(feed)"),
        "streamName": .string(title ?? address),
      ])
    } catch let error as ReaderError {
      return .json(["numResults": 0, "query": .string(asked), "error": .string(error.words)])
    }
  }

  private static func edit(_ visit: ReaderVisit) async throws -> ReaderAnswer {
    let account = try visit.upToDate()
    let fields = visit.form.adding(visit.query)
    let folder = try fields.all("a").compactMap { tag -> String? in
      guard case .label(let title) = try GoogleStream(tag, library: visit.library) else {
        return nil
      }
      return title
    }.first { !$0.isEmpty }
    let leaves = fields.all("r").contains { $0.contains("/label/") }
    let title = fields.text("t")
    for name in fields.all("s") {
      let stream = try GoogleStream(name, library: visit.library)
      if fields["ac"] == "subscribe" {
        try await subscribe(visit, account, name, stream, folder: folder, title: title)
        continue
      }
      guard case .feed(let feed) = stream else { throw ReaderError.notFound }
      if fields["ac"] == "unsubscribe" {
        guard try visit.library.unsubscribe(account.id, from: feed) else {
          throw ReaderError.notFound
        }
      } else {
        let target = folder ?? (leaves ? Library.defaultFolder : nil)
        guard try visit.library.change(feed, of: account.id, title: title, folder: target) else {
          throw ReaderError.notFound
        }
      }
    }
    return .ok
  }

  private static func subscribe(
    _ visit: ReaderVisit, _ account: Account, _ name: String, _ stream: GoogleStream?,
    folder: String?, title: String?
  ) async throws {
    if case .feed(let feed) = stream {
      guard
        try visit.library.subscribe(account.id, to: feed, folder: folder, title: title)
      else { throw ReaderError.notFound }
      return
    }
    let feed = try await visit.subscribe(
      account, to: name.hasPrefix("feed/") ? String(name.dropFirst(5)) : name, folder: folder)
    if let title { _ = try visit.library.change(feed, of: account.id, title: title) }
  }

  private static func importList(_ visit: ReaderVisit) throws -> ReaderAnswer {
    let account = try visit.upToDate()
    let count = try visit.subscribe(account, toAllOf: visit.body).feeds
    return .text("OK: \(count)")
  }

  private static func exportList(_ visit: ReaderVisit) throws -> ReaderAnswer {
    .xml(try visit.opml(of: try visit.upToDate()), type: "text/xml")
  }

  private static func renameTag(_ visit: ReaderVisit) throws -> ReaderAnswer {
    let account = try visit.owner()
    let fields = visit.form.adding(visit.query)
    guard let dest = fields["dest"],
      case .label(let title) = try GoogleStream(dest, library: visit.library), !title.isEmpty
    else { throw ReaderError.badRequest("There is no such label.") }
    guard
      try visit.library.renameFolder(
        try folder(fields, of: account, visit.library), of: account.id, to: title)
    else { throw ReaderError.notFound }
    return .ok
  }

  private static func disableTag(_ visit: ReaderVisit) throws -> ReaderAnswer {
    let account = try visit.owner()
    let fields = visit.form.adding(visit.query)
    _ = try visit.library.removeFolder(
      try folder(fields, of: account, visit.library), of: account.id)
    return .ok
  }

  private static func folder(_ fields: WebForm, of account: Account, _ library: Library) throws
    -> Folder.ID
  {
    var title = fields["t"]
    if let name = fields["s"], case .label(let label) = try GoogleStream(name, library: library) {
      title = label
    }
    guard let folder = try library.folders(of: account.id).first(where: { $0.title == title })
    else { throw ReaderError.notFound }
    return folder.id
  }
}
