import GRDB

extension Schema {
  /// The order in which pages list articles: by publication, else by arrival. Days with articles
  /// and the newest of an outlet are found in it without reading the articles.
  static func pages(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE INDEX articleByTime ON article (coalesce(publishedAt, arrivedAt));
        CREATE INDEX articleByOutletAndTime ON article (outlet, coalesce(publishedAt, arrivedAt));
        """)
  }
}
