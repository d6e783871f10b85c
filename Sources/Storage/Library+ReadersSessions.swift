import Foundation
import GRDB

/// What lets somebody in: sessions, devices and invitations. All are kept as hashes only.
extension Library {
  /// A session unused for so long has ended.
  private static let sessionLifetime: Int64 = 60 * 86_400
  /// Uses within so many seconds are one.
  private static let useSpan: Int64 = 600

  package func addSession(
    _ hash: [UInt8], of account: Account.ID, agent: String, at now: Int64
  ) throws(LibraryError) {
    try write { db in
      try db.run(
        sql: "DELETE FROM session WHERE usedAt < ?", arguments: [now - Self.sessionLifetime])
      try db.run(
        sql: "INSERT INTO session VALUES (?, ?, ?, ?, ?)",
        arguments: [Data(hash), account, agent, now, now])
    }
  }

  /// The account of a session that has not ended.
  package func account(ofSession hash: [UInt8], at now: Int64) throws(LibraryError) -> Account? {
    let found = try read { db -> (Account?, Int64)? in
      try Row.fetchOne(
        db.cachedStatement(
          sql: "SELECT account, usedAt FROM session WHERE hash = ? AND usedAt >= ?"),
        arguments: [Data(hash), now - Self.sessionLifetime]
      ).map { (try Self.account(db, "id = ?", [$0["account"] as Int64]), $0["usedAt"]) }
    }
    guard let (account, usedAt) = found else { return nil }
    if usedAt < now - Self.useSpan {
      try write { db in
        try db.run(
          sql: "UPDATE session SET usedAt = ? WHERE hash = ?", arguments: [now, Data(hash)])
      }
    }
    return account
  }

  package func removeSession(_ hash: [UInt8]) throws(LibraryError) {
    try write { db in
      try db.run(sql: "DELETE FROM session WHERE hash = ?", arguments: [Data(hash)])
    }
  }

  /// Ends an account's other sessions.
  package func removeSessions(
    of account: Account.ID, keeping hash: [UInt8]
  ) throws(LibraryError) {
    try write { db in
      try db.run(
        sql: "DELETE FROM session WHERE account = ? AND hash <> ?",
        arguments: [account, Data(hash)])
    }
  }

  package func sessions(of account: Account.ID) throws(LibraryError) -> [ReaderSession] {
    try read { db in
      try Row.fetchAll(
        db.cachedStatement(sql: "SELECT * FROM session WHERE account = ? ORDER BY usedAt DESC"),
        arguments: [account]
      ).map { row in
        ReaderSession(
          hash: Array(row["hash"] as Data), agent: row["agent"], createdAt: row["createdAt"],
          usedAt: row["usedAt"])
      }
    }
  }

  // MARK: Devices

  /// Adds a device; those of the same name beyond the newest twenty go.
  package func addDevice(
    _ hash: [UInt8], fever: [UInt8]?, of account: Account.ID, name: String, at now: Int64
  ) throws(LibraryError) -> Device.ID {
    try write { db in
      try db.run(
        sql: """
          INSERT INTO device (account, name, hash, fever, createdAt) VALUES (?, ?, ?, ?, ?)
          """, arguments: [account, name, Data(hash), fever.map { Data($0) }, now])
      let id = db.lastInsertedRowID
      try db.run(
        sql: """
          DELETE FROM device WHERE account = ? AND name = ? AND id NOT IN (
            SELECT id FROM device WHERE account = ? AND name = ? ORDER BY id DESC LIMIT 20)
          """, arguments: [account, name, account, name])
      return id
    }
  }

  package func devices(of account: Account.ID) throws(LibraryError) -> [Device] {
    try read { db in
      try Row.fetchAll(
        db.cachedStatement(sql: "SELECT * FROM device WHERE account = ? ORDER BY id DESC"),
        arguments: [account]
      ).map { row in
        Device(
          id: row["id"], name: row["name"], createdAt: row["createdAt"], usedAt: row["usedAt"],
          speaksFever: (row["fever"] as Data?) != nil)
      }
    }
  }

  package func removeDevice(_ id: Device.ID, of account: Account.ID) throws(LibraryError) -> Bool {
    try write { db in
      try db.run(
        sql: "DELETE FROM device WHERE id = ? AND account = ?", arguments: [id, account])
      return db.changesCount > 0
    }
  }

  /// The account a device's secret belongs to.
  package func account(ofDevice hash: [UInt8], at now: Int64) throws(LibraryError) -> Account? {
    try account(ofDevice: "hash", hash, at: now)
  }

  /// The account a device's Fever key belongs to.
  package func account(ofFeverKey hash: [UInt8], at now: Int64) throws(LibraryError) -> Account? {
    try account(ofDevice: "fever", hash, at: now)
  }

  private func account(ofDevice column: String, _ hash: [UInt8], at now: Int64)
    throws(LibraryError) -> Account?
  {
    let found = try read { db -> (Account?, Int64, Int64?)? in
      try Row.fetchOne(
        db, sql: "SELECT id, account, usedAt FROM device WHERE \(column) = ?",
        arguments: [Data(hash)]
      ).map {
        (try Self.account(db, "id = ?", [$0["account"] as Int64]), $0["id"], $0["usedAt"])
      }
    }
    guard let (account, id, usedAt) = found else { return nil }
    if (usedAt ?? 0) < now - Self.useSpan {
      try write { db in
        try db.run(sql: "UPDATE device SET usedAt = ? WHERE id = ?", arguments: [now, id])
      }
    }
    return account
  }

  // MARK: Invitations

  package func addInvitation(
    _ hash: [UInt8], isOperator: Bool, expiresAt: Int64
  ) throws(LibraryError) {
    try write { db in
      try db.run(
        sql: "INSERT INTO invitation VALUES (?, ?, ?)",
        arguments: [Data(hash), isOperator, expiresAt])
    }
  }

  /// Withdraws the invitations to become an operator, when a new one is printed.
  package func removeOperatorInvitations() throws(LibraryError) {
    try write { db in try db.run(sql: "DELETE FROM invitation WHERE isOperator") }
  }

  /// Whether an invitation is good; its account is an operator's or not.
  package func invitation(_ hash: [UInt8], at now: Int64) throws(LibraryError) -> Bool? {
    try read { db in
      try Bool.fetchOne(
        db.cachedStatement(
          sql: "SELECT isOperator FROM invitation WHERE hash = ? AND expiresAt > ?"),
        arguments: [Data(hash), now])
    }
  }

  /// Uses an invitation up and makes its account, both or neither; nil where the invitation is
  /// no longer good or the name is taken.
  package func takeInvitation(
    _ hash: [UInt8], name: String, password: String, at now: Int64
  ) throws(LibraryError) -> Account? {
    try write { db in
      guard
        let isOperator = try Bool.fetchOne(
          db.cachedStatement(
            sql: "SELECT isOperator FROM invitation WHERE hash = ? AND expiresAt > ?"),
          arguments: [Data(hash), now])
      else { return nil }
      try db.run(
        sql: """
          INSERT INTO account (name, password, isOperator, createdAt, sweptAt)
          VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
          """, arguments: [name, password, isOperator, now, now])
      guard db.changesCount > 0 else { return nil }
      let id = db.lastInsertedRowID
      try db.run(sql: "DELETE FROM invitation WHERE hash = ?", arguments: [Data(hash)])
      return try Self.account(db, "id = ?", [id])
    }
  }
}
