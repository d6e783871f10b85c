import GRDB

extension Schema {
  /// Indexes and counts that keep every list bounded, however large the library is.
  static func bounds(_ db: Database) throws {
    try db.execute(sql: tallies)
    try db.execute(
      sql: """
        CREATE INDEX articleByOutletDate ON article (outlet, coalesce(publishedAt, arrivedAt));
        CREATE INDEX articleByCopy ON article (copyOf) WHERE copyOf IS NOT NULL;
        CREATE INDEX storyByFirst ON story (firstAt);
        ALTER TABLE mention ADD COLUMN at INTEGER NOT NULL DEFAULT 0;
        UPDATE mention SET at = coalesce((
          SELECT coalesce(publishedAt, arrivedAt) FROM article WHERE article.id = mention.article), 0);
        CREATE INDEX mentionByDate ON mention (key, at);
        """)
  }

  /// How many articles and copies an outlet and a source have, kept by triggers.
  private static let tallies = """
    CREATE TABLE outletTally (
      outlet TEXT PRIMARY KEY, articles INTEGER NOT NULL, copies INTEGER NOT NULL) WITHOUT ROWID;
    CREATE TABLE sourceTally (source TEXT PRIMARY KEY, articles INTEGER NOT NULL) WITHOUT ROWID;
    INSERT INTO outletTally SELECT outlet, count(*), count(copyOf) FROM article GROUP BY outlet;
    INSERT INTO sourceTally SELECT source, count(*) FROM article WHERE source IS NOT NULL
      GROUP BY source;
    CREATE TABLE libraryTally (what TEXT PRIMARY KEY, count INTEGER NOT NULL) WITHOUT ROWID;
    INSERT INTO libraryTally VALUES ('stories', (SELECT count(*) FROM story));
    CREATE TRIGGER articleAdded AFTER INSERT ON article BEGIN
      INSERT INTO outletTally VALUES (NEW.outlet, 1, NEW.copyOf IS NOT NULL)
        ON CONFLICT DO UPDATE SET articles = articles + 1, copies = copies + excluded.copies;
    END;
    CREATE TRIGGER articleAddedToSource AFTER INSERT ON article WHEN NEW.source IS NOT NULL BEGIN
      INSERT INTO sourceTally VALUES (NEW.source, 1)
        ON CONFLICT DO UPDATE SET articles = articles + 1;
    END;
    CREATE TRIGGER articleSourced AFTER UPDATE OF source ON article
      WHEN OLD.source IS NULL AND NEW.source IS NOT NULL BEGIN
      INSERT INTO sourceTally VALUES (NEW.source, 1)
        ON CONFLICT DO UPDATE SET articles = articles + 1;
    END;
    CREATE TRIGGER articleCopied AFTER UPDATE OF copyOf ON article
      WHEN (OLD.copyOf IS NULL) <> (NEW.copyOf IS NULL) BEGIN
      UPDATE outletTally SET copies = copies + CASE WHEN NEW.copyOf IS NULL THEN -1 ELSE 1 END
        WHERE outlet = NEW.outlet;
    END;
    CREATE TRIGGER articleRemoved AFTER DELETE ON article BEGIN
      UPDATE outletTally SET articles = articles - 1, copies = copies - (OLD.copyOf IS NOT NULL)
        WHERE outlet = OLD.outlet;
      UPDATE sourceTally SET articles = articles - 1 WHERE source = OLD.source;
    END;
    CREATE TRIGGER storyAdded AFTER INSERT ON story BEGIN
      UPDATE libraryTally SET count = count + 1 WHERE what = 'stories';
    END;
    CREATE TRIGGER storyRemoved AFTER DELETE ON story BEGIN
      UPDATE libraryTally SET count = count - 1 WHERE what = 'stories';
    END;
    """
}
