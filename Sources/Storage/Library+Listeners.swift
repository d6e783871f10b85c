import GRDB

/// Somebody who is called when there is news: a subscriber of one of our feeds (W3C WebSub), or an
/// address the operator named (a webhook).
package struct Listener: Sendable, Hashable, Identifiable {
  package enum Kind: String, Sendable, Hashable { case feed, hook }

  package var id: String
  package var kind: Kind
  /// The address of our feed; for hooks what is told of: `stories`, or a section's id.
  package var topic: String
  package var callback: String
  /// What is sent is signed with it; empty where the subscriber gave none.
  package var secret: String
  /// Until when a subscriber wants to be called; nil for hooks.
  package var leaseUntil: Int64?
  /// What it was told last: a hash of a feed, the number of a change.
  package var told: String
  /// Calls in a row that failed.
  package var failures: Int
  /// Not before this time.
  package var nextAt: Int64

  package init(
    id: String, kind: Kind, topic: String, callback: String, secret: String = "",
    leaseUntil: Int64? = nil, told: String = "", failures: Int = 0, nextAt: Int64 = 0
  ) {
    self.id = id
    self.kind = kind
    self.topic = topic
    self.callback = callback
    self.secret = secret
    self.leaseUntil = leaseUntil
    self.told = told
    self.failures = failures
    self.nextAt = nextAt
  }
}

extension Schema {
  static func listeners(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE listener (
          id TEXT PRIMARY KEY, kind TEXT NOT NULL, topic TEXT NOT NULL, callback TEXT NOT NULL,
          secret TEXT NOT NULL, leaseUntil INTEGER, told TEXT NOT NULL,
          failures INTEGER NOT NULL, nextAt INTEGER NOT NULL,
          UNIQUE (topic, callback)) WITHOUT ROWID;
        """)
  }
}

extension Library {
  /// All who listen, in the order of what they listen to.
  package func listeners(_ kind: Listener.Kind? = nil) throws(LibraryError) -> [Listener] {
    try read { db in
      try Row.fetchAll(
        db.cachedStatement(
          sql: "SELECT * FROM listener WHERE ?1 IS NULL OR kind = ?1 ORDER BY topic, callback"),
        arguments: [kind?.rawValue]
      ).compactMap { row in
        Listener.Kind(rawValue: row["kind"]).map {
          Listener(
            id: row["id"], kind: $0, topic: row["topic"], callback: row["callback"],
            secret: row["secret"], leaseUntil: row["leaseUntil"], told: row["told"],
            failures: row["failures"], nextAt: row["nextAt"])
        }
      }
    }
  }

  /// Keeps a listener in place of the one with the same topic and callback.
  package func keep(_ listener: Listener) throws(LibraryError) {
    try write { db in
      try db.run(
        sql: "INSERT OR REPLACE INTO listener VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        arguments: [
          listener.id, listener.kind.rawValue, listener.topic, listener.callback, listener.secret,
          listener.leaseUntil, listener.told, listener.failures, listener.nextAt,
        ])
    }
  }

  /// Notes what a listener was told, if it still listens.
  package func note(_ listener: Listener) throws(LibraryError) {
    try write { db in
      try db.run(
        sql: "UPDATE listener SET told = ?, failures = ?, nextAt = ? WHERE id = ?",
        arguments: [listener.told, listener.failures, listener.nextAt, listener.id])
    }
  }

  /// Removes a listener. Returns whether there was one.
  package func removeListener(topic: String, callback: String) throws(LibraryError) -> Bool {
    try write { db in
      try db.run(
        sql: "DELETE FROM listener WHERE topic = ? AND callback = ?", arguments: [topic, callback])
      return db.changesCount > 0
    }
  }
}
