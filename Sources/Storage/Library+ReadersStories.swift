package import Evidence
import Foundation
import GRDB
package import Press

/// Words that were new in a story when they came.
package struct StoryLine: Sendable, Hashable {
  /// Seconds since 1970.
  package var at: Int64
  package var citation: Citation

  package init(at: Int64, citation: Citation) {
    self.at = at
    self.citation = citation
  }
}

/// What the feed of stories does with an entry of its own.
package enum StoryNews: Sendable {
  /// Words that are new, and the articles they were looked for in; without words the articles alone
  /// are noted.
  case told([Citation], from: [Article.ID])
  /// The story went up in another.
  case ended
}

extension Library {
  static func summary(_ id: String, _ db: Database) throws -> StorySummary? {
    try Data.fetchOne(
      db.cachedStatement(sql: "SELECT summary FROM story WHERE id = ?"), arguments: [id]
    )
    .map { try Folded.unfold(KeptSummary.self, $0).summary }
  }

  private struct KeptSummary: Codable {
    var summary: StorySummary
  }

  /// What fronts show of stories, those that are there.
  package func summaries(_ ids: [String]) throws(LibraryError) -> [String: StorySummary] {
    try read { db in
      var found: [String: StorySummary] = [:]
      for id in Set(ids) { found[id] = try Self.summary(id, db) }
      return found
    }
  }

  // MARK: The feed of stories

  /// The entry that stands for a story, if it has one, with all words it has told and the articles
  /// they were looked for in.
  package func storyEntry(_ story: String) throws(LibraryError) -> (
    item: Int64, lines: [StoryLine], articles: Set<Article.ID>
  )? {
    try read { db in
      guard
        let item = try Int64.fetchOne(
          db.cachedStatement(sql: "SELECT id FROM item WHERE ownStory = ? AND NOT isGone"),
          arguments: [story])
      else { return nil }
      let articles = try String.fetchAll(
        db.cachedStatement(sql: "SELECT article FROM storyReport WHERE item = ?"), arguments: [item]
      )
      return (item, try Self.lines(item, since: 0, db), Set(articles))
    }
  }

  /// What an entry has told since a time, oldest first.
  package func lines(ofItem item: Int64, since time: Int64) throws(LibraryError) -> [StoryLine] {
    try read { db in try Self.lines(item, since: time, db) }
  }

  /// Enters a story, or lets its entry come up again, because something new was said. The entry
  /// keeps its number; it is unread again for all who have it. Without lines only the articles are
  /// noted as looked through.
  package func tell(
    _ lines: [Citation], of story: String, from articles: [Article.ID], at now: Int64
  ) throws(LibraryError) {
    try tell([(story, .told(lines, from: articles))], at: now)
  }

  /// The same of many stories, in one transaction.
  package func tell(_ news: [(story: String, news: StoryNews)], at now: Int64)
    throws(LibraryError)
  {
    try write { db in
      for (story, news) in news {
        switch news {
        case .told([], let articles): try Self.note(articles, of: story, db)
        case .told(let lines, let articles):
          try Self.tell(lines, of: story, from: articles, at: now, db)
        case .ended: try Self.endStoryEntry(story, db)
        }
      }
    }
  }

  private static func tell(
    _ lines: [Citation], of story: String, from articles: [Article.ID], at now: Int64,
    _ db: Database
  ) throws {
    guard let summary = try Self.summary(story, db) else { return }
    try db.run(sql: "INSERT INTO feed (kind, key) VALUES ('stories', '') ON CONFLICT DO NOTHING")
    try db.run(
      sql: """
        INSERT INTO item (feed, ownStory, story, publishedAt, touchedAt) VALUES (
          (SELECT id FROM feed WHERE kind = 'stories'), ?, ?, ?,
          max(min(?, unixepoch() + 3600), coalesce((SELECT max(touchedAt) FROM item), 0)))
        ON CONFLICT (ownStory) DO UPDATE SET isGone = 0, publishedAt = excluded.publishedAt,
          touchedAt = excluded.touchedAt
        """, arguments: [story, story, summary.lastAt, now])
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT id, touchedAt FROM item WHERE ownStory = ?"),
      arguments: [story])
    guard let item = row?["id"] as Int64?, let at = row?["touchedAt"] as Int64? else { return }
    for line in lines {
      let json = String(decoding: try JSONEncoder().encode(line), as: UTF8.self)
      try db.run(
        sql: "INSERT INTO storyLine (item, at, citation) VALUES (?, ?, ?)",
        arguments: [item, at, json])
    }
    try note(articles, of: story, db)
    try wake(item, at: at, db)
  }

  private static func note(_ articles: [Article.ID], of story: String, _ db: Database) throws {
    for article in articles {
      try db.run(
        sql: """
          INSERT INTO storyReport (item, article) SELECT id, ? FROM item WHERE ownStory = ?
          ON CONFLICT DO NOTHING
          """, arguments: [article, story])
    }
  }

  /// Takes the entry of a story away that went up in another.
  private static func endStoryEntry(_ story: String, _ db: Database) throws {
    try db.run(sql: "UPDATE item SET isGone = 1 WHERE ownStory = ?", arguments: [story])
    try db.run(
      sql: """
        DELETE FROM unread WHERE account IN (SELECT id FROM account)
          AND item = (SELECT id FROM item WHERE ownStory = ?)
        """, arguments: [story])
  }

  private static func wake(_ item: Int64, at time: Int64, _ db: Database) throws {
    try db.run(
      sql: """
        INSERT INTO unread (account, item, feed, at)
        SELECT account.id, item.id, item.feed, ? FROM account JOIN item ON item.id = ?
        JOIN subscription ON subscription.account = account.id
          AND subscription.feed = item.feed AND endedAt IS NULL
        WHERE account.seenItem >= item.id
        ON CONFLICT DO UPDATE SET at = excluded.at
        """, arguments: [time, item])
  }

  private static func lines(_ item: Int64, since time: Int64, _ db: Database) throws -> [StoryLine]
  {
    try Row.fetchAll(
      db.cachedStatement(
        sql:
          "SELECT at, citation FROM storyLine WHERE item = ? AND at > ? ORDER BY at, id LIMIT 200"),
      arguments: [item, time]
    ).map { row in
      StoryLine(
        at: row["at"],
        citation: try JSONDecoder().decode(
          Citation.self, from: Data((row["citation"] as String).utf8)))
    }
  }

  // MARK: Following and visiting

  package func follow(_ story: String, _ isFollowed: Bool, by account: Account.ID, at now: Int64)
    throws(LibraryError)
  {
    try write { db in
      if isFollowed {
        try db.run(
          sql: "INSERT INTO follow VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
          arguments: [account, story, now])
      } else {
        try db.run(
          sql: "DELETE FROM follow WHERE account = ? AND story = ?", arguments: [account, story])
      }
    }
  }

  package func followedStories(of account: Account.ID) throws(LibraryError) -> [String] {
    try read { db in
      try String.fetchAll(
        db.cachedStatement(sql: "SELECT story FROM follow WHERE account = ? ORDER BY since DESC"),
        arguments: [account])
    }
  }

  /// Notes a visit. One within half an hour of the last belongs to it.
  package func visit(_ story: String, by account: Account.ID, at now: Int64) throws(LibraryError) {
    try write { db in
      try db.run(
        sql: """
          INSERT INTO visit VALUES (?, ?, ?, 0) ON CONFLICT DO UPDATE SET
            before = CASE WHEN at < excluded.at - 1800 THEN at ELSE before END, at = excluded.at
          """, arguments: [account, story, now])
    }
  }

  /// When an account read a story before the visit that lasts; nil at the first.
  package func visitBefore(_ story: String, by account: Account.ID) throws(LibraryError) -> Int64? {
    try read { db in
      try Int64.fetchOne(
        db.cachedStatement(
          sql: "SELECT before FROM visit WHERE account = ? AND story = ? AND before > 0"),
        arguments: [account, story])
    }
  }
}
