import GRDB

extension Schema {
  /// What operators say of their sources, what is known of their rhythm, hubs that call us, and
  /// the addresses sources had before they moved.
  static func sourcesAsHandled(_ db: Database) throws {
    try db.execute(
      sql: """
        ALTER TABLE source ADD COLUMN owner TEXT;
        ALTER TABLE source ADD COLUMN ownerKind TEXT;
        ALTER TABLE source ADD COLUMN contentSelector TEXT NOT NULL DEFAULT '';
        ALTER TABLE source ADD COLUMN removalSelector TEXT NOT NULL DEFAULT '';
        ALTER TABLE source ADD COLUMN published TEXT NOT NULL DEFAULT '';
        ALTER TABLE source ADD COLUMN wishedSeconds INTEGER;
        CREATE TABLE sourceAccess (
          source TEXT PRIMARY KEY REFERENCES source (url) ON DELETE CASCADE ON UPDATE CASCADE,
          access TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE sourceAlias (
          url TEXT PRIMARY KEY,
          source TEXT NOT NULL REFERENCES source (url) ON DELETE CASCADE ON UPDATE CASCADE
        ) WITHOUT ROWID;
        CREATE INDEX aliasBySource ON sourceAlias (source);
        CREATE TABLE hubSubscription (
          id TEXT PRIMARY KEY,
          source TEXT NOT NULL UNIQUE REFERENCES source (url) ON DELETE CASCADE ON UPDATE CASCADE,
          hub TEXT NOT NULL, topic TEXT NOT NULL, secret TEXT NOT NULL, askedAt INTEGER NOT NULL,
          leaseUntil INTEGER) WITHOUT ROWID;
        CREATE TABLE outletIcon (
          outlet TEXT PRIMARY KEY REFERENCES outlet (id) ON DELETE CASCADE,
          type TEXT NOT NULL, bytes BLOB NOT NULL, askedAt INTEGER NOT NULL) WITHOUT ROWID;
        CREATE INDEX articleBySource ON article (source, arrivedAt, copyOf);
        CREATE INDEX entryBySource ON entry (source, seenAt);
        """)
  }
}
