import Foundation
import GRDB

extension Library {
  /// How long "mark all read" can be undone.
  private static let undoSpan: Int64 = 86_400

  /// Marks items read or unread. With `copies` their copies go along at once.
  package func setRead(
    _ isRead: Bool, _ items: [Int64], of account: Account.ID, copies: Bool = false, at now: Int64
  ) throws(LibraryError) {
    try write { db in
      let visible = try items.prefix(20_000).filter { try Self.mayMark($0, account, db) }
      if isRead {
        for item in visible {
          try db.run(
            sql: "DELETE FROM unread WHERE account = ? AND item = ?", arguments: [account, item])
          if db.changesCount > 0 { try Self.mark(item, "readAt", now, account, db) }
          if copies { try Self.readCopies(of: item, account, db) }
        }
      } else {
        for item in visible {
          try db.run(
            sql: """
              INSERT INTO unread (account, item, feed, at)
              SELECT ?, id, feed, touchedAt FROM item WHERE id = ? ON CONFLICT DO NOTHING
              """, arguments: [account, item])
          try Self.mark(item, "readAt", nil, account, db)
        }
      }
    }
  }

  package func setStarred(
    _ isStarred: Bool, _ items: [Int64], of account: Account.ID, at now: Int64
  ) throws(LibraryError) {
    try write { db in
      for item in items.prefix(20_000) where try Self.mayMark(item, account, db) {
        let known = try Int64.fetchOne(
          db.cachedStatement(sql: "SELECT starredAt FROM mark WHERE account = ? AND item = ?"),
          arguments: [account, item])
        if isStarred && known != nil { continue }
        try Self.mark(item, "starredAt", isStarred ? now : nil, account, db)
      }
    }
  }

  /// Keeps how far somebody has read: the paragraph, or seconds into a recording.
  package func setPosition(_ position: Int?, of item: Int64, _ account: Account.ID)
    throws(LibraryError)
  {
    try write { db in
      guard try Self.mayMark(item, account, db) else { return }
      try Self.mark(item, "position", position.map(Int64.init), account, db)
    }
  }

  /// Reads all of a stream that arrived until a time, and keeps what it was for `undoReading`.
  /// Returns how many were unread.
  package func readAll(
    _ stream: ItemQuery.Stream, of account: Account.ID, until time: Int64, at now: Int64
  ) throws(LibraryError) -> Int {
    var query = ItemQuery(stream, isRead: false)
    query.arrivedBefore = time + 1
    query.limit = 1_000_000
    let items = try self.items(query, of: account).map(\.id)
    guard !items.isEmpty else { return 0 }
    try write { db in
      let delete = try db.cachedStatement(
        sql: "DELETE FROM unread WHERE account = ? AND item = ?")
      for item in items { try delete.execute(arguments: [account, item]) }
      try db.run(
        sql: """
          INSERT INTO undo VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET
            at = excluded.at, items = excluded.items
          """, arguments: [account, now, Folded.pack(Self.bytes(items))])
    }
    return items.count
  }

  /// Whether the last "mark all read" can be undone.
  package func canUndoReading(_ account: Account.ID, at now: Int64) throws(LibraryError) -> Bool {
    try read { db in
      try Bool.fetchOne(
        db.cachedStatement(sql: "SELECT 1 FROM undo WHERE account = ? AND at > ?"),
        arguments: [account, now - Self.undoSpan]) != nil
    }
  }

  /// Makes unread again what the last "mark all read" read. Returns how many.
  package func undoReading(_ account: Account.ID, at now: Int64) throws(LibraryError) -> Int {
    try write { db in
      guard
        let bytes = try Data.fetchOne(
          db.cachedStatement(sql: "SELECT items FROM undo WHERE account = ? AND at > ?"),
          arguments: [account, now - Self.undoSpan])
      else { return 0 }
      let insert = try db.cachedStatement(
        sql: """
          INSERT INTO unread (account, item, feed, at)
          SELECT ?, id, item.feed, touchedAt FROM item JOIN subscription
            ON subscription.feed = item.feed AND subscription.account = ? AND endedAt IS NULL
          WHERE id = ? AND NOT isGone ON CONFLICT DO NOTHING
          """)
      let items = Self.numbers(try Folded.unpack(bytes))
      for item in items { try insert.execute(arguments: [account, account, item]) }
      try db.run(sql: "DELETE FROM undo WHERE account = ?", arguments: [account])
      return items.count
    }
  }

  /// An account marks what it could see: entries of its feeds, and those it has marked before.
  private static func mayMark(_ item: Int64, _ account: Account.ID, _ db: Database) throws -> Bool {
    let statement = try db.cachedStatement(
      sql: """
        SELECT 1 FROM item WHERE id = :item AND NOT isGone AND (
          EXISTS (SELECT 1 FROM subscription WHERE account = :account AND feed = item.feed
            AND endedAt IS NULL)
          OR EXISTS (SELECT 1 FROM mark WHERE account = :account AND mark.item = item.id))
        """)
    return try Bool.fetchOne(statement, arguments: ["item": item, "account": account]) != nil
  }

  private static func readCopies(of item: Int64, _ account: Account.ID, _ db: Database) throws {
    try db.run(
      sql: """
        DELETE FROM unread WHERE account = ? AND item IN (
          SELECT id FROM item WHERE copyKey = (SELECT copyKey FROM item WHERE id = ?))
        """, arguments: [account, item])
  }

  private static func bytes(_ numbers: [Int64]) -> [UInt8] {
    numbers.flatMap { number in (0..<8).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) } }
  }

  private static func numbers(_ bytes: [UInt8]) -> [Int64] {
    stride(from: 0, to: bytes.count - 7, by: 8).map { start in
      (0..<8).reduce(0) { $0 | Int64(bytes[start + $1]) << (8 * $1) }
    }
  }
}
