import Editions
import Evidence
import Hypertext
import Press
import Storage

/// Lays out the desk: the lists at the side, the rows, the entry that is open.
struct DeskLayout {
  let visit: ReaderVisit
  let view: DeskAddress.View

  private static let rowsOnPage = 40
  private static let itemsLooked = 120

  private var library: Library { visit.library }
  private var showsAll: Bool { visit.query["all"] == "1" }

  func page(_ notice: DeskFrame.Notice? = nil) throws -> DeskPage {
    let account = try visit.upToDate()
    let subscriptions = try library.subscriptions(of: account.id)
    try check(account, subscriptions)
    let query = try query(account)
    let rows = DeskRows(visit: visit, account: account)
    var (shown, next) = try found(query, rows)
    try keepOpened(in: &shown, rows)
    let opened = try visit.query.number("item").flatMap { try entry($0, account, rows) }
    let folders = Dictionary(grouping: subscriptions.filter { $0.kind != .stories }, by: \.folder)
    let stories = subscriptions.first { $0.kind == .stories }
    var page = DeskPage(
      frame: try visit.frame(notice ?? undoNotice), view: view,
      folders: folders.sorted { $0.key.title < $1.key.title }.map { folder, feeds in
        DeskFolder(id: folder.id, title: folder.title, feeds: feeds.map(feed))
      },
      stories: stories.map(feed),
      searches: try library.savedSearches(of: account.id).map { ($0.id, $0.title, $0.query) },
      outlets: try library.outlets(), counts: try counts(account, subscriptions), rows: shown,
      opened: opened, showsAll: showsAll, next: next, total: try total(query, account),
      until: visit.now, canUndo: try library.canUndoReading(account.id, at: visit.now))
    page.keepsLater = try library.bookmarkService(of: account.id) != nil
    return page
  }

  /// The entry that is open has just been read; its row stays where it was.
  private func keepOpened(in shown: inout [DeskRow], _ rows: DeskRows) throws {
    guard let item = visit.query.number("item"), visit.query["from"] == nil,
      !shown.contains(where: { $0.id == item || $0.items.contains(item) }),
      let row = try rows.row(of: item)
    else { return }
    let place = shown.firstIndex { $0.at <= row.at } ?? shown.count
    if shown.contains(where: { $0.reports.contains { $0.id == item } }) { return }
    shown.insert(row, at: place)
  }

  private func found(_ query: ItemQuery?, _ rows: DeskRows) throws -> (
    rows: [DeskRow], next: String?
  ) {
    guard var query else { return ([], nil) }
    query.limit = Self.itemsLooked
    return try rows.rows(query, most: Self.rowsOnPage)
  }

  private var undoNotice: DeskFrame.Notice? {
    let words = visit.language.deskWording
    if let count = visit.query.number("read") { return .done(words.wasRead(Int(clamping: count))) }
    switch visit.query["later"] {
    case "kept": return .done(words.keptLater)
    case "refused": return .failed(words.laterRefused)
    case "lost": return .failed(words.laterLost)
    default: return visit.query["undone"] == "1" ? .done(words.undone) : nil
    }
  }

  /// A list of somebody else is none.
  private func check(_ account: Account, _ subscriptions: [Subscription]) throws {
    switch view {
    case .feed(let id):
      guard subscriptions.contains(where: { $0.id == id }) else { throw ReaderError.notFound }
    case .folder(let id):
      guard try library.folders(of: account.id).contains(where: { $0.id == id }) else {
        throw ReaderError.notFound
      }
    default: break
    }
  }

  private func feed(_ subscription: Subscription) -> DeskFeed {
    DeskFeed(
      id: subscription.id, title: visit.title(of: subscription), outlet: subscription.outlet,
      unread: subscription.unreadCount)
  }

  private func counts(_ account: Account, _ subscriptions: [Subscription]) throws -> (
    unread: Int, starred: Int, followed: Int, notices: Int
  ) {
    (
      unread: subscriptions.reduce(0) { $0 + ($1.kind == .stories ? 0 : $1.unreadCount) },
      starred: try library.count(ItemQuery(.starred), of: account.id),
      followed: try library.count(ItemQuery(.followed, isRead: false), of: account.id),
      notices: try library.count(ItemQuery(.noticed, isRead: false), of: account.id)
    )
  }

  private func query(_ account: Account) throws -> ItemQuery? {
    var query: ItemQuery
    switch view {
    case .unread: query = ItemQuery(.everything)
    case .starred: query = ItemQuery(.starred)
    case .followed: query = ItemQuery(.followed)
    case .notices: query = ItemQuery(.noticed)
    case .history: query = ItemQuery(.history)
    case .folder(let id): query = ItemQuery(.folder(id))
    case .feed(let id): query = ItemQuery(.feed(id))
    case .search(let words):
      guard !words.isEmpty else { return nil }
      query = ItemQuery(.everything)
      query.articles = try library.search(SearchQuery(words), limit: 300).map(\.article.id)
      if query.articles?.isEmpty == true { return nil }
    }
    switch view {
    case .unread, .folder, .feed, .followed: if !showsAll { query.isRead = false }
    case .starred, .notices, .history, .search: break
    }
    // Rows of the desk are stories already; the feed of stories has a list of its own.
    if case .unread = view { query.leavesStoriesOut = true }
    query.cursor = visit.query["from"].flatMap { ItemCursor($0) }
    return query
  }

  private func total(_ query: ItemQuery?, _ account: Account) throws -> Int {
    guard var query, query.isRead == false || query.stream == .starred else { return 0 }
    query.cursor = nil
    return try library.count(query, of: account.id)
  }

  // MARK: The open entry

  private func entry(_ id: Int64, _ account: Account, _ rows: DeskRows) throws -> DeskEntry? {
    guard let heading = try library.headings([id], of: account.id).first else { return nil }
    let filed = try heading.article.flatMap { try library.article($0) }
    let story = try heading.story.flatMap { try library.story($0) }
    let before = try heading.story.flatMap { try library.visitBefore($0, by: account.id) }
    let lines = try heading.story.flatMap { try library.storyEntry($0)?.lines } ?? []
    let fresh = before.map { since in lines.filter { $0.at > since }.map(\.citation) } ?? []
    let isWhole = (story?.summary.articleCount ?? 1) > 1
    let points =
      isWhole && !heading.isStory ? story?.dossier.keyPoints.prefix(3).map(\.citation) ?? [] : []
    let followed = try heading.story.map {
      try library.followedStories(of: account.id).contains($0)
    }
    var entry = DeskEntry(
      id: id, article: filed?.article,
      storyText: heading.isStory ? try storyText(heading, account) : nil,
      headline: heading.headline, language: heading.language, outlet: heading.outlet,
      kicker: filed?.article.kicker ?? story?.summary.kicker,
      story: heading.story, isFollowed: followed ?? false, isStarred: heading.starredAt != nil,
      isUnread: heading.isUnread, fresh: heading.isStory ? [] : fresh, since: before,
      points: points,
      disagrees: story?.summary.disagreement != nil, position: heading.position,
      reports: heading.isStory
        ? [] : try heading.story.map { try rows.reports(of: $0, besides: id) } ?? [],
      published: heading.publishedAt)
    if let article = heading.article {
      let kept = try library.enclosures(of: [article], for: account.id)[article] ?? []
      entry.enclosures = kept.map { ($0.type.hasPrefix("video/"), $0.url) }
    }
    return entry
  }

  private func storyText(_ heading: ItemHeading, _ account: Account) throws -> HTML? {
    try ReaderEntries(visit: visit, account: account).entries([heading]).first?.content
  }
}
