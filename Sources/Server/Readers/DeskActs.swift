import Editions
import Press
import Storage

/// What the forms of lists and entries do.
enum DeskActs {
  static func act(_ visit: ReaderVisit) async throws -> ReaderAnswer {
    let account = try visit.upToDate()
    let library = visit.library
    if let id = visit.fieldNumber("open") ?? visit.fieldNumber("open1") {
      return try open(id, alone: visit.field("open") == nil, account, visit)
    }
    for (name, isRead) in [("read", true), ("unread", false)] {
      guard let list = visit.field(name) else { continue }
      let ids = list.split(separator: ",").compactMap { Int64($0) }
      try library.setRead(
        isRead, ids, of: account.id, copies: account.copiesTogether, at: visit.now)
      return visit.goBack()
    }
    for (name, isStarred) in [("star", true), ("unstar", false)] {
      guard let id = visit.fieldNumber(name) else { continue }
      try library.setStarred(isStarred, [id], of: account.id, at: visit.now)
      return visit.goBack()
    }
    for (name, isFollowed) in [("follow", true), ("unfollow", false)] {
      guard let story = visit.field(name) else { continue }
      guard try library.story(story) != nil else { throw ReaderError.notFound }
      try library.follow(story, isFollowed, by: account.id, at: visit.now)
      return visit.goBack()
    }
    if let position = visit.fieldNumber("position"), let item = visit.fieldNumber("item") {
      try library.setPosition(Int(clamping: position), of: item, account.id)
      return .nothing
    }
    if let id = visit.fieldNumber("later") { return try await keepLater(id, account, visit) }
    return try actOnList(account, visit)
  }

  private static func keepLater(_ id: Int64, _ account: Account, _ visit: ReaderVisit) async throws
    -> ReaderAnswer
  {
    guard let heading = try visit.library.headings([id], of: account.id).first else {
      throw ReaderError.notFound
    }
    do {
      try await visit.keepLater(heading, account)
      return visit.goBack(saying: "later=kept")
    } catch BookmarkSender.Problem.refused {
      return visit.goBack(saying: "later=refused")
    } catch is BookmarkSender.Problem {
      return visit.goBack(saying: "later=lost")
    }
  }

  /// Opens an entry: it is read then, and so are the entries of its story that the row stood for.
  private static func open(
    _ id: Int64, alone: Bool, _ account: Account, _ visit: ReaderVisit
  ) throws -> ReaderAnswer {
    let library = visit.library
    guard let heading = try library.headings([id], of: account.id).first else {
      throw ReaderError.notFound
    }
    var ids = [id]
    if let story = heading.story {
      if !alone, !heading.isStory {
        var query = ItemQuery(.story(story), isRead: false)
        query.limit = 500
        ids += try library.items(query, of: account.id).map(\.id)
      }
      try library.visit(story, by: account.id, at: visit.now)
    }
    try library.setRead(
      true, ids, of: account.id, copies: account.copiesTogether, at: visit.now)
    return visit.goBack(item: id)
  }

  private static func actOnList(_ account: Account, _ visit: ReaderVisit) throws -> ReaderAnswer {
    let library = visit.library
    if let key = visit.field("all"), let view = DeskAddress.View(key: key) {
      let until = min(visit.fieldNumber("until") ?? visit.now, visit.now)
      let count = try library.readAll(view.stream, of: account.id, until: until, at: visit.now)
      return .seeOther(
        DeskAddress(.list(view), in: visit.language).path + "?read=\(count)")
    }
    if visit.field("undo") != nil {
      _ = try library.undoReading(account.id, at: visit.now)
      return .seeOther(DeskAddress(.list(.unread), in: visit.language).path + "?undone=1")
    }
    if let query = visit.field("keep") {
      try library.saveSearch(
        String(query.prefix(300)), title: String(query.prefix(80)), of: account.id)
      return .seeOther(DeskAddress(.list(.search(query)), in: visit.language).path)
    }
    if let id = visit.fieldNumber("forget") {
      guard try library.removeSearch(id, of: account.id) else { throw ReaderError.notFound }
      return visit.goBack()
    }
    throw ReaderError.badRequest("The form says nothing.")
  }
}

extension DeskAddress.View {
  /// The items a list holds.
  var stream: ItemQuery.Stream {
    switch self {
    case .unread, .search: .everything
    case .starred: .starred
    case .followed: .followed
    case .notices: .noticed
    case .history: .history
    case .folder(let id): .folder(id)
    case .feed(let id): .feed(id)
    }
  }
}
