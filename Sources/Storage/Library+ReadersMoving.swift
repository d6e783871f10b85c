import GRDB

/// What somebody knew of an entry in another reader.
package struct CarriedState: Sendable, Hashable {
  package var url: String
  package var isRead: Bool
  package var isStarred: Bool

  package init(url: String, isRead: Bool, isStarred: Bool) {
    self.url = url
    self.isRead = isRead
    self.isStarred = isStarred
  }
}

extension Library {
  /// Takes along what an account read and starred elsewhere: at once for entries that are here, and
  /// for the others when they come. Returns how many were here.
  package func carry(_ states: [CarriedState], to account: Account.ID, at now: Int64)
    throws(LibraryError) -> Int
  {
    try write { db in
      let insert = try db.cachedStatement(
        sql: """
          INSERT INTO carried VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET
            isRead = isRead OR excluded.isRead, isStarred = isStarred OR excluded.isStarred
          """)
      for state in states {
        try insert.execute(arguments: [account, state.url, state.isRead, state.isStarred])
      }
      let here = try Int64.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT item.id FROM article JOIN carried ON carried.url = article.url
              AND carried.account = ? JOIN item ON item.article = article.id AND NOT isGone
            JOIN subscription ON subscription.account = carried.account
              AND subscription.feed = item.feed AND endedAt IS NULL
            """), arguments: [account])
      try Self.applyCarried(to: here, account, at: now, db)
      return here.count
    }
  }

  static func applyCarried(
    to items: [Int64], _ account: Account.ID, at now: Int64, _ db: Database
  ) throws {
    guard
      try Bool.fetchOne(
        db.cachedStatement(sql: "SELECT 1 FROM carried WHERE account = ? LIMIT 1"),
        arguments: [account]) != nil
    else { return }
    for item in items {
      let row = try Row.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT carried.url, isRead, isStarred FROM item JOIN article ON article.id = item.article
            JOIN carried ON carried.account = ? AND carried.url = article.url WHERE item.id = ?
            """), arguments: [account, item])
      guard let row else { continue }
      if row["isStarred"] { try mark(item, "starredAt", now, account, db) }
      if row["isRead"] {
        try db.run(
          sql: "DELETE FROM unread WHERE account = ? AND item = ?", arguments: [account, item])
      }
      try db.run(
        sql: "DELETE FROM carried WHERE account = ? AND url = ?",
        arguments: [account, row["url"] as String])
    }
  }
}
