import GRDB
package import Press

/// Something that changed; whoever shows it follows the numbers.
package struct Change: Sendable, Hashable {
  package enum Kind: String, Sendable { case article, story, sources }
  package var number: Int64
  package var kind: Kind
  /// The article's or story's id; empty for the sources.
  package var id: String

  package init(number: Int64, kind: Kind, id: String) {
    self.number = number
    self.kind = kind
    self.id = id
  }
}

extension Library {
  /// The number of the last change, 0 in a new library.
  package func lastChange() throws(LibraryError) -> Int64 {
    try read { db in
      try Int64.fetchOne(db.cachedStatement(sql: "SELECT max(number) FROM change")) ?? 0
    }
  }

  /// The changes after a number, oldest first, at most 10,000.
  package func changes(after number: Int64) throws(LibraryError) -> [Change] {
    try read { db in
      try Row.fetchAll(
        db.cachedStatement(
          sql: "SELECT * FROM change WHERE number > ? ORDER BY number LIMIT 10000"),
        arguments: [number]
      ).compactMap { row in
        Change.Kind(rawValue: row["kind"]).map {
          Change(number: row["number"], kind: $0, id: row["id"])
        }
      }
    }
  }

  /// The sections stories stand in now, and whether all the stories are there.
  package func sections(ofStories ids: Set<String>) throws(LibraryError) -> (
    sections: Set<Section>, areAllKnown: Bool
  ) {
    try read { db in
      var sections: Set<Section> = []
      var found = 0
      for id in ids {
        guard
          let row = try Row.fetchOne(
            db.cachedStatement(sql: "SELECT section FROM story WHERE id = ?"), arguments: [id])
        else { continue }
        found += 1
        if let section = (row["section"] as String?).flatMap(Section.init) {
          sections.insert(section)
        }
      }
      return (sections, found == ids.count)
    }
  }

  static func note(_ kind: Change.Kind, _ id: String, _ db: Database) throws {
    try db.run(
      sql: "INSERT INTO change (kind, id) VALUES (?, ?)", arguments: [kind.rawValue, id])
  }
}
