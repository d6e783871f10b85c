import GRDB

extension Schema {
  /// Pictures of articles as we keep them, in several widths, and which articles show them.
  static func pictures(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE picture (
          id TEXT PRIMARY KEY, url TEXT NOT NULL, askedAt INTEGER NOT NULL, fault TEXT) WITHOUT ROWID;
        CREATE TABLE pictureForm (
          picture TEXT NOT NULL REFERENCES picture (id) ON DELETE CASCADE,
          width INTEGER NOT NULL, height INTEGER NOT NULL, bytes BLOB NOT NULL);
        CREATE UNIQUE INDEX formByPicture ON pictureForm (picture, width, height);
        CREATE TABLE pictureUse (
          article TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
          picture TEXT NOT NULL REFERENCES picture (id) ON DELETE CASCADE,
          PRIMARY KEY (article, picture)) WITHOUT ROWID;
        CREATE INDEX useByPicture ON pictureUse (picture);
        """)
  }
}
