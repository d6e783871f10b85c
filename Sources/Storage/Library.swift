import Foundation
import GRDB
import Synchronization

/// All that is kept: sources, the bytes as fetched, articles with their versions and findings,
/// stories with their dossiers, and the sequence of changes that others follow.
///
/// Each function is one transaction. What a function has returned from survives a kill and a power
/// cut (WAL, `synchronous=FULL`). The functions are grouped in `Library+Sources.swift`,
/// `+Articles`, `+Stories`, `+Search` and `+Changes`.
package final class Library: Sendable {
  package let path: String
  let pool: DatabasePool
  let summaryCache = SummaryCache()

  /// Opens a library, making it where there is none. A library that a newer version wrote is
  /// refused untouched; one that an older version wrote is copied before it is brought up to date.
  package init(path: String) throws(LibraryError) {
    self.path = path
    do {
      pool = try DatabasePool(path: path, configuration: Self.configuration)
      let migrator = Schema.migrator
      let state = try pool.read { db in
        (
          newer: try migrator.hasBeenSuperseded(db), done: try migrator.hasCompletedMigrations(db),
          isNew: try db.tableExists("article") == false
        )
      }
      if state.newer { throw LibraryError.newerVersion(path: path) }
      if !state.done && !state.isNew { try copyBeforeMigration() }
      try migrator.migrate(pool)
    } catch {
      throw LibraryError(error, path: path)
    }
  }

  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(10)
    configuration.maximumReaderCount = 4
    configuration.prepareDatabase { db in
      if !db.configuration.readonly { try db.execute(sql: "PRAGMA synchronous = FULL") }
    }
    return configuration
  }

  private func copyBeforeMigration() throws {
    let copy = try DatabaseQueue(path: path + ".before-update")
    try pool.backup(to: copy)
    try copy.close()
  }

  func read<Value>(_ body: (Database) throws -> Value) throws(LibraryError) -> Value {
    do { return try pool.read(body) } catch { throw LibraryError(error, path: path) }
  }

  func write<Value>(_ body: (Database) throws -> Value) throws(LibraryError) -> Value {
    do { return try pool.write(body) } catch { throw LibraryError(error, path: path) }
  }

  /// Writes faster from now on and without care: a power cut may damage the file. For libraries that
  /// can be made again.
  package func hurry() throws(LibraryError) {
    do {
      try pool.writeWithoutTransaction { db in
        try db.execute(
          sql: """
            PRAGMA synchronous = OFF; PRAGMA cache_size = -262144;
            PRAGMA wal_autocheckpoint = 50000
            """)
      }
    } catch {
      throw LibraryError(error, path: path)
    }
  }

  /// Closes the files; the library is of no use afterwards.
  package func close() throws(LibraryError) {
    do { try pool.close() } catch { throw LibraryError(error, path: path) }
  }

  // MARK: Settings

  package func setting(_ key: String) throws(LibraryError) -> String? {
    try read { db in
      try String.fetchOne(
        db.cachedStatement(sql: "SELECT value FROM setting WHERE key = ?"), arguments: [key])
    }
  }

  package func set(_ key: String, to value: String) throws(LibraryError) {
    try write { db in
      try db.run(
        sql: "INSERT INTO setting VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value",
        arguments: [key, value])
    }
  }
}

extension Database {
  /// Carries out one statement, compiled once.
  func run(sql: String, arguments: StatementArguments = StatementArguments()) throws {
    try cachedStatement(sql: sql).execute(arguments: arguments)
  }
}
