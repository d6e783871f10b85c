import GRDB
package import Press

/// An article without its findings, as pages show it.
package struct FiledText: Sendable {
  package var article: Article
  package var story: String?
  package var copyOf: Article.ID?

  package init(article: Article, story: String?, copyOf: Article.ID?) {
    self.article = article
    self.story = story
    self.copyOf = copyOf
  }
}

/// What pages need and no other part of the house.
extension Library {
  /// The current texts with these ids, those that are there, in the order of the ids. Findings
  /// are several times as large as a text and stay where they are.
  package func texts(_ ids: [Article.ID]) throws(LibraryError) -> [FiledText] {
    try each(ids, Self.text)
  }

  /// The same without their blocks, as lists show them.
  package func heads(_ ids: [Article.ID]) throws(LibraryError) -> [FiledText] {
    try each(ids, Self.head)
  }

  private func each(_ ids: [Article.ID], _ body: (Row) throws -> FiledText) throws(LibraryError)
    -> [FiledText]
  {
    try read { db in
      let statement = try db.cachedStatement(sql: Self.textQuery + "WHERE article.id = ?")
      return try ids.compactMap { try Row.fetchOne(statement, arguments: [$0]).map(body) }
    }
  }

  /// The newest articles of an outlet without their blocks.
  package func heads(ofOutlet outlet: Outlet.ID, limit: Int) throws(LibraryError) -> [FiledText] {
    try heads("WHERE article.outlet = ?", [outlet, limit])
  }

  /// The newest articles that name somebody or something, without their blocks.
  package func heads(naming key: String, limit: Int) throws(LibraryError) -> [FiledText] {
    try heads("WHERE article.id IN (SELECT article FROM mention WHERE key = ?)", [key, limit])
  }

  private func heads(_ condition: String, _ arguments: StatementArguments) throws(LibraryError)
    -> [FiledText]
  {
    try read { db in
      let sql = """
        \(Self.textQuery) \(condition)
        ORDER BY coalesce(article.publishedAt, article.arrivedAt) DESC, article.id LIMIT ?
        """
      return try Row.fetchAll(db.cachedStatement(sql: sql), arguments: arguments).map(Self.head)
    }
  }

  /// The same without texts, from the columns alone: outlet, headline, language, date. For the many
  /// articles of a long story of which a page shows no more than a dot.
  package func outlines(_ ids: [Article.ID]) throws(LibraryError) -> [Article] {
    try read { db in
      let statement = try db.cachedStatement(
        sql: """
          SELECT article.id, article.version, outlet, outlet.name, headline, publishedAt,
            article.language FROM article JOIN outlet ON outlet.id = article.outlet
          WHERE article.id = ?
          """)
      return try ids.compactMap { id in
        try Row.fetchOne(statement, arguments: [id]).map(Self.outline)
      }
    }
  }

  private static func outline(_ row: Row) -> Article {
    let published: Int64? = row["publishedAt"]
    return Article(
      id: row["id"], version: row["version"], outlet: Outlet(id: row["outlet"], name: row["name"]),
      headline: row["headline"],
      // What is known to the day or worse begins at midnight in UTC.
      published: published.map { start in
        start % 86_400 == 0
          ? PressDate(start: start, end: start + 86_400, precision: .day)
          : PressDate(instant: start)
      }, language: Language(rawValue: row["language"]))
  }

  private static let textQuery = """
    SELECT content, story, copyOf FROM article
    JOIN articleVersion ON articleVersion.article = article.id
      AND articleVersion.version = article.version

    """

  private static func text(_ row: Row) throws -> FiledText {
    FiledText(
      article: try Folded.unfold(Article.self, row[0]), story: row[1], copyOf: row[2])
  }

  /// The fields of an article that lists show; its blocks are passed over.
  private struct Head: Decodable {
    var id: Article.ID
    var version: Int
    var outlet: Outlet
    var headline: String
    var standfirst: String?
    var published: PressDate?
    var section: Section?
    var language: Language
  }

  private static func head(_ row: Row) throws -> FiledText {
    let head = try Folded.unfold(Head.self, row[0])
    return FiledText(
      article: Article(
        id: head.id, version: head.version, outlet: head.outlet, headline: head.headline,
        standfirst: head.standfirst, published: head.published, section: head.section,
        language: head.language), story: row[1], copyOf: row[2])
  }

  /// The days that have articles, newest first, in a zone so many seconds east of UTC. Each is
  /// found by one step in an index, so that a front's few days cost little in a large library.
  package func days(until end: Int64, offset: Int64, limit: Int = .max) throws(LibraryError)
    -> [CivilDay]
  {
    try read { db in
      let statement = try db.cachedStatement(
        sql: """
          SELECT max(coalesce(publishedAt, arrivedAt)) FROM article
          WHERE coalesce(publishedAt, arrivedAt) < ?
          """)
      var days: [CivilDay] = []
      var before = end
      while days.count < limit, let last = try Int64.fetchOne(statement, arguments: [before]),
        last > 0
      {
        let day = CivilDay(secondsSince1970: last + offset)
        days.append(day)
        before = Int64(day.daysSince1970) * 86_400 - offset
      }
      return days
    }
  }

  /// The versions of an article that are kept and when each was read, oldest first.
  package func versions(of id: Article.ID) throws(LibraryError) -> [(number: Int, readAt: Int64)] {
    try read { db in
      try Row.fetchAll(
        db.cachedStatement(
          sql: "SELECT version, readAt FROM articleVersion WHERE article = ? ORDER BY version"),
        arguments: [id]
      ).map { ($0["version"], $0["readAt"]) }
    }
  }

  /// The ids of all stories, the newest first.
  package func storyIDs() throws(LibraryError) -> [String] {
    try read { db in
      try String.fetchAll(db.cachedStatement(sql: "SELECT id FROM story ORDER BY lastAt DESC, id"))
    }
  }

  /// The ids of all outlets that have articles.
  package func outletIDsWithArticles() throws(LibraryError) -> [Outlet.ID] {
    try read { db in
      try String.fetchAll(
        db.cachedStatement(sql: "SELECT DISTINCT outlet FROM article ORDER BY outlet"))
    }
  }
}
