import GRDB

/// Where an account keeps articles for later: a service of its own choice.
package struct BookmarkService: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable, CaseIterable { case linkding, wallabag }

  package var kind: Kind
  /// The service's address without a slash at its end.
  package var address: String
  /// Linkding: the key of its REST interface. wallabag: the account's password.
  package var secret: String
  /// wallabag only: the account's name, and the client made there under "API clients management".
  package var user: String
  package var client: String
  package var clientSecret: String

  package init(
    kind: Kind, address: String, secret: String, user: String = "", client: String = "",
    clientSecret: String = ""
  ) {
    self.kind = kind
    self.address = address
    self.secret = secret
    self.user = user
    self.client = client
    self.clientSecret = clientSecret
  }
}

extension Schema {
  /// The services' secrets are kept as they are, because they have to be shown there.
  static func bookmarks(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE bookmarkService (
          account INTEGER PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
          kind TEXT NOT NULL, address TEXT NOT NULL, secret TEXT NOT NULL, user TEXT NOT NULL,
          client TEXT NOT NULL, clientSecret TEXT NOT NULL);
        """)
  }
}

extension Library {
  package func bookmarkService(of account: Account.ID) throws(LibraryError) -> BookmarkService? {
    try read { db in
      try Row.fetchOne(
        db.cachedStatement(sql: "SELECT * FROM bookmarkService WHERE account = ?"),
        arguments: [account]
      ).flatMap { row in
        BookmarkService.Kind(rawValue: row["kind"]).map {
          BookmarkService(
            kind: $0, address: row["address"], secret: row["secret"], user: row["user"],
            client: row["client"], clientSecret: row["clientSecret"])
        }
      }
    }
  }

  /// Keeps an account's service in the place of the one before; nil forgets it.
  package func setBookmarkService(_ service: BookmarkService?, of account: Account.ID)
    throws(LibraryError)
  {
    try write { db in
      try db.run(
        sql: "DELETE FROM bookmarkService WHERE account = ?", arguments: [account])
      guard let service else { return }
      try db.run(
        sql: "INSERT INTO bookmarkService VALUES (?, ?, ?, ?, ?, ?, ?)",
        arguments: [
          account, service.kind.rawValue, service.address, service.secret, service.user,
          service.client, service.clientSecret,
        ])
    }
  }
}
