import Foundation
import GRDB

extension Library {
  /// Adds an account; nil where the name is taken. It starts with every source that is there.
  package func addAccount(
    name: String, password: String, isOperator: Bool, at now: Int64
  ) throws(LibraryError) -> Account? {
    try write { db in
      try db.run(
        sql: """
          INSERT INTO account (name, password, isOperator, createdAt, sweptAt)
          VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
          """, arguments: [name, password, isOperator, now, now])
      guard db.changesCount > 0 else { return nil }
      return try Self.account(db, "id = ?", [db.lastInsertedRowID])
    }
  }

  package func accounts() throws(LibraryError) -> [Account] {
    try read { db in
      try Row.fetchAll(
        db.cachedStatement(sql: "SELECT * FROM account ORDER BY name COLLATE NOCASE")
      )
      .map(Self.account)
    }
  }

  package func account(_ id: Account.ID) throws(LibraryError) -> Account? {
    try read { db in try Self.account(db, "id = ?", [id]) }
  }

  /// The account of a name and its kept password.
  package func credentials(of name: String) throws(LibraryError) -> (
    account: Account, password: String
  )? {
    try read { db in
      try Row.fetchOne(
        db.cachedStatement(sql: "SELECT * FROM account WHERE name = ?"), arguments: [name]
      )
      .map { (Self.account($0), $0["password"]) }
    }
  }

  /// Changes the password. All browsers but one and all apps have to sign in again.
  package func setPassword(
    _ password: String, of account: Account.ID, keeping session: [UInt8]? = nil
  ) throws(LibraryError) {
    try write { db in
      try db.run(
        sql: "UPDATE account SET password = ? WHERE id = ?", arguments: [password, account])
      try db.run(
        sql: "DELETE FROM session WHERE account = ? AND hash IS NOT ?",
        arguments: [account, session.map { Data($0) }])
      try db.run(sql: "DELETE FROM device WHERE account = ?", arguments: [account])
    }
  }

  package func setOperator(_ isOperator: Bool, of account: Account.ID) throws(LibraryError) {
    try write { db in
      try db.run(
        sql: "UPDATE account SET isOperator = ? WHERE id = ?", arguments: [isOperator, account])
    }
  }

  /// Keeps an account's choices.
  package func set(_ account: Account) throws(LibraryError) {
    try write { db in
      try db.run(
        sql: """
          UPDATE account SET copiesTogether = ?, hasStories = ?, joinsSources = ? WHERE id = ?
          """,
        arguments: [
          account.copiesTogether, account.hasStories, account.joinsSources, account.id,
        ])
    }
  }

  /// Removes an account and everything of it.
  package func removeAccount(_ id: Account.ID) throws(LibraryError) -> Bool {
    try write { db in
      try db.run(
        sql: "DELETE FROM subscription WHERE account = ?", arguments: [id])
      try db.run(sql: "DELETE FROM account WHERE id = ?", arguments: [id])
      return db.changesCount > 0
    }
  }

  static func account(
    _ db: Database, _ condition: String, _ arguments: StatementArguments
  ) throws -> Account? {
    try Row.fetchOne(db, sql: "SELECT * FROM account WHERE \(condition)", arguments: arguments)
      .map(account)
  }

  private static func account(_ row: Row) -> Account {
    Account(
      id: row["id"], name: row["name"], isOperator: row["isOperator"],
      createdAt: row["createdAt"], copiesTogether: row["copiesTogether"],
      hasStories: row["hasStories"], joinsSources: row["joinsSources"])
  }
}
