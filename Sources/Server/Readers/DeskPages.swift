import Editions
import HTTPTypes
import Hypertext
import Press
import Storage

/// The reader's desk: pages that only their reader sees, and the forms on them.
enum DeskPages {
  static let routes: [ReaderRoute] =
    [
      list("/desk") { _ in .unread }, list("/desk/starred") { _ in .starred },
      list("/desk/followed") { _ in .followed }, list("/desk/notices") { _ in .notices },
      list("/desk/history") { _ in .history },
      list("/desk/folder/{folder}") { .folder(try $0.number("folder")) },
      list("/desk/feed/{feed}") { .feed(try $0.number("feed")) },
      list("/desk/search") { .search($0.query.text("q") ?? "") },
      ReaderRoute(.post, "/desk/act", .desk, DeskActs.act),
      ReaderRoute(.get, "/desk/desk.js", .desk, .anyone) { _ in
        ReaderAnswer(
          contentType: "text/javascript; charset=utf-8", body: Array(Asset.deskScript.utf8),
          isTagged: true)
      },
      ReaderRoute(.get, "/desk/icon/{icon}", .desk, .anyone, icon),
    ] + DeskEntrance.routes + DeskSettings.routes + DeskAccounts.routes
    + DeskStories.routes + DeskHouse.routes

  private static func list(
    _ path: String, _ view: @escaping @Sendable (ReaderVisit) throws -> DeskAddress.View
  ) -> ReaderRoute {
    ReaderRoute(.get, path, .desk) { visit in
      .page(try DeskLayout(visit: visit, view: try view(visit)).page().html)
    }
  }

  private static func icon(_ visit: ReaderVisit) throws -> ReaderAnswer {
    let name = visit.values["icon"] ?? ""
    guard let id = Int64(name), let feed = try visit.library.feedIdentity(id) else {
      throw ReaderError.notFound
    }
    let icon = try ReaderIcon(title: feed.title, outlet: feed.outlet, in: visit.library)
    return ReaderAnswer(contentType: icon.type, body: icon.bytes, isTagged: true)
  }
}

extension ReaderVisit {
  /// What all pages of this visit share.
  func frame(_ notice: DeskFrame.Notice? = nil) throws -> DeskFrame {
    let account = try owner()
    return DeskFrame(
      edition: edition, account: account.name, isOperator: account.isOperator,
      csrf: session?.formToken ?? "", notice: notice)
  }

  var edition: Edition {
    var edition = house.edition(language, now: now)
    edition.look = ReaderLook(of: request)
    // The desk has keys of its own.
    edition.look.hasScript = false
    return edition
  }

  /// Leads back to where a form was, or to the desk.
  /// - Parameter words: said by the page, as a field of its query.
  func goBack(item: Int64? = nil, saying words: String? = nil) -> ReaderAnswer {
    var path =
      field("back").flatMap { DeskAddress.isOurs($0) ? $0 : nil }
      ?? DeskAddress(.list(.unread), in: language).path
    if let item {
      path = path.prefix { $0 != "#" }.split(separator: "&item=")[0].description
      path += (path.contains("?") ? "&" : "?") + "item=\(item)"
    }
    if let words {
      path = String(path.prefix { $0 != "#" }) + (path.contains("?") ? "&" : "?") + words
    }
    return .seeOther(path)
  }
}
