import Foundation
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
  /// Why the last check failed; nil after a success.
  package var fault: SourceFault?
  /// When its latest entries were published, oldest first, at most 30: its rhythm.
  package var published: [Int64]
  /// How long it wishes to be left alone, in seconds.
  package var wishedSeconds: Int?
}

/// How much a source brings.
package struct SourceOutput: Sendable, Hashable {
  package var articles = 0
  /// Articles of the last two weeks, a day; of the time since the first one, where that is shorter.
  package var perDay = 0.0
  /// Share of its articles that are copies of others, 0…1.
  package var copyShare = 0.0

  package init(articles: Int = 0, perDay: Double = 0, copyShare: Double = 0) {
    self.articles = articles
    self.perDay = perDay
    self.copyShare = copyShare
  }
}

extension Library {
  /// Adds sources; those already there, also under an address they had before, stay as they are.
  /// Returns how many were new.
  package func add(_ sources: [Source], outlets: [Outlet], at now: Int64) throws(LibraryError)
    -> Int
  {
    try write { db in
      for outlet in outlets { try Self.keep(outlet, db) }
      var added = 0
      for source in sources {
        let moved = try Bool.fetchOne(
          db.cachedStatement(sql: "SELECT 1 FROM sourceAlias WHERE url = ?"),
          arguments: [source.url])
        if moved == true { continue }
        try db.run(
          sql: """
            INSERT INTO source (url, kind, outlet, title, category, rights, owner, ownerKind, addedAt)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
            """,
          arguments: [
            source.url, source.kind.rawValue, source.outlet, source.title, source.category,
            source.rights.rawValue, source.owner, source.ownerKind?.rawValue, now,
          ])
        added += db.changesCount
      }
      if added > 0 { try Self.note(.sources, "", db) }
      return added
    }
  }

  package func removeSource(url: String) throws(LibraryError) -> Bool {
    try write { db in
      try db.run(sql: "DELETE FROM source WHERE url = ?", arguments: [url])
      let removed = db.changesCount > 0
      if removed { try Self.note(.sources, "", db) }
      return removed
    }
  }

  /// Writes down what people say of a source: title, folder, rights, owner, selectors. False where
  /// there is no such source.
  package func edit(_ source: Source) throws(LibraryError) -> Bool {
    try write { db in
      try db.run(
        sql: """
          UPDATE source SET title = ?, category = ?, rights = ?, owner = ?, ownerKind = ?,
            contentSelector = ?, removalSelector = ?, keepDays = ? WHERE url = ?
          """,
        arguments: [
          source.title, source.category, source.rights.rawValue, source.owner,
          source.ownerKind?.rawValue, source.selectors.content, source.selectors.removal,
          source.keepDays, source.url,
        ])
      let found = db.changesCount > 0
      if found { try Self.note(.sources, "", db) }
      return found
    }
  }

  /// All sources by title.
  package func sources() throws(LibraryError) -> [SourceState] {
    try read { db in
      try Row.fetchAll(
        db.cachedStatement(sql: "SELECT * FROM source ORDER BY title COLLATE NOCASE, url")
      )
      .map(Self.state)
    }
  }

  /// The sources that are to be asked at a time, those that wait longest first.
  package func sourcesDue(at now: Int64) throws(LibraryError) -> [SourceState] {
    try read { db in
      try Row.fetchAll(
        db.cachedStatement(
          sql: "SELECT * FROM source WHERE nextCheckAt <= ? ORDER BY nextCheckAt, url"),
        arguments: [now]
      ).map(Self.state)
    }
  }

  /// When the next source is to be asked; nil where there is none.
  package func nextCheck() throws(LibraryError) -> Int64? {
    try read { db in
      try Int64.fetchOne(db.cachedStatement(sql: "SELECT min(nextCheckAt) FROM source"))
    }
  }

  /// The source of an address, also of one it had before.
  package func source(url: String) throws(LibraryError) -> SourceState? {
    try read { db in
      try Row.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT * FROM source WHERE url = ?1
              OR url = (SELECT source FROM sourceAlias WHERE url = ?1) LIMIT 1
            """), arguments: [url]
      ).map(Self.state)
    }
  }

  /// How many articles each source has brought, from a count that is kept.
  package func articlesBySource() throws(LibraryError) -> [Source.ID: Int] {
    try read { db in
      let rows = try Row.fetchAll(
        db.cachedStatement(sql: "SELECT source, articles FROM sourceTally"))
      return Dictionary(rows.map { ($0["source"], $0["articles"]) }) { first, _ in first }
    }
  }

  /// How much each source brings.
  package func sourceOutput(at now: Int64) throws(LibraryError) -> [Source.ID: SourceOutput] {
    try read { db in
      let rows = try Row.fetchCursor(
        db.cachedStatement(
          sql: """
            SELECT source, count(*) AS articles, count(copyOf) AS copies, min(arrivedAt) AS first,
              sum(arrivedAt > ?) AS recent
            FROM article WHERE source IS NOT NULL GROUP BY source
            """), arguments: [now - 14 * 86_400])
      var output: [Source.ID: SourceOutput] = [:]
      while let row = try rows.next() {
        let (articles, copies): (Int, Int) = (row["articles"], row["copies"])
        let (first, recent): (Int64, Int) = (row["first"], row["recent"])
        let days = min(14, max(1, Double(now - first) / 86_400))
        output[row["source"]] = SourceOutput(
          articles: articles, perDay: Double(recent) / days,
          copyShare: articles == 0 ? 0 : Double(copies) / Double(articles))
      }
      return output
    }
  }

  /// Writes down what a check of a source found; what people say of it stays.
  package func note(_ state: SourceState) throws(LibraryError) {
    try write { db in
      let before = try String.fetchOne(
        db.cachedStatement(sql: "SELECT lastError FROM source WHERE url = ?"),
        arguments: [state.source.url])
      if before.map(Self.fault)?.kind != state.fault?.kind { try Self.note(.sources, "", db) }
      try db.run(
        sql: """
          UPDATE source SET title = CASE WHEN title = url THEN ? ELSE title END, etag = ?,
            lastModified = ?, contentHash = ?, checkedAt = ?, succeededAt = ?, newsAt = ?,
            nextCheckAt = ?, failures = ?, lastError = ?, published = ?, wishedSeconds = ?
          WHERE url = ?
          """,
        arguments: [
          state.source.title, state.etag, state.lastModified, state.contentHash, state.checkedAt,
          state.succeededAt, state.newsAt, state.nextCheckAt, state.failures,
          state.fault.flatMap(Self.text), state.published.map(String.init).joined(separator: " "),
          state.wishedSeconds, state.source.url,
        ])
    }
  }

  /// The hash under which each of the source's entries was last seen.
  package func seenEntries(of source: Source.ID) throws(LibraryError) -> [Entry.ID: String] {
    try read { db in
      let rows = try Row.fetchCursor(
        db.cachedStatement(sql: "SELECT id, hash FROM entry WHERE source = ?"), arguments: [source])
      var seen: [Entry.ID: String] = [:]
      while let row = try rows.next() { seen[row["id"]] = row["hash"] }
      return seen
    }
  }

  package func outlets() throws(LibraryError) -> [Outlet] {
    try read { db in
      let rows = try Row.fetchCursor(
        db.cachedStatement(
          sql: "SELECT id, name, home, language FROM outlet ORDER BY name COLLATE NOCASE"))
      var outlets: [Outlet] = []
      while let row = try rows.next() { outlets.append(Self.outlet(row)) }
      return outlets
    }
  }

  package func outlet(_ id: Outlet.ID) throws(LibraryError) -> Outlet? {
    try read { db in
      try Row.fetchOne(
        db.cachedStatement(sql: "SELECT id, name, home, language FROM outlet WHERE id = ?"),
        arguments: [id]
      ).map(Self.outlet)
    }
  }

  static func keep(_ outlet: Outlet, _ db: Database) throws {
    try db.run(
      sql: """
        INSERT INTO outlet VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET
          name = CASE WHEN excluded.name = excluded.id THEN name ELSE excluded.name END,
          home = coalesce(excluded.home, home), language = coalesce(excluded.language, language)
        """,
      arguments: [outlet.id, outlet.name, outlet.home, outlet.language?.rawValue])
  }

  /// Of a row with id, name, home and language.
  private static func outlet(_ row: Row) -> Outlet {
    Outlet(
      id: row[0], name: row[1], home: row[2],
      language: (row[3] as String?).map(Language.init(rawValue:)))
  }

  private static func text(_ fault: SourceFault) -> String? {
    (try? JSONEncoder().encode(fault)).map { String(decoding: $0, as: UTF8.self) }
  }

  /// A fault as it was kept; what older versions wrote in words is kept as they put it.
  private static func fault(_ text: String) -> SourceFault {
    (try? JSONDecoder().decode(SourceFault.self, from: Data(text.utf8)))
      ?? SourceFault(.other, detail: text)
  }

  private static func state(_ row: Row) -> SourceState {
    let source = Source(
      url: row["url"], kind: Source.Kind(rawValue: row["kind"]) ?? .feed, outlet: row["outlet"],
      title: row["title"], category: row["category"],
      rights: Source.Rights(rawValue: row["rights"]) ?? .excerpt, owner: row["owner"],
      ownerKind: (row["ownerKind"] as String?).flatMap(Source.OwnerKind.init),
      selectors: Source.Selectors(
        content: row["contentSelector"], removal: row["removalSelector"]),
      keepDays: row["keepDays"])
    return SourceState(
      source: source, etag: row["etag"], lastModified: row["lastModified"],
      contentHash: row["contentHash"], checkedAt: row["checkedAt"],
      succeededAt: row["succeededAt"], newsAt: row["newsAt"], nextCheckAt: row["nextCheckAt"],
      failures: row["failures"], fault: (row["lastError"] as String?).map(fault),
      published: (row["published"] as String).split(separator: " ").compactMap { Int64($0) },
      wishedSeconds: row["wishedSeconds"])
  }
}
