package import Hypertext
package import Press

/// A feed in the desk's list of folders.
package struct DeskFeed: Sendable, Hashable, Identifiable {
  package var id: Int64
  package var title: String
  package var outlet: Outlet.ID?
  package var unread: Int

  package init(id: Int64, title: String, outlet: Outlet.ID?, unread: Int) {
    self.id = id
    self.title = title
    self.outlet = outlet
    self.unread = unread
  }
}

/// A folder in the desk's list.
package struct DeskFolder: Sendable, Hashable, Identifiable {
  package var id: Int64
  package var title: String
  package var feeds: [DeskFeed]

  package init(id: Int64, title: String, feeds: [DeskFeed]) {
    self.id = id
    self.title = title
    self.feeds = feeds
  }
}

/// The desk: folders and sources, the list, and beside it the entry that is open.
package struct DeskPage: Sendable {
  package var frame: DeskFrame
  package var view: DeskAddress.View
  package var folders: [DeskFolder]
  /// The stories' feed, at the top of the list.
  package var stories: DeskFeed?
  /// Titles and queries of searches that were kept, by their numbers.
  package var searches: [(id: Int64, title: String, query: String)]
  package var outlets: [Outlet]
  package var counts: (unread: Int, starred: Int, followed: Int, notices: Int)
  package var rows: [DeskRow]
  package var opened: DeskEntry?
  /// Whether read entries are shown, too.
  package var showsAll: Bool
  /// Where older entries begin.
  package var next: String?
  /// How many there are.
  package var total: Int
  /// What arrived later than this was not on the page.
  package var until: Int64
  package var canUndo: Bool
  /// Whether the account has a service that keeps articles for later.
  package var keepsLater = false

  package init(
    frame: DeskFrame, view: DeskAddress.View, folders: [DeskFolder] = [],
    stories: DeskFeed? = nil, searches: [(id: Int64, title: String, query: String)] = [],
    outlets: [Outlet] = [],
    counts: (unread: Int, starred: Int, followed: Int, notices: Int) = (0, 0, 0, 0),
    rows: [DeskRow] = [], opened: DeskEntry? = nil, showsAll: Bool = false, next: String? = nil,
    total: Int = 0, until: Int64 = 0, canUndo: Bool = false
  ) {
    self.frame = frame
    self.view = view
    self.folders = folders
    self.stories = stories
    self.searches = searches
    self.outlets = outlets
    self.counts = counts
    self.rows = rows
    self.opened = opened
    self.showsAll = showsAll
    self.next = next
    self.total = total
    self.until = until
    self.canUndo = canUndo
  }

  package var html: HTML {
    frame.page(
      .list(view, all: showsAll), title: "\(title) – \(words.desk)",
      main: """
        <h1 class="vh">\(words.desk)</h1>
        <div class="pult\(opened == nil ? "" : " one")">
        \(DeskLists(page: self, marks: marks).html)
        \(list)
        \(entry)
        </div>
        """)
  }

  var words: DeskWords { _read { yield frame.words } }
  private var marks: Marks { Marks(frame.edition, outlets: outlets) }

  /// The list's name.
  var title: String {
    switch view {
    case .unread: words.unread
    case .starred: words.starred
    case .followed: words.followed
    case .notices: words.notices
    case .history: words.history
    case .folder(let id): folders.first { $0.id == id }?.title ?? words.unread
    case .feed(let id):
      stories?.id == id
        ? words.storiesFeed
        : folders.flatMap(\.feeds).first { $0.id == id }?.title ?? words.unread
    case .search(let query):
      query.visible == nil ? words.searches : "„\(query.shortened(to: 60))“"
    }
  }

  /// Where the list is, without an open entry.
  var place: DeskAddress.Place { .list(view, all: showsAll) }

  private var list: HTML {
    """
    <section class="lst" aria-labelledby="u">\
    <form method="post" action="\(url: frame.path(.act))">\(frame.token)\
    <input type="hidden" name="back" value="\(frame.path(place))">\
    <input type="hidden" name="until" value="\(until)">\
    <div class="bar"><h2 id="u">\(title)</h2>\(actions)</div>\
    \(frame.said.map { "<div class=\"bar\">\($0)</div>" as HTML })\(search)\
    \(rows, { DeskRowView(row: $0, marks: marks, frame: frame, isOpen: $0.items.contains(opened?.id ?? 0)).html })\
    \(rows.isEmpty ? empty : nil)\
    </form>\(end)</section>
    """
  }

  private var empty: HTML {
    let text = view == .unread && !showsAll ? words.nothingUnread : words.nothingHere
    return "<p class=\"none\">\(text)</p>"
  }

  private var actions: HTML? {
    let undo: HTML? =
      canUndo ? "<button class=\"lite\" name=\"undo\" value=\"1\">\(words.undo)</button>" : nil
    guard rows.contains(where: \.isUnread), let key = view.key else { return undo }
    return """
      <span class="two1">\(undo)<button class="lite" name="all" value="\(key)">\(words.allRead)</button></span>
      """
  }

  private var search: HTML? {
    guard case .search(let query) = view, query.visible != nil else { return nil }
    let kept = searches.first { $0.query == query }
    return """
      <div class="bar">\
      \(kept == nil ? "<button class=\"lite\" name=\"keep\" value=\"\(query)\">\(words.saveSearch)</button>" : "<button class=\"lite\" name=\"forget\" value=\"\(kept?.id ?? 0)\">\(words.forget)</button>")</div>
      """
  }

  private var end: HTML {
    let older: HTML? = next.map {
      "<a class=\"more\" href=\"\(url: frame.path(.list(view, all: showsAll, from: $0)))\">\(words.older)</a>"
    }
    let other: HTML? =
      view.hasReadOnes
      ? """
      <a class="more" href="\(url: frame.path(.list(view, all: !showsAll)))">\
      \(showsAll ? words.showUnread : words.showAll)</a>
      """ : nil
    let shown = rows.reduce(0) { $0 + $1.items.count }
    let count: HTML? =
      total > 0 ? "<span class=\"meta\">\(words.shownOf(min(shown, total), total))</span>" : nil
    return "<div class=\"bar\">\(older)\(other)\(count)</div>"
  }

  private var entry: HTML {
    guard let opened else { return "<div class=\"op\">\(keys)</div>" }
    return DeskEntryView(entry: opened, page: self, marks: marks).html(keys: keys)
  }

  private var keys: HTML {
    """
    <p class="keysh" id="keys"><span><kbd>j</kbd> <kbd>k</kbd> \(words.keyMove)</span>\
    <span><kbd>o</kbd> \(words.keyOpen)</span><span><kbd>m</kbd> \(words.keyRead)</span>\
    <span><kbd>s</kbd> \(words.keyStar)</span><span><kbd>/</kbd> \(words.keySearch)</span>\
    <span><kbd>?</kbd> \(words.keyHelp)</span></p>
    """
  }
}

extension DeskAddress.View {
  /// How forms name the list; nil where "all read" has no meaning.
  package var key: String? {
    switch self {
    case .unread: "unread"
    case .starred: "starred"
    case .followed: "followed"
    case .notices: "notices"
    case .history, .search: nil
    case .folder(let id): "folder/\(id)"
    case .feed(let id): "feed/\(id)"
    }
  }

  /// Reads what `key` wrote.
  package init?(key: String) {
    let parts = key.split(separator: "/")
    switch (parts.first, parts.count) {
    case ("unread", 1): self = .unread
    case ("starred", 1): self = .starred
    case ("followed", 1): self = .followed
    case ("notices", 1): self = .notices
    case ("folder", 2):
      guard let id = Int64(parts[1]) else { return nil }
      self = .folder(id)
    case ("feed", 2):
      guard let id = Int64(parts[1]) else { return nil }
      self = .feed(id)
    default: return nil
    }
  }

  /// Whether the list can show read entries or leave them out.
  var hasReadOnes: Bool {
    switch self {
    case .unread, .folder, .feed, .followed: true
    case .starred, .notices, .history, .search: false
    }
  }
}
