import GRDB
import Languages
package import Press

/// What a reader asks for: words, and bounds named `outlet:`, `lang:`, `section:`.
package struct SearchQuery: Sendable, Hashable {
  package var words: [String] = []
  package var outlet: String?
  package var language: Language?
  package var section: Section?

  /// Reads a query as typed: `container outlet:depesche.example lang:de`.
  package init(_ text: String) {
    for part in text.split(whereSeparator: { $0 == " " || $0 == "\t" || $0 == "\n" }).prefix(24) {
      if let value = part.value(after: "outlet:") {
        outlet = value
      } else if let value = part.value(after: "lang:") {
        language = Language(tag: value)
      } else if let value = part.value(after: "section:") {
        section = Section(rawValue: value)
      } else {
        words.append(String(part))
      }
    }
  }
}

extension Substring {
  fileprivate func value(after name: String) -> String? {
    hasPrefix(name) && utf8.count > name.utf8.count ? String(dropFirst(name.count)) : nil
  }
}

extension Library {
  /// The newest articles that hold all words of a query, at most `limit`.
  package func search(_ query: SearchQuery, limit: Int) throws(LibraryError) -> [FiledArticle] {
    guard let match = Self.match(query) else { return [] }
    return try read { db in
      let versions = try Int64.fetchAll(
        db, sql: "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT 1000",
        arguments: [match])
      var found: [FiledArticle] = []
      for version in versions where found.count < limit {
        found += try Self.filed(
          db,
          """
          articleVersion.id = ? AND articleVersion.version = article.version
          AND (? IS NULL OR article.outlet = ?) AND (? IS NULL OR article.language = ?)
          AND (? IS NULL OR article.section = ?)
          """,
          [
            version, query.outlet, query.outlet, query.language?.rawValue,
            query.language?.rawValue, query.section?.rawValue, query.section?.rawValue,
          ], limit: 1)
      }
      return found
    }
  }

  /// The query for FTS5: every word in its German or its English form.
  static func match(_ query: SearchQuery) -> String? {
    let words = query.words.compactMap { word -> String? in
      let forms = [Language.german, .english].compactMap {
        SearchTerms.terms(of: word, language: query.language ?? $0).first
      }
      let quoted = Set(forms).sorted().map {
        "\"" + $0.split(separator: "\"").joined(separator: "\"\"") + "\""
      }
      return quoted.isEmpty ? nil : "(" + quoted.joined(separator: " OR ") + ")"
    }
    return words.isEmpty ? nil : words.joined(separator: " AND ")
  }

  static func index(_ article: Article, version: Int64, _ db: Database) throws {
    func terms(_ text: String) -> String {
      SearchTerms.terms(of: text, language: article.language).joined(separator: " ")
    }
    try db.execute(
      sql: "INSERT INTO search (rowid, headline, body) VALUES (?, ?, ?)",
      arguments: [version, terms(article.headline), terms(article.body.string)])
  }
}
