import Evidence
import Foundation
import GRDB
package import Press
package import Stories

extension Library {
  /// A story by its id or by an id it once had; nil if there is none.
  package func story(_ id: String) throws(LibraryError) -> FiledStory? {
    try read { db in try Self.story(id, db) }
  }

  static func story(_ id: String, _ db: Database) throws -> FiledStory? {
    let current =
      try String.fetchOne(
        db.cachedStatement(sql: "SELECT story FROM storyAlias WHERE id = ?"), arguments: [id])
      ?? id
    return try Row.fetchOne(
      db.cachedStatement(sql: "SELECT * FROM story WHERE id = ?"), arguments: [current]
    )
    .map { row in
      let kept = try Folded.unfold(Kept.self, row["summary"])
      return FiledStory(
        story: kept.story, summary: kept.summary,
        dossier: try Folded.unfold(Dossier.self, row["dossier"]))
    }
  }

  /// The articles of a story in order of arrival.
  package func articles(ofStory id: String) throws(LibraryError) -> [Article.ID] {
    try read { db in
      try String.fetchAll(
        db.cachedStatement(sql: "SELECT id FROM article WHERE story = ? ORDER BY arrivedAt, id"),
        arguments: [id])
    }
  }

  /// Articles of a saga's other stories that are no copies, those of the newest story first; of a
  /// long saga only the newest stories are looked at.
  package func siblings(ofStory id: String, saga: String, limit: Int) throws(LibraryError)
    -> [Article.ID]
  {
    try read { db in
      try String.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT article.id FROM
              (SELECT id, lastAt FROM story WHERE saga = ?1 AND id <> ?2
                ORDER BY lastAt DESC LIMIT ?3) AS other
            JOIN article ON article.story = other.id WHERE article.copyOf IS NULL
            ORDER BY other.lastAt DESC, other.id, article.arrivedAt, article.id LIMIT ?3
            """), arguments: [saga, id, limit])
    }
  }

  /// The newest stories, of one section or of all, that had an article since a time.
  package func stories(in sections: [Section] = [], since: Int64 = 0, limit: Int)
    throws(LibraryError) -> [StorySummary]
  {
    try read { db in
      let names = sections.map { "'\($0.rawValue)'" }.joined(separator: ", ")
      let condition = sections.isEmpty ? "" : "AND section IN (\(names))"
      // Of several sections the newest of each are taken: one walk through the index for each.
      if sections.count > 1 {
        return try sections.flatMap { section in
          try list(
            "WHERE section = ? AND lastAt >= ? ORDER BY lastAt DESC LIMIT ?",
            [section.rawValue, since, limit], db)
        }.sorted { $0.lastAt > $1.lastAt }.prefix(limit).map { $0 }
      }
      return try list(
        "WHERE lastAt >= ? \(condition) ORDER BY lastAt DESC LIMIT ?", [since, limit], db)
    }
  }

  /// Stories of a day: those that ended in it, began in it, or went on soon after it.
  package func stories(between start: Int64, and end: Int64, limit: Int) throws(LibraryError)
    -> [StorySummary]
  {
    let soon = end + 3 * 86_400
    return try read { db in
      let found =
        try list(
          "WHERE lastAt >= ? AND lastAt < ? ORDER BY lastAt DESC LIMIT ?", [start, end, limit], db)
        + list(
          "WHERE firstAt >= ? AND firstAt < ? ORDER BY firstAt DESC LIMIT ?", [start, end, limit],
          db)
        + list(
          "WHERE lastAt >= ? AND lastAt < ? AND firstAt < ? ORDER BY lastAt LIMIT ?",
          [end, soon, end, limit], db)
      var seen: Set<String> = []
      return found.filter { seen.insert($0.id).inserted }.sorted { $0.lastAt > $1.lastAt }
        .prefix(limit).map { $0 }
    }
  }

  /// The stories of a saga, newest first.
  package func stories(ofSaga saga: String) throws(LibraryError) -> [StorySummary] {
    try read { db in
      try list("WHERE saga = ? ORDER BY lastAt DESC LIMIT 200", [saga], db)
    }
  }

  private func list(_ condition: String, _ arguments: StatementArguments, _ db: Database)
    throws -> [StorySummary]
  {
    let rows = try Row.fetchCursor(
      db.cachedStatement(sql: "SELECT id, summary FROM story \(condition)"), arguments: arguments)
    var found: [StorySummary] = []
    while let row = try rows.next() { found.append(try summaryCache.summary(row[0], row[1])) }
    return found
  }

  /// All stories with their members, oldest first; from these a story desk starts again.
  package func storiesKept() throws(LibraryError) -> [Story] {
    try read { db in
      try Data.fetchAll(db.cachedStatement(sql: "SELECT summary FROM story ORDER BY firstAt, id"))
        .map { try Folded.unfold(Kept.self, $0).story }
    }
  }

  static func file(_ filed: FiledStory, _ db: Database) throws {
    let story = filed.story
    try db.run(
      sql: """
        INSERT INTO story (id, saga, section, firstAt, lastAt, articles, independent, summary, dossier)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET
          saga = excluded.saga, section = excluded.section, firstAt = excluded.firstAt,
          lastAt = excluded.lastAt, articles = excluded.articles,
          independent = excluded.independent, summary = excluded.summary,
          dossier = excluded.dossier
        """,
      arguments: [
        story.id, story.saga, story.section?.rawValue, filed.summary.firstAt,
        filed.summary.lastAt, story.members.count, story.independentCount,
        try Folded.fold(Kept(story: story, summary: filed.summary)),
        try Folded.fold(filed.dossier),
      ])
    let statement = try db.cachedStatement(
      sql: """
        UPDATE article SET story = ?1, copyOf = ?2
        WHERE id = ?3 AND (story IS NOT ?1 OR copyOf IS NOT ?2)
        """)
    for member in story.members {
      try statement.execute(arguments: [story.id, member.copyOf, member.article])
    }
    try note(.story, story.id, db)
  }

  /// Old links lead on: a story that went up in another keeps its address.
  static func lead(_ old: String, to new: String, _ db: Database) throws {
    try db.run(sql: "DELETE FROM story WHERE id = ?", arguments: [old])
    try db.run(
      sql: "UPDATE storyAlias SET story = ? WHERE story = ?", arguments: [new, old])
    try db.run(
      sql: "INSERT INTO storyAlias VALUES (?, ?) ON CONFLICT DO UPDATE SET story = excluded.story",
      arguments: [old, new])
    try note(.story, old, db)
  }

  private struct Kept: Codable {
    var story: Story
    var summary: StorySummary
  }
}

extension Library {
  /// The sections that have stories.
  package func sectionsWithStories() throws(LibraryError) -> Set<Section> {
    try read { db in
      // One look into the index a section, however many stories there are.
      Set(
        try Section.allCases.filter { section in
          try Bool.fetchOne(
            db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM story WHERE section = ?)"),
            arguments: [section.rawValue]) ?? false
        })
    }
  }
}
