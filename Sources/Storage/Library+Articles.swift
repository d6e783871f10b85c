import Crypto
import Foundation
import GRDB
import Languages
package import Press

extension Library {
  /// What is to be written in one transaction.
  package struct Batch: Sendable {
    package var filings: [Filing] = []
    package var entries: [SeenEntry] = []
    /// Stories as they are after these filings.
    package var stories: [FiledStory] = []
    /// Stories that went up in another: old id → new id.
    package var merged: [String: String] = [:]
    /// The story desk after these filings, as bytes, where it is to be kept.
    package var desk: [UInt8]?

    package init() {}
    package var isEmpty: Bool {
      filings.isEmpty && entries.isEmpty && stories.isEmpty && merged.isEmpty && desk == nil
    }
  }

  /// Keeps articles, entries and stories, all or none.
  package func keep(_ batch: Batch) throws(LibraryError) {
    try write { db in
      for filing in batch.filings { try Self.file(filing, db) }
      for entry in batch.entries {
        try db.run(
          sql: """
            INSERT INTO entry (source, id, hash, article, seenAt)
            SELECT url, ?2, ?3, ?4, coalesce(?5, unixepoch()) FROM source WHERE url = ?1
            ON CONFLICT DO UPDATE SET hash = excluded.hash,
              article = coalesce(excluded.article, article)
            """,
          arguments: [entry.source, entry.id, entry.hash, entry.article, entry.seenAt])
        if let article = entry.article { try Self.keep(entry.enclosures, of: article, db) }
      }
      for (old, new) in batch.merged { try Self.lead(old, to: new, db) }
      for story in batch.stories { try Self.file(story, db) }
      if let desk = batch.desk { try Self.keep(desk: desk, db) }
    }
  }

  private static func file(_ filing: Filing, _ db: Database) throws {
    let article = filing.article
    try keep(article.outlet, db)
    let capture = try filing.capture.map { try keep($0, packed: filing.packed, db) }
    try db.run(
      sql: """
        INSERT INTO article (id, version, outlet, url, source, headline, publishedAt, arrivedAt,
          language, section, story, copyOf) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET version = excluded.version, headline = excluded.headline,
          url = coalesce(excluded.url, url), source = coalesce(source, excluded.source),
          publishedAt = excluded.publishedAt, language = excluded.language,
          section = excluded.section, story = excluded.story, copyOf = excluded.copyOf
        """,
      arguments: [
        article.id, article.version, article.outlet.id, article.url, filing.source,
        article.headline, article.published?.start, filing.arrivedAt, article.language.rawValue,
        filing.section?.rawValue, filing.story, filing.copyOf,
      ])
    try db.run(
      sql: """
        INSERT INTO articleVersion (article, version, capture, contentHash, readAt, content, findings)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        article.id, article.version, capture, article.contentHash, filing.arrivedAt,
        try Folded.fold(article),
        try filing.packed.map { Data($0.findings) } ?? Folded.fold(filing.findings),
      ])
    let version = db.lastInsertedRowID
    var maker = IndexTermsMaker()
    try index(
      filing.packed?.terms ?? maker.terms(of: article, filing.findings), of: article,
      section: filing.section, arrivedAt: filing.arrivedAt, version: version, db)
    try mention(filing, db)
    try note(.article, article.id, db)
  }

  private static func keep(_ capture: Capture, packed: PackedReading?, _ db: Database) throws
    -> Int64
  {
    let sha256 = packed?.captureHash ?? PackedReading.hash(capture.body)
    if let known = try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT id FROM capture WHERE url = ? AND sha256 = ?"),
      arguments: [capture.url, sha256])
    {
      return known
    }
    let headers = String(decoding: try JSONEncoder().encode(capture.headers), as: UTF8.self)
    try db.run(
      sql: """
        INSERT INTO capture (url, fetchedAt, status, headers, sha256, size, body)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        capture.url, capture.fetchedAt, capture.status, headers, sha256, capture.body.count,
        packed?.capture.map { Data($0) } ?? Folded.pack(capture.body),
      ])
    return db.lastInsertedRowID
  }

  private static func mention(_ filing: Filing, _ db: Database) throws {
    var counts: [String: (kind: Name.Kind, name: String, count: Int)] = [:]
    let body = filing.article.body
    for name in filing.findings.names where name.kind != .other {
      counts[name.key, default: (name.kind, body[name.stretch.range], 0)].count += 1
    }
    try db.run(sql: "DELETE FROM mention WHERE article = ?", arguments: [filing.article.id])
    let at = filing.article.published?.start ?? filing.arrivedAt
    let statement = try db.cachedStatement(
      sql: "INSERT INTO mention (key, article, kind, name, count, at) VALUES (?, ?, ?, ?, ?, ?)")
    for (key, mention) in counts.sorted(by: { $0.key < $1.key }) {
      if mention.kind == .person, try isRemoved(person: key, db) { continue }
      try statement.execute(arguments: [
        key, filing.article.id, mention.kind.rawValue, mention.name, mention.count, at,
      ])
    }
  }

  /// An article in its current version or an earlier one; nil if there is none.
  package func article(_ id: Article.ID, version: Int? = nil) throws(LibraryError)
    -> FiledArticle?
  {
    try read { db in
      try Self.filed(
        db, "article.id = ? AND articleVersion.version = coalesce(?, article.version)",
        [id, version], limit: 1
      ).first
    }
  }

  /// The current articles with these ids, those that are there, in no order.
  package func articles(_ ids: [Article.ID]) throws(LibraryError) -> [FiledArticle] {
    try read { db in
      try ids.compactMap { id in
        try Self.filed(
          db, "article.id = ? AND articleVersion.version = article.version", [id], limit: 1
        ).first
      }
    }
  }

  /// The story desk as it was last kept, and the last version it had seen.
  package func desk() throws(LibraryError) -> (bytes: [UInt8]?, lastVersion: Int64) {
    try read { db in
      let row = try Row.fetchOne(db.cachedStatement(sql: "SELECT lastVersion, bytes FROM desk"))
      return (
        try (row?["bytes"] as Data?).map { try Folded.unpack($0) }, row?["lastVersion"] ?? 0
      )
    }
  }

  /// Versions filed after one, in their order, of articles that arrived within some seconds before
  /// the newest: what a story desk has to read again that has not seen them.
  package func versions(after version: Int64, ofLast seconds: Int64) throws(LibraryError) -> [Int64]
  {
    try read { db in
      try Int64.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT articleVersion.id FROM articleVersion
            JOIN article ON article.id = articleVersion.article
            WHERE articleVersion.id > ? AND arrivedAt > (SELECT max(arrivedAt) FROM article) - ?
            ORDER BY articleVersion.id
            """), arguments: [version, seconds])
    }
  }

  /// Articles as versions have them, in the order of these.
  package func articles(ofVersions versions: [Int64]) throws(LibraryError) -> [FiledArticle] {
    try read { db in
      try versions.compactMap { id in
        try Self.filed(db, "articleVersion.id = ?", [id], limit: 1).first
      }
    }
  }

  private static func keep(desk: [UInt8], _ db: Database) throws {
    try db.run(
      sql: """
        INSERT INTO desk VALUES (1, (SELECT coalesce(max(id), 0) FROM articleVersion), ?)
        ON CONFLICT DO UPDATE SET lastVersion = excluded.lastVersion, bytes = excluded.bytes
        """, arguments: [Folded.pack(desk)])
  }

  /// The newest articles of an outlet.
  package func articles(ofOutlet outlet: Outlet.ID, limit: Int) throws(LibraryError)
    -> [FiledArticle]
  {
    try read { db in
      try Self.filed(
        db,
        """
        article.outlet = ? AND articleVersion.version = article.version
        ORDER BY coalesce(article.publishedAt, article.arrivedAt) DESC
        """, [outlet], limit: limit)
    }
  }

  /// The newest articles that name somebody or something.
  package func articles(naming key: String, limit: Int) throws(LibraryError) -> [FiledArticle] {
    try read { db in
      try Self.filed(
        db,
        """
        article.id IN (SELECT article FROM mention WHERE key = ? ORDER BY at DESC LIMIT \(limit))
        AND articleVersion.version = article.version
        ORDER BY coalesce(article.publishedAt, article.arrivedAt) DESC
        """, [key], limit: limit)
    }
  }

  /// Version numbers and hashes by which a new reading is told from one that is kept.
  package func versionKept(of id: Article.ID) throws(LibraryError) -> (
    number: Int, contentHash: String
  )? {
    try read { db in
      try Row.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT articleVersion.version, contentHash FROM article
            JOIN articleVersion ON articleVersion.article = article.id
              AND articleVersion.version = article.version WHERE article.id = ?
            """), arguments: [id]
      ).map { ($0["version"], $0["contentHash"]) }
    }
  }

  /// How much there is: articles, copies among them, stories, outlets.
  package func counts() throws(LibraryError) -> LibraryCounts {
    try read { db in
      func count(_ sql: String) throws -> Int {
        try Int.fetchOne(db.cachedStatement(sql: sql)) ?? 0
      }
      return LibraryCounts(
        articles: try count("SELECT sum(articles) FROM outletTally"),
        copies: try count("SELECT sum(copies) FROM outletTally"),
        stories: try count("SELECT count FROM libraryTally WHERE what = 'stories'"),
        outlets: try count("SELECT count(*) FROM outletTally WHERE articles > 0"),
        sources: try count("SELECT count(*) FROM source"))
    }
  }

  static func filed(
    _ db: Database, _ condition: String, _ arguments: StatementArguments, limit: Int
  ) throws -> [FiledArticle] {
    let sql = """
      SELECT content, findings, arrivedAt, story, copyOf FROM article
      JOIN articleVersion ON articleVersion.article = article.id
      WHERE \(condition) LIMIT \(limit)
      """
    // Lists have as many forms as lengths.
    let rows = try Row.fetchCursor(
      limit == 1 ? db.cachedStatement(sql: sql) : db.makeStatement(sql: sql), arguments: arguments)
    var filed: [FiledArticle] = []
    while let row = try rows.next() {
      filed.append(
        FiledArticle(
          article: try Folded.unfold(Article.self, row["content"]),
          findings: try Folded.unfold(Findings.self, row["findings"]),
          arrivedAt: row["arrivedAt"], story: row["story"], copyOf: row["copyOf"]))
    }
    return filed
  }
}

/// How much a library holds.
package struct LibraryCounts: Sendable, Hashable, Codable {
  package var articles: Int
  package var copies: Int
  package var stories: Int
  package var outlets: Int
  package var sources: Int
}

extension Article {
  /// A hash of all that a reader sees of the text; another hash is another version.
  package var contentHash: String {
    var hash = FNV1a()
    hash.mix(headline.utf8)
    hash.mix(body.utf8)
    return String(hash.value, radix: 36)
  }
}

extension Library {
  /// How many articles an outlet has here, and how many of them are copies.
  package func counts(ofOutlet outlet: Outlet.ID) throws(LibraryError) -> (
    articles: Int, copies: Int
  ) {
    try read { db in
      let row = try Row.fetchOne(
        db.cachedStatement(sql: "SELECT articles, copies FROM outletTally WHERE outlet = ?"),
        arguments: [outlet])
      return (row?["articles"] ?? 0, row?["copies"] ?? 0)
    }
  }

  /// What may be shown of an article to strangers; a link and short quotations where no source
  /// says more.
  package func rights(ofArticle id: Article.ID) throws(LibraryError) -> Source.Rights {
    try read { db in
      try String.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT rights FROM article JOIN source ON source.url = article.source
            WHERE article.id = ?
            """), arguments: [id]
      ).flatMap(Source.Rights.init) ?? .excerpt
    }
  }
}
