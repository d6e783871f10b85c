import GRDB
package import Press

/// A recording or film that belongs to an article, and how far an account has come in it.
package struct KeptEnclosure: Sendable, Hashable, Identifiable {
  package var id: Int64
  package var article: Article.ID
  package var url: String
  /// Its media type, such as `audio/mpeg`.
  package var type: String
  /// Bytes, where the feed tells.
  package var length: Int?
  /// Seconds from its beginning.
  package var position: Int
}

extension Schema {
  static func enclosures(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE enclosure (
          id INTEGER PRIMARY KEY AUTOINCREMENT,
          article TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
          url TEXT NOT NULL, type TEXT NOT NULL, length INTEGER, UNIQUE (article, url));
        CREATE TABLE listening (
          account INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
          enclosure INTEGER NOT NULL REFERENCES enclosure (id) ON DELETE CASCADE,
          position INTEGER NOT NULL, PRIMARY KEY (account, enclosure)) WITHOUT ROWID;
        CREATE INDEX listeningByEnclosure ON listening (enclosure);
        """)
  }
}

extension Library {
  /// Enclosures of one entry that are kept; feeds of galleries name hundreds.
  private static let mostEnclosures = 16

  /// Keeps what can be heard or seen moving; pictures have a place of their own.
  static func keep(_ enclosures: [Entry.Enclosure], of article: Article.ID, _ db: Database) throws {
    for enclosure in enclosures.prefix(mostEnclosures) {
      guard let type = enclosure.type?.lowercased(),
        type.hasPrefix("audio/") || type.hasPrefix("video/")
      else { continue }
      try db.run(
        sql: """
          INSERT INTO enclosure (article, url, type, length)
          SELECT id, ?2, ?3, ?4 FROM article WHERE id = ?1
          ON CONFLICT DO UPDATE SET type = excluded.type, length = excluded.length
          """, arguments: [article, enclosure.url, type, enclosure.length])
    }
  }

  /// The enclosures of articles, by article, with the positions of an account.
  package func enclosures(of articles: [Article.ID], for account: Account.ID)
    throws(LibraryError) -> [Article.ID: [KeptEnclosure]]
  {
    guard !articles.isEmpty else { return [:] }
    let places = databaseQuestionMarks(count: articles.count)
    return try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT enclosure.*, coalesce(position, 0) AS position FROM enclosure
          LEFT JOIN listening ON enclosure = id AND account = ?
          WHERE article IN (\(places)) ORDER BY id
          """, arguments: [account] + StatementArguments(articles)
      ).reduce(into: [:]) { found, row in
        let one = Self.enclosure(row)
        found[one.article, default: []].append(one)
      }
    }
  }

  package func enclosure(_ id: KeptEnclosure.ID, for account: Account.ID) throws(LibraryError)
    -> KeptEnclosure?
  {
    try read { db in
      try Row.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT enclosure.*, coalesce(position, 0) AS position FROM enclosure
            LEFT JOIN listening ON enclosure = id AND account = ? WHERE id = ?
            """), arguments: [account, id]
      ).map(Self.enclosure)
    }
  }

  /// The item of an article.
  package func item(ofArticle id: Article.ID) throws(LibraryError) -> Int64? {
    try read { db in
      try Int64.fetchOne(
        db.cachedStatement(sql: "SELECT id FROM item WHERE article = ? AND isGone = 0"),
        arguments: [id])
    }
  }

  /// Keeps how far an account has come.
  /// - Parameter seconds: from the beginning.
  /// - Returns: whether there is such an enclosure.
  package func setPosition(_ seconds: Int, ofEnclosure id: KeptEnclosure.ID, _ account: Account.ID)
    throws(LibraryError) -> Bool
  {
    try write { db in
      try db.run(
        sql: """
          INSERT INTO listening (account, enclosure, position)
          SELECT ?1, id, ?3 FROM enclosure WHERE id = ?2
          ON CONFLICT DO UPDATE SET position = excluded.position
          """, arguments: [account, id, max(0, seconds)])
      return db.changesCount > 0
    }
  }

  private static func enclosure(_ row: Row) -> KeptEnclosure {
    KeptEnclosure(
      id: row["id"], article: row["article"], url: row["url"], type: row["type"],
      length: row["length"], position: row["position"])
  }
}
