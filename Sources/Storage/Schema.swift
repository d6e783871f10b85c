import GRDB

/// The library's tables. Migrations are named and never edited; a change is a new migration.
enum Schema {
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 library", migrate: library)
    migrator.registerMigration("sources as handled", migrate: sourcesAsHandled)
    migrator.registerMigration("2 pages", migrate: pages)
    migrator.registerMigration("2 search", migrate: search)
    migrator.registerMigration("3 bounds", migrate: bounds)
    migrator.registerMigration("2 readers", migrate: readers)
    migrator.registerMigration("4 pictures", migrate: pictures)
    migrator.registerMigration("4 sagas", migrate: sagas)
    // From here on values are written in the compact coding, which an older program cannot read: it
    // refuses the library instead of failing at its first row.
    migrator.registerMigration("5 listeners", migrate: listeners)
    migrator.registerMigration("5 keeping") { db in
      try db.execute(sql: "ALTER TABLE source ADD COLUMN keepDays INTEGER")
    }
    migrator.registerMigration("6 bookmarks", migrate: bookmarks)
    migrator.registerMigration("6 enclosures", migrate: enclosures)
    migrator.registerMigration("7 rulings", migrate: rulings)
    return migrator
  }

  private static func library(_ db: Database) throws {
    try db.execute(sql: sources)
    try db.execute(sql: articles)
    try db.execute(sql: stories)
    try db.execute(
      sql: """
        CREATE VIRTUAL TABLE search USING fts5(
          headline, body, content='', detail=full, tokenize="unicode61 remove_diacritics 0 tokenchars '.,-_'");
        """)
  }

  /// The newest stories of a long saga are found without reading all of them.
  private static func sagas(_ db: Database) throws {
    try db.execute(
      sql: """
        DROP INDEX storyBySaga;
        CREATE INDEX storyBySagaAndDate ON story (saga, lastAt);
        """)
  }

  private static let sources = """
    CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE outlet (
      id TEXT PRIMARY KEY, name TEXT NOT NULL, home TEXT, language TEXT) WITHOUT ROWID;
    CREATE TABLE source (
      url TEXT PRIMARY KEY, kind TEXT NOT NULL, outlet TEXT NOT NULL, title TEXT NOT NULL,
      category TEXT, rights TEXT NOT NULL, addedAt INTEGER NOT NULL,
      etag TEXT, lastModified TEXT, contentHash TEXT, checkedAt INTEGER, succeededAt INTEGER,
      newsAt INTEGER, nextCheckAt INTEGER NOT NULL DEFAULT 0, failures INTEGER NOT NULL DEFAULT 0,
      lastError TEXT) WITHOUT ROWID;
    CREATE TABLE capture (
      id INTEGER PRIMARY KEY, url TEXT NOT NULL, fetchedAt INTEGER NOT NULL,
      status INTEGER NOT NULL, headers TEXT NOT NULL, sha256 TEXT NOT NULL,
      size INTEGER NOT NULL, body BLOB NOT NULL);
    CREATE UNIQUE INDEX captureByContent ON capture (url, sha256);
    CREATE TABLE entry (
      source TEXT NOT NULL REFERENCES source (url) ON DELETE CASCADE, id TEXT NOT NULL,
      hash TEXT NOT NULL, article TEXT, seenAt INTEGER NOT NULL,
      PRIMARY KEY (source, id)) WITHOUT ROWID;
    CREATE TABLE tombstone (key TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID;
    """

  private static let articles = """
    CREATE TABLE article (
      id TEXT PRIMARY KEY, version INTEGER NOT NULL, outlet TEXT NOT NULL REFERENCES outlet (id),
      url TEXT, source TEXT, headline TEXT NOT NULL, publishedAt INTEGER, arrivedAt INTEGER NOT NULL,
      language TEXT NOT NULL, section TEXT, story TEXT, copyOf TEXT) WITHOUT ROWID;
    CREATE INDEX articleByOutlet ON article (outlet, arrivedAt);
    CREATE INDEX articleByArrival ON article (arrivedAt);
    CREATE INDEX articleByStory ON article (story);
    CREATE TABLE articleVersion (
      id INTEGER PRIMARY KEY, article TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
      version INTEGER NOT NULL, capture INTEGER REFERENCES capture (id), contentHash TEXT NOT NULL,
      readAt INTEGER NOT NULL, content BLOB NOT NULL, findings BLOB NOT NULL);
    CREATE UNIQUE INDEX versionByArticle ON articleVersion (article, version);
    CREATE TABLE mention (
      key TEXT NOT NULL, article TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
      kind TEXT NOT NULL, name TEXT NOT NULL, count INTEGER NOT NULL,
      PRIMARY KEY (key, article)) WITHOUT ROWID;
    CREATE INDEX mentionByArticle ON mention (article);
    """

  private static let stories = """
    CREATE TABLE story (
      id TEXT PRIMARY KEY, saga TEXT NOT NULL, section TEXT, firstAt INTEGER NOT NULL,
      lastAt INTEGER NOT NULL, articles INTEGER NOT NULL, independent INTEGER NOT NULL,
      summary BLOB NOT NULL, dossier BLOB NOT NULL) WITHOUT ROWID;
    CREATE INDEX storyByDate ON story (lastAt);
    CREATE INDEX storyBySection ON story (section, lastAt);
    CREATE INDEX storyBySaga ON story (saga);
    CREATE TABLE storyAlias (id TEXT PRIMARY KEY, story TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE desk (
      id INTEGER PRIMARY KEY CHECK (id = 1), lastVersion INTEGER NOT NULL, bytes BLOB NOT NULL);
    CREATE TABLE change (
      number INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, id TEXT NOT NULL);
    """
}
