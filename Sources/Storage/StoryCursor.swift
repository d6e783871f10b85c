import GRDB
package import Press
package import Stories

/// A place in the list of stories, newest first.
package struct StoryCursor: Sendable, Hashable {
  package var lastAt: Int64
  package var id: Story.ID

  /// The cursor as clients hand it back: `1795240000-s7k2m9`.
  package var text: String { "\(lastAt)-\(id)" }

  package init(lastAt: Int64, id: Story.ID) {
    self.lastAt = lastAt
    self.id = id
  }

  package init?(_ text: String) {
    guard let dash = text.dropFirst().firstIndex(of: "-"), let lastAt = Int64(text[..<dash]),
      text.utf8.count <= 200
    else { return nil }
    self.lastAt = lastAt
    id = String(text[text.index(after: dash)...])
    if id.isEmpty { return nil }
  }
}

extension Library {
  /// The stories behind a place in the list, newest first, and the place behind them; nil at the
  /// end. With a language some rows are passed over, at most twenty for each that is wanted.
  package func stories(
    after cursor: StoryCursor?, section: Section? = nil, language: Language? = nil, limit: Int
  ) throws(LibraryError) -> (stories: [StorySummary], next: StoryCursor?) {
    try read { db in
      var conditions: [String] = []
      var arguments: StatementArguments = []
      if let section {
        conditions.append("section = ?")
        arguments += [section.rawValue]
      }
      if let cursor {
        conditions.append("(lastAt, id) < (?, ?)")
        arguments += [cursor.lastAt, cursor.id]
      }
      let most = language == nil ? limit : limit * 20
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT id, lastAt, summary FROM story
          \(conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND "))
          ORDER BY lastAt DESC, id DESC LIMIT \(most + 1)
          """, arguments: arguments)
      var found: [StorySummary] = []
      var last: StoryCursor?
      var count = 0
      while let row = try rows.next() {
        if found.count == limit || count == most { return (found, last) }
        count += 1
        last = StoryCursor(lastAt: row[1], id: row[0])
        let summary = try summaryCache.summary(row[0], row[2])
        if language == nil || summary.language == language { found.append(summary) }
      }
      return (found, nil)
    }
  }
}
