import Foundation
import GRDB

/// Bringing new items to an account. It happens when the account is next read, so that accounts
/// nobody uses cost nothing.
extension Library {
  /// Items brought in one transaction.
  private static let batch = 5_000
  /// So long after an entry was read its copies are read, too. An app that asks at once finds
  /// exactly what it marked.
  private static let sweepDelay: Int64 = 120

  /// Brings an account what has arrived since it was last asked for.
  package func deliver(to account: Account.ID, at now: Int64) throws(LibraryError) {
    while try bringsMore(to: account, at: now) {}
  }

  private func bringsMore(to account: Account.ID, at now: Int64) throws(LibraryError) -> Bool {
    let isDue = try read { db in
      try Bool.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT seenItem < (SELECT coalesce(max(id), 0) FROM item)
              OR (joinsSources AND EXISTS (SELECT 1 FROM feed WHERE kind <> 'stories'
                AND id NOT IN (SELECT feed FROM subscription WHERE account = account.id)))
              OR (copiesTogether AND EXISTS (SELECT 1 FROM mark WHERE mark.account = account.id
                AND readAt > sweptAt AND readAt <= ?))
            FROM account WHERE id = ?
            """), arguments: [now - Self.sweepDelay, account]) ?? false
    }
    guard isDue else { return false }
    return try write { db in
      guard let owner = try Self.account(db, "id = ?", [account]) else { return false }
      try Self.join(owner, db)
      let hasMore = try self.bring(to: owner, at: now, db)
      if owner.copiesTogether { try Self.sweep(account, at: now, db) }
      return hasMore
    }
  }

  /// Subscribes to the feeds that are new here, and to the feed of stories once there is one.
  private static func join(_ account: Account, _ db: Database) throws {
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT feed.id, feed.kind, source.category FROM feed
          LEFT JOIN source ON feed.kind = 'source' AND source.url = feed.key
          WHERE feed.id NOT IN (SELECT feed FROM subscription WHERE account = ?)
            AND CASE feed.kind WHEN 'stories' THEN ? WHEN 'source' THEN ? AND source.url IS NOT NULL
              ELSE ? END
          """),
      arguments: [account.id, account.hasStories, account.joinsSources, account.joinsSources])
    for row in rows {
      try subscribe(account.id, to: row["id"], folder: row["category"], db)
    }
    // A feed whose source is gone is marked as seen, so that it is not looked at again.
    try db.run(
      sql: """
        INSERT INTO subscription (account, feed, folder, since, endedAt)
        SELECT ?, feed.id, ?, 0, 0 FROM feed
        WHERE feed.kind = 'source' AND NOT EXISTS (SELECT 1 FROM source WHERE url = feed.key)
          AND feed.id NOT IN (SELECT feed FROM subscription WHERE account = ?)
        """,
      arguments: [account.id, try folder(defaultFolder, of: account.id, db), account.id])
  }

  private func bring(to account: Account, at now: Int64, _ db: Database) throws -> Bool {
    // A new account need not walk through what lies before its first entry.
    let seen =
      try Int64.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT max(seenItem, coalesce((SELECT min(since) - 1 FROM subscription
              WHERE account = account.id AND endedAt IS NULL), 0)) FROM account WHERE id = ?
            """), arguments: [account.id]) ?? 0
    let last =
      try Int64.fetchOne(
        db.cachedStatement(
          sql: "SELECT max(id) FROM (SELECT id FROM item WHERE id > ? ORDER BY id LIMIT ?)"),
        arguments: [seen, Self.batch]) ?? seen
    if last > seen {
      let fresh = try Int64.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT item.id FROM item JOIN subscription ON subscription.feed = item.feed
              AND subscription.account = ? AND endedAt IS NULL AND item.id >= since
            WHERE item.id > ? AND item.id <= ? AND NOT isGone ORDER BY item.id
            """), arguments: [account.id, seen, last])
      try db.run(
        sql: "UPDATE account SET seenItem = ? WHERE id = ?", arguments: [last, account.id])
      try Self.deliver(fresh, to: account.id, foldsCopies: account.copiesTogether, db)
      try Self.applyCarried(to: fresh, account.id, at: now, db)
      let rules = try Self.rules(of: account.id, db)
      try apply(rules, to: fresh, account.id, at: now, db)
    }
    return last - seen >= Int64(Self.batch)
  }

  /// Makes items unread, but for those that carry on what was read.
  static func deliver(
    _ items: [Int64], to account: Account.ID, foldsCopies: Bool = false, _ db: Database
  ) throws {
    let insert = try db.cachedStatement(
      sql: """
        INSERT INTO unread (account, item, feed, at)
        SELECT ?, id, feed, touchedAt FROM item WHERE id = ? ON CONFLICT DO NOTHING
        """)
    for item in items {
      let row = try Row.fetchOne(
        db.cachedStatement(sql: "SELECT sameAs, copyKey FROM item WHERE id = ?"), arguments: [item])
      if let earlier = row?["sameAs"] as Int64? {
        guard try isUnread(earlier, account, db) else { continue }
        try db.run(
          sql: "DELETE FROM unread WHERE account = ? AND item = ?", arguments: [account, earlier])
      }
      if foldsCopies, let key = row?["copyKey"] as String?,
        try wasRead(key, besides: item, account, db)
      {
        continue
      }
      try insert.execute(arguments: [account, item])
    }
  }

  private static func isUnread(_ item: Int64, _ account: Account.ID, _ db: Database) throws -> Bool
  {
    try Bool.fetchOne(
      db.cachedStatement(sql: "SELECT 1 FROM unread WHERE account = ? AND item = ?"),
      arguments: [account, item])
      != nil
  }

  /// Whether an account has read the text of which an item is a copy. What it never had, or hid,
  /// does not count.
  private static func wasRead(
    _ copyKey: String, besides item: Int64, _ account: Account.ID, _ db: Database
  ) throws -> Bool {
    try Bool.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT 1 FROM item JOIN subscription ON subscription.feed = item.feed
            AND subscription.account = ? AND endedAt IS NULL AND item.id >= subscription.since
          WHERE copyKey = ? AND item.id <> ? AND item.id < ?
            AND NOT EXISTS (SELECT 1 FROM unread WHERE account = ? AND item = item.id)
            AND NOT EXISTS (SELECT 1 FROM mark WHERE account = ? AND mark.item = item.id
              AND hiddenAt IS NOT NULL)
          LIMIT 1
          """), arguments: [account, copyKey, item, item, account, account]) != nil
  }

  /// Reads the copies of what was read a while ago.
  private static func sweep(_ account: Account.ID, at now: Int64, _ db: Database) throws {
    let until = now - sweepDelay
    try db.run(
      sql: """
        DELETE FROM unread WHERE account = :account AND item IN (
          SELECT other.id FROM mark JOIN item ON item.id = mark.item
          JOIN item AS other ON other.copyKey = item.copyKey AND other.id <> item.id
          WHERE mark.account = :account
            AND readAt > (SELECT sweptAt FROM account WHERE id = :account) AND readAt <= :until
            AND NOT EXISTS (SELECT 1 FROM unread AS still
              WHERE still.account = :account AND still.item = mark.item))
        """, arguments: ["account": account, "until": until])
    try db.run(
      sql: "UPDATE account SET sweptAt = max(sweptAt, ?) WHERE id = ?",
      arguments: [until, account])
  }
}
