import Editions
import HTTPTypes
import Hypertext
import Press
import Storage

/// Sources and folders, rules, devices and the account itself.
enum DeskSettings {
  static let routes: [ReaderRoute] = [
    ReaderRoute(.get, "/desk/subscriptions", .desk) { .page(try subscriptions($0).html) },
    ReaderRoute(.post, "/desk/subscriptions", .desk, changeSubscriptions),
    ReaderRoute(.get, "/desk/subscriptions.opml", .desk) { visit in
      ReaderAnswer.xml(try visit.opml(of: try visit.upToDate()), type: "text/x-opml")
        .with("Content-Disposition", "attachment; filename=\"presseschau.opml\"")
    },
    ReaderRoute(.get, "/desk/rules", .desk) { .page(try rules($0).html) },
    ReaderRoute(.post, "/desk/rules", .desk, changeRules),
    ReaderRoute(.get, "/desk/devices", .desk) { .page(try devices($0).html) },
    ReaderRoute(.post, "/desk/devices", .desk, changeDevices),
    ReaderRoute(.get, "/desk/settings", .desk) { .page(try settings($0).html) },
    ReaderRoute(.post, "/desk/settings", .desk, changeSettings),
    ReaderRoute(.get, "/desk/export.json", .desk) { visit in
      ReaderAnswer.json(try ReaderExport(visit: visit).json())
        .with("Content-Disposition", "attachment; filename=\"presseschau.json\"")
    },
  ]

  // MARK: Sources and folders

  private static func subscriptions(_ visit: ReaderVisit, _ notice: DeskFrame.Notice? = nil) throws
    -> DeskSubscriptionsPage
  {
    let account = try visit.upToDate()
    let rows = Dictionary(
      grouping: try visit.library.subscriptions(of: account.id), by: \.folder)
    return DeskSubscriptionsPage(
      frame: try visit.frame(notice),
      folders: rows.sorted { $0.key.title < $1.key.title }.map { folder, rows in
        (
          folder.id, folder.title,
          rows.map { row in
            DeskSubscriptionsPage.Row(
              id: row.id, title: visit.title(of: row), address: row.key, outlet: row.outlet,
              trouble: row.lastError)
          }
        )
      }, outlets: try visit.library.outlets())
  }

  private static func changeSubscriptions(_ visit: ReaderVisit) async throws -> ReaderAnswer {
    let account = try visit.upToDate()
    let library = visit.library
    let words = visit.language.deskWording
    do {
      if let file = visit.parts?.fields["opml"], !file.isEmpty {
        if let moved = MovedRules(miniflux: file) {
          let taken = try visit.take(moved, to: account)
          return .page(
            try subscriptions(visit, .done(words.rulesMoved(taken.count, taken.left))).html)
        }
        if let states = MovedEntries(file) {
          let count = try library.carry(states.entries, to: account.id, at: visit.now)
          return .page(
            try subscriptions(visit, .done(words.carried(states.entries.count, count))).html)
        }
        let read = try visit.subscribe(account, toAllOf: file)
        var done = words.imported(read.feeds)
        if read.rules > 0 || !read.left.isEmpty {
          done += " " + words.rulesMoved(read.rules, read.left)
        }
        return .page(try subscriptions(visit, .done(done)).html)
      }
      if let address = visit.field("address") {
        _ = try await visit.subscribe(account, to: address, folder: visit.field("folder"))
      } else if let id = visit.fieldNumber("unsubscribe") {
        guard try library.unsubscribe(account.id, from: id) else { throw ReaderError.notFound }
      } else if let id = visit.fieldNumber("change") {
        guard
          try library.change(
            id, of: account.id, title: visit.field("title"), folder: visit.field("folder"))
        else { throw ReaderError.notFound }
      } else if let id = visit.fieldNumber("rename"), let title = visit.field("title") {
        guard try library.renameFolder(id, of: account.id, to: title) else {
          throw ReaderError.notFound
        }
      } else if let id = visit.fieldNumber("dissolve") {
        guard try library.removeFolder(id, of: account.id) else { throw ReaderError.notFound }
      } else {
        throw ReaderError.badRequest("The form says nothing.")
      }
    } catch ReaderError.badRequest(let reason) {
      return .page(
        try subscriptions(visit, .failed(reason)).html, status: .unprocessableContent)
    }
    return .page(try subscriptions(visit, .done(words.saved)).html)
  }

  // MARK: Rules

  private static func rules(_ visit: ReaderVisit, _ notice: DeskFrame.Notice? = nil) throws
    -> DeskRulesPage
  {
    let account = try visit.upToDate()
    let feeds = try visit.library.subscriptions(of: account.id)
    return DeskRulesPage(
      frame: try visit.frame(notice),
      rules: try visit.library.rules(of: account.id).map { rule in
        DeskRulesPage.Rule(
          id: rule.id, field: rule.field.rawValue, pattern: rule.pattern,
          action: rule.action.rawValue,
          feed: feeds.first { $0.id == rule.feed }.map(visit.title(of:)))
      }, feeds: feeds.map { ($0.id, visit.title(of: $0)) })
  }

  private static func changeRules(_ visit: ReaderVisit) throws -> ReaderAnswer {
    let account = try visit.upToDate()
    if let id = visit.fieldNumber("remove") {
      guard try visit.library.removeRule(id, of: account.id) else { throw ReaderError.notFound }
      return .page(try rules(visit, .done(visit.language.deskWording.saved)).html)
    }
    guard let field = visit.field("field").flatMap(ReadingRule.Field.init(rawValue:)),
      let action = visit.field("action").flatMap(ReadingRule.Action.init(rawValue:)),
      let pattern = visit.field("pattern"), pattern.utf8.count <= 400
    else { throw ReaderError.badRequest("The rule is not complete.") }
    let feed = visit.fieldNumber("feed")
    if let feed {
      guard try visit.library.subscriptions(of: account.id).contains(where: { $0.id == feed })
      else { throw ReaderError.notFound }
    }
    _ = try visit.library.add(
      ReadingRule(feed: feed, field: field, pattern: pattern, action: action), to: account.id,
      toUnread: visit.field("unread") != nil, at: visit.now)
    return .page(try rules(visit, .done(visit.language.deskWording.saved)).html)
  }

  // MARK: Devices

  private static func devices(_ visit: ReaderVisit, secret: Secret? = nil, isFever: Bool = false)
    throws -> DeskDevicesPage
  {
    let account = try visit.owner()
    return DeskDevicesPage(
      frame: try visit.frame(),
      devices: try visit.library.devices(of: account.id).map {
        DeskDevicesPage.Entry(id: String($0.id), name: $0.name, usedAt: $0.usedAt)
      },
      browsers: try visit.library.sessions(of: account.id).map {
        DeskDevicesPage.Entry(
          id: "", name: $0.agent, usedAt: $0.usedAt, isThis: $0.hash == visit.session?.hash)
      }, secret: secret?.text, isFever: isFever, base: visit.base)
  }

  private static func changeDevices(_ visit: ReaderVisit) throws -> ReaderAnswer {
    let account = try visit.owner()
    if let id = visit.fieldNumber("revoke") {
      guard try visit.library.removeDevice(id, of: account.id) else { throw ReaderError.notFound }
    } else if visit.field("others") != nil, let session = visit.session {
      try visit.library.removeSessions(of: account.id, keeping: session.hash)
    } else if let name = visit.field("name") {
      let secret = Secret()
      let isFever = visit.field("fever") != nil
      _ = try visit.library.addDevice(
        secret.hash, fever: isFever ? secret.feverHash(name: account.name) : nil,
        of: account.id, name: String(name.prefix(80)), at: visit.now)
      return .page(try devices(visit, secret: secret, isFever: isFever).html)
    } else {
      throw ReaderError.badRequest("The form says nothing.")
    }
    return .page(try devices(visit).html)
  }

  // MARK: The account

  static func settings(_ visit: ReaderVisit, _ notice: DeskFrame.Notice? = nil) throws
    -> DeskSettingsPage
  {
    let id = try visit.owner().id
    guard let account = try visit.library.account(id) else { throw ReaderError.unauthorized }
    var page = DeskSettingsPage(
      frame: try visit.frame(notice), copiesTogether: account.copiesTogether,
      hasStories: account.hasStories, joinsSources: account.joinsSources)
    page.bookmarks = try visit.library.bookmarkService(of: id).map {
      DeskSettingsPage.Bookmarks(
        kind: $0.kind.rawValue, address: $0.address, user: $0.user, client: $0.client)
    }
    return page
  }

  private static func changeSettings(_ visit: ReaderVisit) throws -> ReaderAnswer {
    var account = try visit.owner()
    if visit.field("bookmarks") != nil { return try changeBookmarks(account, visit) }
    let hadStories = account.hasStories
    account.copiesTogether = visit.field("copies") != nil
    account.hasStories = visit.field("stories") != nil
    account.joinsSources = visit.field("sources") != nil
    try visit.library.set(account)
    if hadStories != account.hasStories {
      try visit.library.setStories(account.hasStories, of: account.id)
    }
    return .page(try settings(visit, .done(visit.language.deskWording.saved)).html)
  }

  /// A secret that is left empty stays as it is, for it is never shown.
  private static func changeBookmarks(_ account: Account, _ visit: ReaderVisit) throws
    -> ReaderAnswer
  {
    let words = visit.language.deskWording
    guard let kind = visit.field("kind").flatMap(BookmarkService.Kind.init(rawValue:)) else {
      try visit.library.setBookmarkService(nil, of: account.id)
      return .page(try settings(visit, .done(words.saved)).html)
    }
    let before = try visit.library.bookmarkService(of: account.id)
    func value(_ name: String) -> String { String((visit.field(name) ?? "").prefix(500)) }
    var service = BookmarkService(
      kind: kind, address: value("address"), secret: value("secret"), user: value("user"),
      client: value("client"), clientSecret: value("clientSecret"))
    while service.address.hasSuffix("/") { service.address.removeLast() }
    if let before, before.kind == kind, before.address == service.address {
      if service.secret.isEmpty { service.secret = before.secret }
      if service.clientSecret.isEmpty { service.clientSecret = before.clientSecret }
    }
    guard service.address.hasPrefix("https://") || service.address.hasPrefix("http://"),
      !service.secret.isEmpty
    else {
      return .page(
        try settings(visit, .failed(words.bookmarksIncomplete)).html,
        status: .unprocessableContent)
    }
    try visit.library.setBookmarkService(service, of: account.id)
    return .page(try settings(visit, .done(words.saved)).html)
  }
}
