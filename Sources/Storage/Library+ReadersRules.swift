import GRDB

extension Library {
  package func rules(of account: Account.ID) throws(LibraryError) -> [ReadingRule] {
    try read { db in try Self.rules(of: account, db) }
  }

  /// Adds a rule; with `toUnread` it also decides over what is unread now.
  package func add(_ rule: ReadingRule, to account: Account.ID, toUnread: Bool, at now: Int64)
    throws(LibraryError) -> ReadingRule.ID
  {
    try write { db in
      try db.run(
        sql: """
          INSERT INTO readingRule (account, feed, field, pattern, action) VALUES (?, ?, ?, ?, ?)
          """,
        arguments: [
          account, rule.feed, rule.field.rawValue, rule.pattern, rule.action.rawValue,
        ])
      let id = db.lastInsertedRowID
      if toUnread {
        let items = try Int64.fetchAll(
          db.cachedStatement(
            sql: "SELECT item FROM unread WHERE account = ? ORDER BY at DESC LIMIT 2000"),
          arguments: [account])
        try apply([rule], to: items, account, at: now, db)
      }
      return id
    }
  }

  package func removeRule(_ id: ReadingRule.ID, of account: Account.ID) throws(LibraryError) -> Bool
  {
    try write { db in
      try db.run(
        sql: "DELETE FROM readingRule WHERE id = ? AND account = ?", arguments: [id, account])
      return db.changesCount > 0
    }
  }

  package func savedSearches(of account: Account.ID) throws(LibraryError) -> [SavedSearch] {
    try read { db in
      try Row.fetchAll(
        db.cachedStatement(
          sql: "SELECT id, title, query FROM savedSearch WHERE account = ? ORDER BY title"),
        arguments: [account]
      ).map { SavedSearch(id: $0["id"], title: $0["title"], query: $0["query"]) }
    }
  }

  package func saveSearch(_ query: String, title: String, of account: Account.ID)
    throws(LibraryError)
  {
    try write { db in
      try db.run(
        sql: "INSERT INTO savedSearch (account, title, query) VALUES (?, ?, ?)",
        arguments: [account, title, query])
    }
  }

  package func removeSearch(_ id: SavedSearch.ID, of account: Account.ID) throws(LibraryError)
    -> Bool
  {
    try write { db in
      try db.run(
        sql: "DELETE FROM savedSearch WHERE id = ? AND account = ?", arguments: [id, account])
      return db.changesCount > 0
    }
  }

  static func rules(of account: Account.ID, _ db: Database) throws -> [ReadingRule] {
    try Row.fetchAll(
      db.cachedStatement(sql: "SELECT * FROM readingRule WHERE account = ? ORDER BY id"),
      arguments: [account]
    ).compactMap { row in
      guard let field = ReadingRule.Field(rawValue: row["field"]),
        let action = ReadingRule.Action(rawValue: row["action"])
      else { return nil }
      return ReadingRule(
        id: row["id"], feed: row["feed"], field: field, pattern: row["pattern"], action: action)
    }
  }

  /// Carries rules out over entries that have been delivered.
  func apply(
    _ rules: [ReadingRule], to items: [Int64], _ account: Account.ID, at now: Int64, _ db: Database
  ) throws {
    guard !rules.isEmpty else { return }
    let isDeep = rules.contains(where: \.needsArticle)
    for item in items {
      guard
        let row = try Row.fetchOne(
          db.cachedStatement(
            sql: """
              SELECT item.feed, article.id, article.headline, article.section FROM item
              JOIN article ON article.id = item.article WHERE item.id = ?
              """), arguments: [item])
      else { continue }
      let article =
        try isDeep
        ? Self.filed(
          db, "article.id = ? AND articleVersion.version = article.version",
          [row["id"] as String], limit: 1
        ).first?.article : nil
      for rule in rules where rule.feed == nil || rule.feed == row["feed"] {
        guard
          rule.matches(headline: row["headline"], section: row["section"], article: article)
        else { continue }
        try carryOut(rule.action, on: item, account, at: now, db)
      }
    }
  }

  private func carryOut(
    _ action: ReadingRule.Action, on item: Int64, _ account: Account.ID, at now: Int64,
    _ db: Database
  ) throws {
    switch action {
    case .hide: try Self.mark(item, "hiddenAt", now, account, db)
    case .star: try Self.mark(item, "starredAt", now, account, db)
    case .notify: try Self.mark(item, "noticedAt", now, account, db)
    case .read: break
    }
    if action == .hide || action == .read {
      try db.run(
        sql: "DELETE FROM unread WHERE account = ? AND item = ?", arguments: [account, item])
    }
  }

  /// Sets or clears one time in an account's mark on an item.
  static func mark(
    _ item: Int64, _ column: String, _ value: Int64?, _ account: Account.ID, _ db: Database
  ) throws {
    try db.execute(
      sql: """
        INSERT INTO mark (account, item, \(column)) VALUES (?, ?, ?)
        ON CONFLICT DO UPDATE SET \(column) = excluded.\(column)
        """, arguments: [account, item, value])
  }
}
