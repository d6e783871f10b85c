import Foundation
import HTTPTypes
import Storage

/// Miniflux's REST interface, version 1, on the same data.
enum Miniflux {
  static let routes: [ReaderRoute] =
    [
      ReaderRoute(.get, "/v1/me", .miniflux) { .json(user(try $0.owner())) },
      ReaderRoute(.get, "/v1/version", .miniflux, version),
      ReaderRoute(.get, "/version", .miniflux, .anyone) { _ in .text("2.2.0") },
      ReaderRoute(.get, "/healthcheck", .miniflux, .anyone) { _ in .text("OK") },
      ReaderRoute(.get, "/v1/integrations/status", .miniflux) { visit in
        .json([
          "has_integrations": .bool(
            try visit.library.bookmarkService(of: try visit.owner().id) != nil)
        ])
      },
      ReaderRoute(.get, "/v1/export", .miniflux) {
        .xml(try $0.opml(of: try $0.upToDate()), type: "text/xml")
      },
      ReaderRoute(.post, "/v1/import", .miniflux) { visit in
        _ = try visit.subscribe(try visit.upToDate(), toAllOf: visit.body)
        return .json(["message": "Feeds imported successfully"], status: .created)
      },
      ReaderRoute(.get, "/v1/icons/{icon}", .miniflux, icon),
      ReaderRoute(.get, "/v1/feeds/{feed}/icon", .miniflux, icon),
    ] + MinifluxUsers.routes + MinifluxFeeds.routes + MinifluxEntries.routes

  /// Times as Miniflux writes them.
  static func time(_ seconds: Int64) -> ReaderJSON { .string(timeText(seconds)) }

  static func timeText(_ seconds: Int64) -> String {
    let date = Date(timeIntervalSince1970: TimeInterval(seconds))
    return date.formatted(.iso8601)
  }

  static func user(_ account: Account) -> ReaderJSON {
    [
      "id": .int(account.id), "username": .string(account.name),
      "is_admin": .bool(account.isOperator), "theme": "system_serif", "language": "de_DE",
      "timezone": "Europe/Berlin", "entry_sorting_direction": "desc",
      "entry_sorting_order": "published_at", "entries_per_page": 100, "keyboard_shortcuts": true,
      "show_reading_time": true, "entry_swipe": true, "gesture_nav": "tap", "stylesheet": "",
      "google_id": "", "openid_connect_id": "", "display_mode": "standalone",
      "default_reading_speed": 265, "cjk_reading_speed": 500, "default_home_page": "unread",
      "categories_sorting_order": "alphabetical", "mark_read_on_view": false,
      "last_login_at": time(account.createdAt),
    ]
  }

  static func category(_ folder: Folder, _ account: Account) -> ReaderJSON {
    [
      "id": .int(folder.id), "user_id": .int(account.id), "title": .string(folder.title),
      "hide_globally": false,
    ]
  }

  static func feed(_ row: Subscription, _ account: Account, _ visit: ReaderVisit) -> ReaderJSON {
    [
      "id": .int(row.id), "user_id": .int(account.id), "feed_url": .string(visit.url(of: row)),
      "site_url": .string(row.home ?? row.outlet.map { "https://\($0)/" } ?? visit.base),
      "title": .string(visit.title(of: row)), "checked_at": time(row.checkedAt ?? 0),
      "next_check_at": time(row.checkedAt ?? 0), "etag_header": "", "last_modified_header": "",
      "parsing_error_message": .string(row.lastError ?? ""),
      "parsing_error_count": .int(row.failures), "scraper_rules": "", "rewrite_rules": "",
      "crawler": false, "blocklist_rules": "", "keeplist_rules": "", "user_agent": "",
      "username": "", "password": "", "disabled": false, "ignore_http_cache": false,
      "fetch_via_proxy": false, "hide_globally": false, "no_media_player": false,
      "category": category(row.folder, account),
      "icon": ["feed_id": .int(row.id), "icon_id": .int(row.id)],
    ]
  }

  private static func version(_ visit: ReaderVisit) -> ReaderAnswer {
    .json([
      "version": "2.2.0", "commit": "presseschau", "build_date": "", "go_version": "",
      "compiler": "swift", "arch": "", "os": "",
    ])
  }

  /// Feeds and their icons share their numbers.
  private static func icon(_ visit: ReaderVisit) throws -> ReaderAnswer {
    let account = try visit.upToDate()
    let id = try visit.values["icon"] == nil ? visit.number("feed") : visit.number("icon")
    guard let row = try visit.library.subscriptions(of: account.id).first(where: { $0.id == id })
    else { throw ReaderError.notFound }
    let icon = try ReaderIcon(row, in: visit.library)
    return .json([
      "id": .int(id), "mime_type": .string(icon.type), "data": .string(icon.dataText),
    ])
  }
}

extension ReaderVisit {
  /// The body as JSON.
  func json<Value: Decodable>(_ type: Value.Type) throws -> Value {
    do {
      return try JSONDecoder().decode(type, from: Data(body))
    } catch {
      throw ReaderError.badRequest("The JSON of the request cannot be read.")
    }
  }

  /// One of the account's feeds.
  func subscription(_ account: Account) throws -> Subscription {
    let id = try number("feed")
    guard let row = try library.subscriptions(of: account.id).first(where: { $0.id == id }) else {
      throw ReaderError.notFound
    }
    return row
  }

  /// One of the account's folders.
  func folder(_ account: Account) throws -> Folder {
    let id = try number("category")
    guard let folder = try library.folders(of: account.id).first(where: { $0.id == id }) else {
      throw ReaderError.notFound
    }
    return folder
  }
}
