import GRDB
import Press

extension Library {
  /// Writes an article's terms into the index; those of its version before leave it.
  static func index(
    _ terms: IndexTerms, of article: Article, section: Section?, arrivedAt: Int64, version: Int64,
    _ db: Database
  ) throws {
    try unindex(article.id, db)
    let at = article.published?.start ?? arrivedAt
    try db.cachedStatement(
      sql: "INSERT INTO search (rowid, headline, body, facts) VALUES (?, ?, ?, ?)"
    ).execute(arguments: [version, terms.headline, terms.body, terms.facts(in: section)])
    try db.cachedStatement(sql: "INSERT INTO searched VALUES (?, ?, ?, ?, ?)")
      .execute(arguments: [version, article.id, at, terms.hash, section?.rawValue])
    try db.cachedStatement(
      sql: """
        INSERT INTO searchDay VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET
          first = min(first, excluded.first), last = max(last, excluded.last)
        """
    ).execute(arguments: [day(at), version, version])
    for word in Set(terms.words) {
      try db.cachedStatement(
        sql: "INSERT INTO searchWord VALUES (?, 1) ON CONFLICT DO UPDATE SET count = count + 1"
      ).execute(arguments: [word])
    }
  }

  /// Takes an article's terms out of the index. FTS5 keeps no texts here, so the terms are made
  /// again; where a newer program makes others the row stays behind and is passed over.
  static func unindex(_ id: Article.ID, _ db: Database) throws {
    guard
      let row = try Row.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT searched.version, hash, searched.section, content, findings FROM searched
            JOIN articleVersion ON articleVersion.id = searched.version WHERE searched.article = ?
            """), arguments: [id])
    else { return }
    let version: Int64 = row["version"]
    var maker = IndexTermsMaker()
    let article = try Folded.unfold(Article.self, row["content"])
    let terms = maker.terms(of: article, try Folded.unfold(FindingsNames.self, row["findings"]))
    if terms.hash == row["hash"] {
      try db.run(
        sql: """
          INSERT INTO search (search, rowid, headline, body, facts) VALUES ('delete', ?, ?, ?, ?)
          """,
        arguments: [
          version, terms.headline, terms.body,
          terms.facts(in: (row["section"] as String?).flatMap(Section.init)),
        ])
    }
    try db.run(sql: "DELETE FROM searched WHERE version = ?", arguments: [version])
  }

  static func day(_ at: Int64) -> Int64 { (at - (at % 86_400 + 86_400) % 86_400) / 86_400 }
}
