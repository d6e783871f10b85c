import Crypto
import Foundation
import GRDB
package import Press

/// One width of a picture, as it is sent.
package struct PictureForm: Sendable, Hashable {
  /// In pixels.
  package var width: Int
  package var height: Int
  /// WebP.
  package var bytes: [UInt8]

  package init(width: Int, height: Int, bytes: [UInt8]) {
    self.width = width
    self.height = height
    self.bytes = bytes
  }
}

extension Library {
  /// A picture that stands in more articles than this is a logo or a standing decoration.
  private static let mostUses = 8

  /// The id of the picture at an address.
  package static func pictureID(_ url: String) -> String {
    SHA256.hash(data: Array(url.utf8)).prefix(10).map { byte in
      let digits = String(byte, radix: 16)
      return digits.utf8.count == 1 ? "0" + digits : digits
    }.joined()
  }

  /// Articles whose versions came after one, oldest first, with the version's number; of very many
  /// only the last `window`. Those who look for pictures go on from there.
  package func articles(after version: Int64, window: Int, limit: Int) throws(LibraryError)
    -> [(version: Int64, id: Article.ID)]
  {
    try read { db in
      let last =
        try Int64.fetchOne(db.cachedStatement(sql: "SELECT max(id) FROM articleVersion")) ?? 0
      return try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT articleVersion.id, article.id FROM articleVersion
            JOIN article ON article.id = articleVersion.article
              AND article.version = articleVersion.version
            WHERE articleVersion.id > ? ORDER BY articleVersion.id LIMIT ?
            """), arguments: [max(version, last - Int64(window)), limit]
      ).map { ($0[0], $0[1]) }
    }
  }

  /// Whether a picture was asked for already.
  package func knows(picture id: String) throws(LibraryError) -> Bool {
    try read { db in
      try Bool.fetchOne(
        db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM picture WHERE id = ?)"),
        arguments: [id]) ?? false
    }
  }

  /// Keeps a picture, or, without forms, why there is none.
  package func keep(picture url: String, forms: [PictureForm], fault: String?, at now: Int64)
    throws(LibraryError)
  {
    let id = Self.pictureID(url)
    try write { db in
      try db.run(
        sql: """
          INSERT INTO picture VALUES (?, ?, ?, ?)
          ON CONFLICT DO UPDATE SET askedAt = excluded.askedAt, fault = excluded.fault
          """, arguments: [id, url, now, fault])
      for form in forms {
        try db.run(
          sql: "INSERT OR REPLACE INTO pictureForm VALUES (?, ?, ?, ?)",
          arguments: [id, form.width, form.height, Data(form.bytes)])
      }
    }
  }

  /// Notes which pictures an article shows; what shows the article is old from now on.
  package func note(pictures ids: [String], of article: Article.ID) throws(LibraryError) {
    try write { db in
      guard
        let row = try Row.fetchOne(
          db.cachedStatement(sql: "SELECT story FROM article WHERE id = ?"), arguments: [article])
      else { return }
      for id in ids {
        try db.run(
          sql: """
            INSERT OR IGNORE INTO pictureUse SELECT ?1, ?2
            WHERE EXISTS (SELECT 1 FROM picture WHERE id = ?2)
            """, arguments: [article, id])
      }
      try Self.note(.article, article, db)
      if let story = row[0] as String? { try Self.note(.story, story, db) }
    }
  }

  /// The pictures of articles that can be shown, by the addresses the articles give.
  package func pictures(of articles: [Article.ID]) throws(LibraryError) -> [String: KeptPicture] {
    if articles.isEmpty { return [:] }
    return try read { db in
      var found: [String: KeptPicture] = [:]
      let marks = databaseQuestionMarks(count: articles.count)
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT DISTINCT picture.url, picture.id, pictureForm.width, pictureForm.height
          FROM pictureUse JOIN picture ON picture.id = pictureUse.picture
          JOIN pictureForm ON pictureForm.picture = picture.id
          WHERE pictureUse.article IN (\(marks)) AND
            (SELECT count(*) FROM (SELECT 1 FROM pictureUse AS other
              WHERE other.picture = picture.id LIMIT \(Self.mostUses + 1))) <= \(Self.mostUses)
          ORDER BY picture.id, pictureForm.width
          """, arguments: StatementArguments(articles))
      while let row = try rows.next() {
        let size = KeptPicture.Size(width: row[2], height: row[3])
        let url: String = row[0]
        if found[url]?.append(size) == nil { found[url] = KeptPicture(id: row[1], size) }
      }
      return found
    }
  }

  /// The bytes of one width of a picture and the articles that show it.
  package func picture(_ id: String, width: Int) throws(LibraryError)
    -> (bytes: [UInt8], articles: [Article.ID])?
  {
    try read { db in
      guard
        let bytes = try Data.fetchOne(
          db.cachedStatement(sql: "SELECT bytes FROM pictureForm WHERE picture = ? AND width = ?"),
          arguments: [id, width])
      else { return nil }
      let articles = try String.fetchAll(
        db.cachedStatement(sql: "SELECT article FROM pictureUse WHERE picture = ? LIMIT 100"),
        arguments: [id])
      return articles.isEmpty ? nil : ([UInt8](bytes), articles)
    }
  }

  /// Pictures no article shows any more go; returns how many.
  package func dropUnusedPictures(before time: Int64) throws(LibraryError) -> Int {
    try write { db in
      try db.run(
        sql: """
          DELETE FROM picture WHERE askedAt < ?
            AND NOT EXISTS (SELECT 1 FROM pictureUse WHERE picture = picture.id)
          """, arguments: [time])
      return db.changesCount
    }
  }
}
