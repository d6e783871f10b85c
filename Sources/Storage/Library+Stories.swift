import Evidence
import Foundation
import GRDB
package import Press
package import Stories

extension Library {
  /// A story by its id or by an id it once had; nil if there is none.
  package func story(_ id: String) throws(LibraryError) -> FiledStory? {
    try read { db in
      let current =
        try String.fetchOne(
          db, sql: "SELECT story FROM storyAlias WHERE id = ?", arguments: [id]) ?? id
      return try Row.fetchOne(db, sql: "SELECT * FROM story WHERE id = ?", arguments: [current])
        .map { row in
          let kept = try Folded.unfold(Kept.self, row["summary"])
          return FiledStory(
            story: kept.story, summary: kept.summary,
            dossier: try Folded.unfold(Dossier.self, row["dossier"]))
        }
    }
  }

  /// The newest stories, of one section or of all, that had an article since a time.
  package func stories(in sections: [Section] = [], since: Int64 = 0, limit: Int)
    throws(LibraryError) -> [StorySummary]
  {
    try read { db in
      let names = sections.map { "'\($0.rawValue)'" }.joined(separator: ", ")
      let condition = sections.isEmpty ? "" : "AND section IN (\(names))"
      return try Data.fetchAll(
        db,
        sql:
          "SELECT summary FROM story WHERE lastAt >= ? \(condition) ORDER BY lastAt DESC LIMIT ?",
        arguments: [since, limit]
      ).map { try Folded.unfold(Kept.self, $0).summary }
    }
  }

  /// The stories with an article published between two times.
  package func stories(between start: Int64, and end: Int64, limit: Int) throws(LibraryError)
    -> [StorySummary]
  {
    try read { db in
      try Data.fetchAll(
        db,
        sql: """
          SELECT summary FROM story WHERE lastAt >= ? AND firstAt < ? ORDER BY lastAt DESC LIMIT ?
          """, arguments: [start, end, limit]
      ).map { try Folded.unfold(Kept.self, $0).summary }
    }
  }

  /// The stories of a saga, newest first.
  package func stories(ofSaga saga: String) throws(LibraryError) -> [StorySummary] {
    try read { db in
      try Data.fetchAll(
        db, sql: "SELECT summary FROM story WHERE saga = ? ORDER BY lastAt DESC LIMIT 200",
        arguments: [saga]
      ).map { try Folded.unfold(Kept.self, $0).summary }
    }
  }

  /// All stories with their members, oldest first; from these a story desk starts again.
  package func storiesKept() throws(LibraryError) -> [Story] {
    try read { db in
      try Data.fetchAll(db, sql: "SELECT summary FROM story ORDER BY firstAt, id")
        .map { try Folded.unfold(Kept.self, $0).story }
    }
  }

  static func file(_ filed: FiledStory, _ db: Database) throws {
    let story = filed.story
    try db.execute(
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
    for member in story.members {
      try db.execute(
        sql: "UPDATE article SET story = ?, copyOf = ? WHERE id = ?",
        arguments: [story.id, member.copyOf, member.article])
    }
    try note(.story, story.id, db)
  }

  /// Old links lead on: a story that went up in another keeps its address.
  static func lead(_ old: String, to new: String, _ db: Database) throws {
    try db.execute(sql: "DELETE FROM story WHERE id = ?", arguments: [old])
    try db.execute(
      sql: "UPDATE storyAlias SET story = ? WHERE story = ?", arguments: [new, old])
    try db.execute(
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
      Set(
        try String.fetchAll(db, sql: "SELECT DISTINCT section FROM story WHERE section NOT NULL")
          .compactMap(Section.init))
    }
  }
}
