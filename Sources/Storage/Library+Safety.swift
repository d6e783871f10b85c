import Foundation
import GRDB

/// One thing that was looked at, and what was found.
package struct LibraryCheck: Sendable, Hashable {
  package enum Outcome: String, Sendable { case fine, doubtful, broken }
  package var what: String
  package var outcome: Outcome
  package var words: String

  package init(_ what: String, _ outcome: Outcome, _ words: String) {
    self.what = what
    self.outcome = outcome
    self.words = words
  }
}

extension Library {
  /// Writes a whole copy while reading and writing go on. The copy is checked before it gets its
  /// name; a file that is there is never written over.
  package func backup(to path: String) throws(LibraryError) {
    guard !FileManager.default.fileExists(atPath: path) else {
      throw LibraryError.failed(path: path, reason: "the file is there already; name a new one")
    }
    let part = path + ".part"
    do {
      try? FileManager.default.removeItem(atPath: part)
      let copy = try DatabaseQueue(path: part)
      try pool.backup(to: copy)
      try copy.inDatabase { db in
        try db.execute(sql: "PRAGMA journal_mode = DELETE")
        let words = try String.fetchAll(db, sql: "PRAGMA integrity_check(3)")
        guard words == ["ok"] else {
          throw LibraryError.damaged(path: path, reason: words.joined(separator: "; "))
        }
      }
      try copy.close()
      try FileManager.default.moveItem(atPath: part, toPath: path)
    } catch {
      try? FileManager.default.removeItem(atPath: part)
      throw LibraryError(error, path: path)
    }
  }

  /// Puts a backup in a library's place. The backup is checked first; what was there is kept under
  /// another name, which is returned (nil where nothing was there).
  package static func restore(_ backup: String, to path: String, at now: Int64)
    throws(LibraryError) -> String?
  {
    do {
      try check(backup: backup)
      let files = FileManager.default
      let part = path + ".part"
      try? files.removeItem(atPath: part)
      try files.copyItem(atPath: backup, toPath: part)
      var old: String?
      if files.fileExists(atPath: path) {
        try settle(path)
        let name = "\(path).before-restore-\(now)"
        try files.moveItem(atPath: path, toPath: name)
        old = name
      }
      try files.moveItem(atPath: part, toPath: path)
      return old
    } catch {
      throw LibraryError(error, path: path)
    }
  }

  private static func check(backup: String) throws {
    guard FileManager.default.fileExists(atPath: backup) else {
      throw LibraryError.cannotOpen(path: backup, reason: "there is no such file")
    }
    var configuration = Configuration()
    configuration.readonly = true
    do {
      let queue = try DatabaseQueue(path: backup, configuration: configuration)
      try queue.read { db in
        let words = try String.fetchAll(db, sql: "PRAGMA integrity_check(3)")
        guard words == ["ok"] else {
          throw LibraryError.damaged(path: backup, reason: words.joined(separator: "; "))
        }
        guard try db.tableExists("articleVersion") else {
          throw LibraryError.damaged(path: backup, reason: "it holds no library")
        }
        if try Schema.migrator.hasBeenSuperseded(db) {
          throw LibraryError.newerVersion(path: backup)
        }
      }
      try queue.close()
    } catch {
      throw LibraryError(error, path: backup)
    }
  }

  /// Brings all of a library into its one file. SQLite lets only the last one in do that, so a
  /// library that is in use is found out.
  private static func settle(_ path: String) throws {
    var configuration = Configuration()
    configuration.busyMode = .timeout(1)
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    let mode = try queue.inDatabase { db in
      try String.fetchOne(db, sql: "PRAGMA journal_mode = DELETE")
    }
    try queue.close()
    guard mode == "delete" else { throw LibraryError.busy(path: path) }
  }

  /// Looks the library over.
  ///
  /// - Parameter isThorough: reads every page and every index, which takes minutes for large ones.
  package func check(isThorough: Bool) throws(LibraryError) -> [LibraryCheck] {
    try read { db in
      let words = try String.fetchAll(
        db, sql: isThorough ? "PRAGMA integrity_check(5)" : "PRAGMA quick_check(5)")
      var checks = [
        LibraryCheck(
          "pages", words == ["ok"] ? .fine : .broken,
          words == ["ok"] ? "every page is in order" : words.joined(separator: "; "))
      ]
      let lost = try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").count
      checks.append(
        LibraryCheck(
          "references", lost == 0 ? .fine : .broken,
          lost == 0 ? "nothing points into the void" : "\(lost) rows point at what is not there"))
      checks.append(try Self.indexCheck(db))
      checks.append(try Self.tallyCheck(db))
      return checks
    }
  }

  private static func indexCheck(_ db: Database) throws -> LibraryCheck {
    let missing =
      try Int.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT count(*) FROM article
            WHERE NOT EXISTS (SELECT 1 FROM searched WHERE searched.article = article.id)
            """)) ?? 0
    return LibraryCheck(
      "search", missing == 0 ? .fine : .doubtful,
      missing == 0
        ? "every article is in the index" : "\(missing) articles are not in the search index")
  }

  private static func tallyCheck(_ db: Database) throws -> LibraryCheck {
    let counted = try Int.fetchOne(db.cachedStatement(sql: "SELECT count(*) FROM article")) ?? 0
    let tallied =
      try Int.fetchOne(db.cachedStatement(sql: "SELECT sum(articles) FROM outletTally")) ?? 0
    return LibraryCheck(
      "counts", counted == tallied ? .fine : .doubtful,
      counted == tallied
        ? "\(counted) articles" : "\(counted) articles, but \(tallied) are counted")
  }
}
