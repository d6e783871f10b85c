import GRDB
package import Press

extension Library {
  /// The folder of feeds that have no other.
  package static let defaultFolder = "Allgemein"
  /// Of a feed that is new to an account so many entries are new.
  private static let newestEntries = 50

  /// What an account reads: by folder and title, the stories last.
  package func subscriptions(of account: Account.ID) throws(LibraryError) -> [Subscription] {
    try read { db in
      let counts = try Self.unreadCounts(account, db)
      return try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT feed.id, feed.kind, feed.key, folder.id AS folderID, folder.title AS folderTitle,
              coalesce(subscription.title, source.title, outlet.name, feed.key) AS name,
              outlet.id AS outletID, outlet.home, source.checkedAt, source.failures, source.lastError
            FROM subscription JOIN feed ON feed.id = subscription.feed
            JOIN folder ON folder.id = subscription.folder
            LEFT JOIN source ON feed.kind = 'source' AND source.url = feed.key
            LEFT JOIN outlet ON outlet.id = coalesce(source.outlet, feed.key)
            WHERE subscription.account = ? AND endedAt IS NULL
            ORDER BY feed.kind = 'stories', folder.title COLLATE NOCASE, name COLLATE NOCASE, feed.id
            """), arguments: [account]
      ).map { row in
        Subscription(
          id: row["id"], kind: Subscription.Kind(rawValue: row["kind"]) ?? .source,
          key: row["key"], title: row["name"], outlet: row["outletID"], home: row["home"],
          folder: Folder(id: row["folderID"], title: row["folderTitle"]),
          unreadCount: counts[row["id"]] ?? 0, checkedAt: row["checkedAt"],
          failures: row["failures"] ?? 0, lastError: row["lastError"])
      }
    }
  }

  /// The feeds of a source or an outlet, whether or not somebody reads them.
  package func feed(ofSource url: Source.ID) throws(LibraryError) -> Int64? {
    try read { db in
      try Int64.fetchOne(
        db.cachedStatement(sql: "SELECT id FROM feed WHERE kind = 'source' AND key = ?"),
        arguments: [url])
    }
  }

  /// A feed's title and outlet, whoever reads it.
  package func feedIdentity(_ id: Int64) throws(LibraryError) -> (title: String, outlet: String?)? {
    try read { db in
      try Row.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT coalesce(source.title, outlet.name, feed.key) AS title, outlet.id AS outlet
            FROM feed LEFT JOIN source ON feed.kind = 'source' AND source.url = feed.key
            LEFT JOIN outlet ON outlet.id = coalesce(source.outlet, feed.key) WHERE feed.id = ?
            """), arguments: [id]
      ).map { ($0["title"], $0["outlet"]) }
    }
  }

  /// Switches an account's feed of stories on or off.
  package func setStories(_ isOn: Bool, of account: Account.ID) throws(LibraryError) {
    let feed = try read { db in
      try Int64.fetchOne(db.cachedStatement(sql: "SELECT id FROM feed WHERE kind = 'stories'"))
    }
    guard let feed else { return }
    if isOn {
      _ = try subscribe(account, to: feed)
    } else {
      _ = try unsubscribe(account, from: feed)
    }
  }

  /// Subscribes to a feed. What an account read there before stays read.
  package func subscribe(
    _ account: Account.ID, to feed: Int64, folder: String? = nil, title: String? = nil
  ) throws(LibraryError) -> Bool {
    try write { db in
      guard
        try Bool.fetchOne(
          db.cachedStatement(sql: "SELECT 1 FROM feed WHERE id = ?"), arguments: [feed]) != nil
      else { return false }
      try Self.subscribe(account, to: feed, folder: folder, title: title, db)
      return true
    }
  }

  static func subscribe(
    _ account: Account.ID, to feed: Int64, folder: String?, title: String? = nil, _ db: Database
  ) throws {
    let known = try Row.fetchOne(
      db.cachedStatement(
        sql: "SELECT since, endedAt FROM subscription WHERE account = ? AND feed = ?"),
      arguments: [account, feed])
    if let known, (known["endedAt"] as Int64?) == nil { return }
    let newest = try Int64.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT id FROM item WHERE feed = ? AND NOT isGone AND id > ?
          ORDER BY touchedAt DESC, id DESC LIMIT ?
          """), arguments: [feed, (known?["endedAt"] as Int64?) ?? 0, newestEntries])
    let seen =
      try Int64.fetchOne(
        db.cachedStatement(sql: "SELECT seenItem FROM account WHERE id = ?"), arguments: [account])
      ?? 0
    let since: Int64 = known?["since"] ?? newest.min() ?? seen + 1
    try db.run(
      sql: """
        INSERT INTO subscription (account, feed, folder, title, since) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET endedAt = NULL, folder = excluded.folder
        """,
      arguments: [
        account, feed, try Self.folder(folder ?? defaultFolder, of: account, db), title, since,
      ])
    for item in newest where item <= seen { try deliver([item], to: account, db) }
  }

  /// Ends a subscription; what is starred stays so.
  package func unsubscribe(_ account: Account.ID, from feed: Int64) throws(LibraryError) -> Bool {
    try write { db in
      try db.run(
        sql: """
          UPDATE subscription SET endedAt = (SELECT coalesce(max(id), 0) FROM item)
          WHERE account = ? AND feed = ? AND endedAt IS NULL
          """, arguments: [account, feed])
      let ended = db.changesCount > 0
      try db.run(
        sql: "DELETE FROM unread WHERE account = ? AND feed = ?", arguments: [account, feed])
      return ended
    }
  }

  /// Renames a subscription or moves it to another folder; nil leaves as it is.
  package func change(
    _ feed: Int64, of account: Account.ID, title: String? = nil, folder: String? = nil
  ) throws(LibraryError) -> Bool {
    try write { db in
      let folder = try folder.map { try Self.folder($0, of: account, db) }
      try db.run(
        sql: """
          UPDATE subscription SET title = coalesce(?, title), folder = coalesce(?, folder)
          WHERE account = ? AND feed = ? AND endedAt IS NULL
          """, arguments: [title, folder, account, feed])
      return db.changesCount > 0
    }
  }

  // MARK: Folders

  package func folders(of account: Account.ID) throws(LibraryError) -> [Folder] {
    try read { db in
      try Row.fetchAll(
        db.cachedStatement(
          sql: "SELECT id, title FROM folder WHERE account = ? ORDER BY title COLLATE NOCASE"),
        arguments: [account]
      ).map { Folder(id: $0["id"], title: $0["title"]) }
    }
  }

  /// A folder by its title, made where there is none.
  package func folder(_ title: String, of account: Account.ID) throws(LibraryError) -> Folder {
    try write { db in Folder(id: try Self.folder(title, of: account, db), title: title) }
  }

  /// Renames a folder; one that has the title already takes its feeds in.
  package func renameFolder(_ id: Folder.ID, of account: Account.ID, to title: String)
    throws(LibraryError) -> Bool
  {
    try write { db in
      guard try Self.owns(id, account, db) else { return false }
      let target = try Int64.fetchOne(
        db.cachedStatement(sql: "SELECT id FROM folder WHERE account = ? AND title = ?"),
        arguments: [account, title])
      if let target, target != id {
        try Self.move(id, to: target, account, db)
      } else {
        try db.run(
          sql: "UPDATE folder SET title = ? WHERE id = ?", arguments: [title, id])
      }
      return true
    }
  }

  /// Removes a folder; its feeds move to the default one.
  package func removeFolder(_ id: Folder.ID, of account: Account.ID) throws(LibraryError) -> Bool {
    try write { db in
      guard try Self.owns(id, account, db) else { return false }
      let target = try Self.folder(Self.defaultFolder, of: account, db)
      if target != id { try Self.move(id, to: target, account, db) }
      return true
    }
  }

  private static func move(
    _ folder: Folder.ID, to target: Folder.ID, _ account: Account.ID, _ db: Database
  ) throws {
    try db.run(
      sql: "UPDATE subscription SET folder = ? WHERE folder = ?", arguments: [target, folder])
    try db.run(sql: "DELETE FROM folder WHERE id = ?", arguments: [folder])
  }

  private static func owns(_ folder: Folder.ID, _ account: Account.ID, _ db: Database) throws
    -> Bool
  {
    try Bool.fetchOne(
      db.cachedStatement(sql: "SELECT 1 FROM folder WHERE id = ? AND account = ?"),
      arguments: [folder, account])
      != nil
  }

  static func folder(_ title: String, of account: Account.ID, _ db: Database) throws -> Folder.ID {
    try db.run(
      sql: "INSERT INTO folder (account, title) VALUES (?, ?) ON CONFLICT DO NOTHING",
      arguments: [account, title])
    return try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT id FROM folder WHERE account = ? AND title = ?"),
      arguments: [account, title]) ?? 0
  }

  static func unreadCounts(_ account: Account.ID, _ db: Database) throws -> [Int64: Int] {
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: "SELECT feed, count(*) AS n FROM unread WHERE account = ? GROUP BY feed"),
      arguments: [account])
    return Dictionary(rows.map { ($0["feed"], $0["n"]) }) { first, _ in first }
  }
}
