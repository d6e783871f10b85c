import GRDB
package import Press

extension Library {
  /// Gives a source the address it has moved to for good; all that is known of it comes along, and
  /// the old address keeps leading to it. Where the new address is a source already, the old one
  /// goes up in it. Returns whether the source lives on under the new address by itself.
  package func move(source old: Source.ID, to new: String, outlet: Outlet) throws(LibraryError)
    -> Bool
  {
    try write { db in
      try Self.keep(outlet, db)
      try db.execute(sql: "PRAGMA defer_foreign_keys = ON")
      let isTaken =
        try Bool.fetchOne(
          db.cachedStatement(sql: "SELECT 1 FROM source WHERE url = ?"), arguments: [new]) ?? false
      if isTaken {
        try db.run(
          sql: "UPDATE OR IGNORE entry SET source = ? WHERE source = ?", arguments: [new, old])
        try db.run(
          sql: "UPDATE sourceAlias SET source = ? WHERE source = ?", arguments: [new, old])
        try db.run(sql: "DELETE FROM source WHERE url = ?", arguments: [old])
      } else {
        try db.run(
          sql: "UPDATE source SET url = ?, outlet = ? WHERE url = ?",
          arguments: [new, outlet.id, old])
        try Self.follow(old, to: new, db)
      }
      try db.run(
        sql: "UPDATE article SET source = ? WHERE source = ?", arguments: [new, old])
      try db.run(
        sql: "INSERT INTO sourceAlias VALUES (?, ?) ON CONFLICT DO NOTHING", arguments: [old, new])
      // A source that moves back is its own name again.
      try db.run(sql: "DELETE FROM sourceAlias WHERE url = ?", arguments: [new])
      try Self.note(.sources, "", db)
      return !isTaken
    }
  }

  /// Takes every table that names the source by its address along.
  private static func follow(_ old: String, to new: String, _ db: Database) throws {
    let places = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT m.name AS place, f."from" AS field FROM sqlite_master m, pragma_foreign_key_list(m.name) f
          WHERE m.type = 'table' AND f."table" = 'source' AND f.on_update <> 'CASCADE'
          """))
    for row in places {
      let (place, field): (String, String) = (row["place"], row["field"])
      try db.execute(
        sql: "UPDATE \(place.quotedDatabaseIdentifier) SET \(field.quotedDatabaseIdentifier) = ?"
          + " WHERE \(field.quotedDatabaseIdentifier) = ?", arguments: [new, old])
    }
  }

  /// Entries of a source that were first seen after a time: what its quota is counted by.
  package func entryCount(of source: Source.ID, since: Int64) throws(LibraryError) -> Int {
    try read { db in
      try Int.fetchOne(
        db.cachedStatement(sql: "SELECT count(*) FROM entry WHERE source = ? AND seenAt > ?"),
        arguments: [source, since]) ?? 0
    }
  }

  /// Forgets entries that were first seen before a time and that the feed no longer lists.
  package func forgetEntries(of source: Source.ID, before: Int64, but kept: Set<Entry.ID>)
    throws(LibraryError)
  {
    try write { db in
      let old = try String.fetchAll(
        db.cachedStatement(sql: "SELECT id FROM entry WHERE source = ? AND seenAt < ?"),
        arguments: [source, before])
      for id in old where !kept.contains(id) {
        try db.run(
          sql: "DELETE FROM entry WHERE source = ? AND id = ?", arguments: [source, id])
      }
    }
  }
}

extension Library {
  /// Writes down entries as seen without an article of theirs: those a source listed before it was
  /// followed.
  package func markSeen(_ entries: [SeenEntry]) throws(LibraryError) {
    guard !entries.isEmpty else { return }
    try write { db in
      for entry in entries {
        try db.run(
          sql: """
            INSERT INTO entry (source, id, hash, seenAt) VALUES (?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET hash = excluded.hash
            """, arguments: [entry.source, entry.id, entry.hash, entry.seenAt ?? 0])
      }
    }
  }
}

extension Library {
  /// When each article of an outlet arrived, by the time of its publication.
  package func arrivals(ofOutlet outlet: Outlet.ID) throws(LibraryError) -> [Int64: Int64] {
    try read { db in
      let rows = try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT publishedAt, min(arrivedAt) AS arrivedAt FROM article
            WHERE outlet = ? AND publishedAt IS NOT NULL GROUP BY publishedAt
            """), arguments: [outlet])
      return Dictionary(rows.map { ($0["publishedAt"], $0["arrivedAt"]) }) { first, _ in first }
    }
  }
}
