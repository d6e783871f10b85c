import GRDB
import Press

/// How long stories are kept. What belongs to a kept story stays whole, so evidence never goes
/// before what it proves.
package struct Retention: Sendable, Hashable {
  /// Stories whose last article is older, in days; 0 for never.
  package var days = 0
  /// Above so many articles the oldest stories go; 0 for never.
  package var articles = 0
  /// Above so many bytes of the file in use; 0 for never.
  package var bytes = 0

  package init(days: Int = 0, articles: Int = 0, bytes: Int = 0) {
    self.days = days
    self.articles = articles
    self.bytes = bytes
  }
}

extension Library {
  /// What a reader has starred, and stories somebody follows, stay.
  private static let isNotKept = """
    NOT EXISTS (SELECT 1 FROM follow WHERE follow.story = story.id)
    AND NOT EXISTS (SELECT 1 FROM item JOIN mark ON mark.item = item.id
      WHERE item.story = story.id AND mark.starredAt IS NOT NULL)
    """

  /// Removes the oldest stories until the retention is kept, at most `limit` of them, so that
  /// readers never wait for it. Returns how many went.
  package func prune(_ retention: Retention, now: Int64, limit: Int = 50) throws(LibraryError)
    -> Int
  {
    try write { db in
      var articles =
        try Int.fetchOne(db.cachedStatement(sql: "SELECT sum(articles) FROM outletTally")) ?? 0
      let oldest = try Row.fetchAll(
        db,
        sql: """
          SELECT id, lastAt, articles FROM story WHERE \(Self.isNotKept)
          ORDER BY lastAt, id LIMIT ?
          """, arguments: [limit])
      var gone = 0
      for row in oldest {
        let (id, lastAt, count) = (row[0] as String, row[1] as Int64, row[2] as Int)
        let isOld = retention.days > 0 && lastAt < now - Int64(retention.days) * 86_400
        let isMuch = retention.articles > 0 && articles > retention.articles
        let isLarge = try retention.bytes > 0 && Self.bytesInUse(db) > retention.bytes
        guard isOld || isMuch || isLarge else { break }
        try Self.drop(story: id, db)
        articles -= count
        gone += 1
      }
      return gone
    }
  }

  /// Removes stories of sources that are kept for a shorter time: those that no other source tells.
  /// Looks at all their old articles, so once an hour is often enough. Returns how many went.
  package func pruneBySource(now: Int64, limit: Int = 500) throws(LibraryError) -> Int {
    try write { db in
      let old = try String.fetchAll(
        db,
        sql: """
          SELECT DISTINCT story.id FROM source JOIN article ON article.source = source.url
            JOIN story ON story.id = article.story
          WHERE source.keepDays > 0 AND article.arrivedAt < ?1 - source.keepDays * 86400
            AND story.lastAt < ?1 - source.keepDays * 86400 AND \(Self.isNotKept)
            AND NOT EXISTS (
              SELECT 1 FROM article AS other LEFT JOIN source AS own ON own.url = other.source
              WHERE other.story = story.id AND (coalesce(own.keepDays, 0) = 0
                OR story.lastAt >= ?1 - own.keepDays * 86400))
          LIMIT ?2
          """, arguments: [now, limit])
      for story in old { try Self.drop(story: story, db) }
      return old.count
    }
  }

  private static func bytesInUse(_ db: Database) throws -> Int {
    let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
    let free = try Int.fetchOne(db, sql: "PRAGMA freelist_count") ?? 0
    return (pages - free) * (try Int.fetchOne(db, sql: "PRAGMA page_size") ?? 4_096)
  }

  private static func drop(story id: String, _ db: Database) throws {
    let members = try String.fetchAll(
      db.cachedStatement(sql: "SELECT id FROM article WHERE story = ?"), arguments: [id])
    for member in members { try drop(article: member, db) }
    try db.run(sql: "DELETE FROM story WHERE id = ?", arguments: [id])
    try db.run(sql: "DELETE FROM storyAlias WHERE story = ?", arguments: [id])
    try note(.story, id, db)
  }
}
