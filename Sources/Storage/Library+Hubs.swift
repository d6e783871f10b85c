import GRDB
package import Press

/// A hub's promise to call us when a source has news (W3C WebSub).
package struct HubSubscription: Sendable, Hashable {
  /// A part of the address the hub calls; it cannot be guessed.
  package var id: String
  package var source: Source.ID
  package var hub: String
  package var topic: String
  /// What the hub signs with.
  package var secret: String
  package var askedAt: Int64
  /// Until when the hub calls us; nil before it has said so.
  package var leaseUntil: Int64?

  package init(
    id: String, source: Source.ID, hub: String, topic: String, secret: String, askedAt: Int64,
    leaseUntil: Int64? = nil
  ) {
    self.id = id
    self.source = source
    self.hub = hub
    self.topic = topic
    self.secret = secret
    self.askedAt = askedAt
    self.leaseUntil = leaseUntil
  }
}

extension Library {
  /// The subscription of an id, or of a source; nil if there is none.
  package func hubSubscription(id: String? = nil, source: Source.ID? = nil) throws(LibraryError)
    -> HubSubscription?
  {
    try read { db in
      try Row.fetchOne(
        db.cachedStatement(sql: "SELECT * FROM hubSubscription WHERE id = ? OR source = ?"),
        arguments: [id, source]
      ).map { row in
        HubSubscription(
          id: row["id"], source: row["source"], hub: row["hub"], topic: row["topic"],
          secret: row["secret"], askedAt: row["askedAt"], leaseUntil: row["leaseUntil"])
      }
    }
  }

  /// Keeps a source's subscription in place of the one before.
  package func keep(_ subscription: HubSubscription) throws(LibraryError) {
    try write { db in
      try db.run(
        sql: "INSERT OR REPLACE INTO hubSubscription VALUES (?, ?, ?, ?, ?, ?, ?)",
        arguments: [
          subscription.id, subscription.source, subscription.hub, subscription.topic,
          subscription.secret, subscription.askedAt, subscription.leaseUntil,
        ])
    }
  }

  package func removeHubSubscription(id: String) throws(LibraryError) {
    try write { db in
      try db.run(sql: "DELETE FROM hubSubscription WHERE id = ?", arguments: [id])
    }
  }

  /// Lets a source be asked with the next round.
  package func makeDue(_ source: Source.ID) throws(LibraryError) {
    try write { db in
      try db.run(
        sql: "UPDATE source SET nextCheckAt = 0 WHERE url = ?", arguments: [source])
    }
  }
}
