import GRDB
package import Press

/// A source with what is known of its last checks.
package struct SourceState: Sendable, Hashable {
  package var source: Source
  package var etag: String?
  package var lastModified: String?
  /// Hash of the last body, for servers that ignore conditions.
  package var contentHash: String?
  package var checkedAt: Int64?
  package var succeededAt: Int64?
  /// When something new was last found.
  package var newsAt: Int64?
  package var nextCheckAt: Int64
  /// Checks that failed since the last success.
  package var failures: Int
  package var lastError: String?
  package var articleCount: Int
}

extension Library {
  /// Adds sources; those already there stay as they are. Returns how many were new.
  package func add(_ sources: [Source], outlets: [Outlet], at now: Int64) throws(LibraryError)
    -> Int
  {
    try write { db in
      for outlet in outlets { try Self.keep(outlet, db) }
      var added = 0
      for source in sources {
        try db.execute(
          sql: """
            INSERT INTO source (url, kind, outlet, title, category, rights, addedAt)
            VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
            """,
          arguments: [
            source.url, source.kind.rawValue, source.outlet, source.title, source.category,
            source.rights.rawValue, now,
          ])
        added += db.changesCount
      }
      if added > 0 { try Self.note(.sources, "", db) }
      return added
    }
  }

  package func removeSource(url: String) throws(LibraryError) -> Bool {
    try write { db in
      try db.execute(sql: "DELETE FROM source WHERE url = ?", arguments: [url])
      let removed = db.changesCount > 0
      if removed { try Self.note(.sources, "", db) }
      return removed
    }
  }

  /// All sources by title.
  package func sources() throws(LibraryError) -> [SourceState] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT source.*, coalesce(sourceTally.articles, 0) AS articles FROM source
          LEFT JOIN sourceTally ON sourceTally.source = source.url ORDER BY title COLLATE NOCASE, url
          """
      ).map(Self.state)
    }
  }

  /// Writes down what a check of a source found: everything but the source itself is replaced.
  package func note(_ state: SourceState) throws(LibraryError) {
    try write { db in
      try db.execute(
        sql: """
          UPDATE source SET title = ?, etag = ?, lastModified = ?, contentHash = ?, checkedAt = ?,
            succeededAt = ?, newsAt = ?, nextCheckAt = ?, failures = ?, lastError = ? WHERE url = ?
          """,
        arguments: [
          state.source.title, state.etag, state.lastModified, state.contentHash, state.checkedAt,
          state.succeededAt, state.newsAt, state.nextCheckAt, state.failures, state.lastError,
          state.source.url,
        ])
    }
  }

  /// The hash under which each of the source's entries was last seen.
  package func seenEntries(of source: Source.ID) throws(LibraryError) -> [Entry.ID: String] {
    try read { db in
      let rows = try Row.fetchCursor(
        db, sql: "SELECT id, hash FROM entry WHERE source = ?", arguments: [source])
      var seen: [Entry.ID: String] = [:]
      while let row = try rows.next() { seen[row["id"]] = row["hash"] }
      return seen
    }
  }

  package func outlets() throws(LibraryError) -> [Outlet] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT * FROM outlet ORDER BY name COLLATE NOCASE")
        .map(Self.outlet)
    }
  }

  static func keep(_ outlet: Outlet, _ db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO outlet VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET
          name = CASE WHEN excluded.name = excluded.id THEN name ELSE excluded.name END,
          home = coalesce(excluded.home, home), language = coalesce(excluded.language, language)
        """,
      arguments: [outlet.id, outlet.name, outlet.home, outlet.language?.rawValue])
  }

  static func outlet(_ row: Row) -> Outlet {
    Outlet(
      id: row["id"], name: row["name"], home: row["home"],
      language: (row["language"] as String?).map(Language.init(rawValue:)))
  }

  private static func state(_ row: Row) -> SourceState {
    let source = Source(
      url: row["url"], kind: Source.Kind(rawValue: row["kind"]) ?? .feed, outlet: row["outlet"],
      title: row["title"], category: row["category"],
      rights: Source.Rights(rawValue: row["rights"]) ?? .excerpt)
    return SourceState(
      source: source, etag: row["etag"], lastModified: row["lastModified"],
      contentHash: row["contentHash"], checkedAt: row["checkedAt"],
      succeededAt: row["succeededAt"], newsAt: row["newsAt"], nextCheckAt: row["nextCheckAt"],
      failures: row["failures"], lastError: row["lastError"], articleCount: row["articles"])
  }
}
