import GRDB
import Press

extension Library {
  /// The items a query asks for, in its order.
  package func items(_ query: ItemQuery, of account: Account.ID) throws(LibraryError) -> [ItemRef] {
    try read { db in
      let (condition, arguments) = Self.condition(query, account)
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT item.id, item.feed, item.publishedAt, item.touchedAt FROM \(Self.source(query))
          WHERE \(condition) ORDER BY \(Self.order(query)) LIMIT \(query.limit)
          OFFSET \(query.offset)
          """, arguments: arguments)
      var found: [ItemRef] = []
      while let row = try rows.next() {
        found.append(ItemRef(id: row[0], feed: row[1], publishedAt: row[2], touchedAt: row[3]))
      }
      return found
    }
  }

  /// How many items a query asks for, whatever its limit.
  package func count(_ query: ItemQuery, of account: Account.ID) throws(LibraryError) -> Int {
    try read { db in
      if let count = try Self.countOfAll(query, account, db) { return count }
      let (condition, arguments) = Self.condition(query, account)
      return try Int.fetchOne(
        db, sql: "SELECT count(*) FROM \(Self.source(query)) WHERE \(condition)",
        arguments: arguments) ?? 0
    }
  }

  /// All of an account's feeds are counted from an index, and what it hid is taken off.
  private static func countOfAll(_ query: ItemQuery, _ account: Account.ID, _ db: Database) throws
    -> Int?
  {
    var plain = ItemQuery(.everything)
    plain.order = query.order
    plain.isAscending = query.isAscending
    plain.limit = query.limit
    plain.offset = query.offset
    guard query == plain else { return nil }
    let feeds = "SELECT feed FROM subscription WHERE account = :account AND endedAt IS NULL"
    return try Int.fetchOne(
      db,
      sql: """
        SELECT (SELECT count(*) FROM item INDEXED BY itemByFeed
            WHERE feed IN (\(feeds)) AND NOT isGone)
          - (SELECT count(*) FROM mark JOIN item ON item.id = mark.item
            WHERE mark.account = :account AND hiddenAt IS NOT NULL AND NOT isGone
              AND feed IN (\(feeds)))
        """, arguments: ["account": account])
  }

  /// Unread entries by feed.
  package func unreadCounts(of account: Account.ID) throws(LibraryError) -> [Int64: Int] {
    try read { db in try Self.unreadCounts(account, db) }
  }

  /// Entries by feed, those that were read only.
  package func readCounts(of account: Account.ID) throws(LibraryError) -> [Int64: Int] {
    try read { db in
      let unread = try Self.unreadCounts(account, db)
      let rows = try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT feed, count(*) AS n FROM item INDEXED BY itemByFeed WHERE NOT isGone AND feed IN (
              SELECT feed FROM subscription WHERE account = ? AND endedAt IS NULL) GROUP BY feed
            """), arguments: [account])
      return Dictionary(rows.map { ($0["feed"], ($0["n"] as Int) - (unread[$0["feed"]] ?? 0)) }) {
        first, _ in first
      }
    }
  }

  /// The newest arrival of each feed an account reads.
  package func newestArrivals(of account: Account.ID) throws(LibraryError) -> [Int64: Int64] {
    try read { db in
      let rows = try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT feed, (SELECT max(touchedAt) FROM item WHERE item.feed = subscription.feed) AS at
            FROM subscription WHERE account = ? AND endedAt IS NULL
            """), arguments: [account])
      return Dictionary(rows.compactMap { row in (row["at"] as Int64?).map { (row["feed"], $0) } })
      {
        first, _ in first
      }
    }
  }

  /// Items by their numbers, those an account may see: of its feeds, or marked by it once. In the
  /// order asked for.
  package func headings(_ ids: [Int64], of account: Account.ID) throws(LibraryError)
    -> [ItemHeading]
  {
    try read { db in try ids.compactMap { try Self.heading($0, account, db) } }
  }

  private static func source(_ query: ItemQuery) -> String {
    if query.isRead == false, query.order == .arrival, query.articles == nil,
      isOfFeeds(query.stream)
    {
      return "unread CROSS JOIN item ON item.id = unread.item"
    }
    return switch query.stream {
    case .starred, .noticed, .history:
      "mark AS own CROSS JOIN item ON item.id = own.item"
    case .everything where query.articles == nil, .folder where query.articles == nil:
      query.order == .publication ? "item INDEXED BY itemByPublication" : "item"
    default: "item"
    }
  }

  private static func isOfFeeds(_ stream: ItemQuery.Stream) -> Bool {
    switch stream {
    case .everything, .feed, .folder: true
    default: false
    }
  }

  private static func isMarked(_ stream: ItemQuery.Stream) -> Bool {
    switch stream {
    case .starred, .noticed, .history: true
    default: false
    }
  }

  private static func order(_ query: ItemQuery) -> String {
    let way = query.isAscending ? "ASC" : "DESC"
    if case .history = query.stream { return "own.readAt DESC, item.id DESC" }
    if source(query).hasPrefix("unread") { return "unread.at \(way), unread.item \(way)" }
    return "\(key(query)) \(way), item.id \(way)"
  }

  private static func key(_ query: ItemQuery) -> String {
    if source(query).hasPrefix("unread") { return "unread.at" }
    return switch query.order {
    case .arrival: "item.touchedAt"
    case .publication: "item.publishedAt"
    case .id: "item.id"
    }
  }

  /// The condition and its arguments. A plus sign before a column keeps SQLite from an index that
  /// would have to be sorted: lists are short walks along time.
  private static func condition(_ query: ItemQuery, _ account: Account.ID)
    -> (String, StatementArguments)
  {
    var parts: [String] = []
    var arguments: StatementArguments = []
    func add(_ part: String, _ values: (any DatabaseValueConvertible)?...) {
      parts.append(part)
      arguments += StatementArguments(values)
    }
    let startsAtUnread = source(query).hasPrefix("unread")
    if startsAtUnread { add("unread.account = ?", account) }
    addStream(query, account, startsAtUnread, add)
    add("NOT item.isGone")
    if !isMarked(query.stream) {
      add(
        """
        NOT EXISTS (SELECT 1 FROM mark WHERE mark.account = ? AND mark.item = item.id
          AND hiddenAt IS NOT NULL)
        """, account)
    }
    if let isRead = query.isRead, !startsAtUnread {
      add(
        """
        \(isRead ? "NOT " : "")EXISTS (SELECT 1 FROM unread WHERE unread.account = ?
          AND unread.item = item.id)
        """, account)
    }
    if let isStarred = query.isStarred {
      add(
        """
        \(isStarred ? "" : "NOT ")EXISTS (SELECT 1 FROM mark WHERE mark.account = ?
          AND mark.item = item.id AND starredAt IS NOT NULL)
        """, account)
    }
    if query.leavesStoriesOut { add("item.ownStory IS NULL") }
    addBounds(query, add)
    return (parts.joined(separator: " AND "), arguments)
  }

  private typealias Adding = (String, (any DatabaseValueConvertible)?...) -> Void

  private static func addStream(
    _ query: ItemQuery, _ account: Account.ID, _ startsAtUnread: Bool, _ add: Adding
  ) {
    let feeds = "SELECT feed FROM subscription WHERE account = ? AND endedAt IS NULL"
    switch query.stream {
    case .everything: if !startsAtUnread { add("+item.feed IN (\(feeds))", account) }
    case .feed(let feed):
      add(
        "\(startsAtUnread ? "unread" : "item").feed = ? AND EXISTS (\(feeds) AND feed = ?)", feed,
        account, feed)
    case .folder(let folder):
      add(
        "+\(startsAtUnread ? "unread" : "item").feed IN (\(feeds) AND folder = ?)", account, folder)
    case .story(let story): add("item.story = ? AND item.feed IN (\(feeds))", story, account)
    case .followed:
      add(
        "item.story IN (SELECT story FROM follow WHERE account = ?) AND item.feed IN (\(feeds))",
        account, account)
    case .starred: add("own.account = ? AND own.starredAt IS NOT NULL", account)
    case .noticed: add("own.account = ? AND own.noticedAt IS NOT NULL", account)
    case .history: add("own.account = ? AND own.readAt IS NOT NULL", account)
    }
  }

  private static func addBounds(_ query: ItemQuery, _ add: Adding) {
    if let time = query.arrivedSince { add("item.touchedAt >= ?", time) }
    if let time = query.arrivedBefore { add("item.touchedAt < ?", time) }
    if let time = query.publishedSince { add("item.publishedAt >= ?", time) }
    if let time = query.publishedBefore { add("item.publishedAt < ?", time) }
    if let id = query.idsAfter { add("item.id > ?", id) }
    if let id = query.idsBefore { add("item.id < ?", id) }
    if let cursor = query.cursor {
      let sign = query.isAscending ? ">" : "<"
      add("(\(key(query)), item.id) \(sign) (?, ?)", cursor.key, cursor.id)
    }
    if let articles = query.articles {
      let list = articles.map { "'" + $0.filter { $0 != "'" } + "'" }.joined(separator: ", ")
      add("item.article IN (\(list))")
    }
  }

  private static func heading(_ id: Int64, _ account: Account.ID, _ db: Database) throws
    -> ItemHeading?
  {
    let statement = try db.cachedStatement(
      sql: """
        SELECT item.*, article.headline, article.outlet, article.url, article.language,
          article.section, article.copyOf, mark.starredAt, mark.readAt, mark.position,
          mark.account IS NOT NULL AS isMarked, unread.item IS NOT NULL AS isUnread,
          EXISTS (SELECT 1 FROM subscription WHERE account = :account AND feed = item.feed
            AND endedAt IS NULL) AS isSubscribed
        FROM item LEFT JOIN article ON article.id = item.article
        LEFT JOIN mark ON mark.account = :account AND mark.item = item.id
        LEFT JOIN unread ON unread.account = :account AND unread.item = item.id
        WHERE item.id = :id AND NOT isGone
        """)
    guard
      let row = try Row.fetchOne(statement, arguments: ["account": account, "id": id]),
      row["isSubscribed"] || row["isMarked"]
    else { return nil }
    var heading = ItemHeading(
      id: id, feed: row["feed"], article: row["article"], story: row["story"],
      isStory: (row["ownStory"] as String?) != nil, headline: row["headline"] ?? "",
      outlet: row["outlet"] ?? "", url: row["url"],
      language: Language(rawValue: row["language"] ?? ""),
      section: (row["section"] as String?).flatMap(Section.init), copyOf: row["copyOf"],
      copyKey: row["copyKey"], publishedAt: row["publishedAt"], touchedAt: row["touchedAt"],
      isUnread: row["isUnread"], starredAt: row["starredAt"], readAt: row["readAt"],
      position: row["position"])
    if let story = row["ownStory"] as String? {
      guard let summary = try summary(story, db) else { return nil }
      heading.headline = summary.headline
      heading.outlet = summary.leadOutlet
      heading.language = summary.language
      heading.section = summary.section
    } else if heading.article == nil || heading.outlet.isEmpty {
      return nil
    }
    return heading
  }
}
