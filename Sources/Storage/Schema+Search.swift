import GRDB
import Press

extension Schema {
  /// The index of terms with a column for what can be asked for by name (`outlet:`, `person:` …).
  ///
  /// `searched` says which version of an article is in the index, so that its terms can leave it;
  /// `searchDay` bounds a search by date; `searchWord` holds the words of headlines for suggestions.
  static func search(_ db: Database) throws {
    try db.execute(
      sql: """
        DROP TABLE search;
        CREATE VIRTUAL TABLE search USING fts5(
          headline, body, facts, content='', detail=full, columnsize=0,
          tokenize="unicode61 remove_diacritics 0 tokenchars '.,-_'");
        CREATE TABLE searched (
          version INTEGER PRIMARY KEY, article TEXT NOT NULL, at INTEGER NOT NULL,
          hash INTEGER NOT NULL, section TEXT);
        CREATE UNIQUE INDEX searchedByArticle ON searched (article);
        CREATE TABLE searchDay (
          day INTEGER PRIMARY KEY, first INTEGER NOT NULL, last INTEGER NOT NULL);
        CREATE TABLE searchWord (word TEXT PRIMARY KEY, count INTEGER NOT NULL) WITHOUT ROWID;
        """)
    var maker = IndexTermsMaker()
    var last: Int64 = 0
    while true {
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT articleVersion.id, arrivedAt, section, content, findings FROM articleVersion
          JOIN article ON article.id = articleVersion.article
            AND article.version = articleVersion.version
          WHERE articleVersion.id > ? ORDER BY articleVersion.id LIMIT 500
          """, arguments: [last])
      for row in rows {
        last = row["id"]
        let article = try Folded.unfold(Article.self, row["content"])
        let terms = maker.terms(of: article, try Folded.unfold(FindingsNames.self, row["findings"]))
        try Library.index(
          terms, of: article, section: (row["section"] as String?).flatMap(Section.init),
          arrivedAt: row["arrivedAt"], version: last, db)
      }
      if rows.count < 500 { return }
    }
  }
}
