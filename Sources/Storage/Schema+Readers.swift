import GRDB

extension Schema {
  /// Accounts, what they read, and the numbered items that all reader apps speak of.
  ///
  /// Items are made by triggers, so that no article can be filed without its number. Unread items
  /// are rows, read ones are none: what has arrived once is never new again, whatever is fetched,
  /// edited or read anew.
  static func readers(_ db: Database) throws {
    try db.execute(sql: accounts)
    try db.execute(sql: items)
    try db.execute(sql: state)
    try db.execute(sql: triggers)
    try numberItems(db)
  }

  /// Numbers the articles of a library that had no accounts yet, in order of arrival.
  static func numberItems(_ db: Database) throws {
    try db.execute(sql: backfill)
  }

  private static let accounts = """
    CREATE TABLE account (
      id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE COLLATE NOCASE,
      password TEXT NOT NULL, isOperator INTEGER NOT NULL, createdAt INTEGER NOT NULL,
      seenItem INTEGER NOT NULL DEFAULT 0, sweptAt INTEGER NOT NULL DEFAULT 0,
      copiesTogether INTEGER NOT NULL DEFAULT 1, hasStories INTEGER NOT NULL DEFAULT 1,
      joinsSources INTEGER NOT NULL DEFAULT 1);
    CREATE TABLE session (
      hash BLOB PRIMARY KEY, account INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
      agent TEXT NOT NULL, createdAt INTEGER NOT NULL, usedAt INTEGER NOT NULL) WITHOUT ROWID;
    CREATE INDEX sessionByAccount ON session (account);
    CREATE TABLE device (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      account INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
      name TEXT NOT NULL, hash BLOB NOT NULL UNIQUE, fever BLOB UNIQUE,
      createdAt INTEGER NOT NULL, usedAt INTEGER);
    CREATE INDEX deviceByAccount ON device (account);
    CREATE TABLE invitation (
      hash BLOB PRIMARY KEY, isOperator INTEGER NOT NULL, expiresAt INTEGER NOT NULL) WITHOUT ROWID;
    """

  private static let items = """
    CREATE TABLE feed (
      id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, key TEXT NOT NULL,
      UNIQUE (kind, key));
    CREATE TABLE item (
      id INTEGER PRIMARY KEY AUTOINCREMENT, feed INTEGER NOT NULL REFERENCES feed (id),
      article TEXT UNIQUE, ownStory TEXT UNIQUE, story TEXT, copyKey TEXT, sameAs INTEGER,
      publishedAt INTEGER NOT NULL, touchedAt INTEGER NOT NULL, isGone INTEGER NOT NULL DEFAULT 0);
    CREATE INDEX itemByTouch ON item (touchedAt, id, feed);
    CREATE INDEX itemByFeed ON item (feed, touchedAt, id, isGone);
    CREATE INDEX itemByPublication ON item (publishedAt, id, feed);
    CREATE INDEX itemByStory ON item (story);
    CREATE INDEX itemByCopy ON item (copyKey);
    CREATE TABLE storyLine (
      id INTEGER PRIMARY KEY, item INTEGER NOT NULL REFERENCES item (id) ON DELETE CASCADE,
      at INTEGER NOT NULL, citation TEXT NOT NULL);
    CREATE INDEX storyLineByItem ON storyLine (item, at);
    CREATE TABLE storyReport (
      item INTEGER NOT NULL REFERENCES item (id) ON DELETE CASCADE, article TEXT NOT NULL,
      PRIMARY KEY (item, article)) WITHOUT ROWID;
    """

  private static let state = """
    CREATE TABLE folder (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      account INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
      title TEXT NOT NULL, UNIQUE (account, title));
    CREATE TABLE subscription (
      account INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
      feed INTEGER NOT NULL REFERENCES feed (id), folder INTEGER NOT NULL REFERENCES folder (id),
      title TEXT, since INTEGER NOT NULL, endedAt INTEGER, PRIMARY KEY (account, feed)) WITHOUT ROWID;
    CREATE INDEX subscriptionByFolder ON subscription (folder);
    CREATE TABLE unread (
      account INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
      item INTEGER NOT NULL REFERENCES item (id) ON DELETE CASCADE, feed INTEGER NOT NULL,
      at INTEGER NOT NULL, PRIMARY KEY (account, item)) WITHOUT ROWID;
    CREATE INDEX unreadByTime ON unread (account, at, item, feed);
    CREATE INDEX unreadByFeed ON unread (account, feed, at, item);
    CREATE TABLE mark (
      account INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
      item INTEGER NOT NULL REFERENCES item (id) ON DELETE CASCADE,
      readAt INTEGER, starredAt INTEGER, hiddenAt INTEGER, noticedAt INTEGER, position INTEGER,
      PRIMARY KEY (account, item)) WITHOUT ROWID;
    CREATE INDEX markByStar ON mark (account, item) WHERE starredAt IS NOT NULL;
    CREATE INDEX markByNotice ON mark (account, item) WHERE noticedAt IS NOT NULL;
    CREATE INDEX markByReading ON mark (account, readAt) WHERE readAt IS NOT NULL;
    CREATE TABLE readingRule (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      account INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
      feed INTEGER REFERENCES feed (id), field TEXT NOT NULL, pattern TEXT NOT NULL,
      action TEXT NOT NULL);
    CREATE INDEX ruleByAccount ON readingRule (account);
    CREATE TABLE savedSearch (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      account INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
      title TEXT NOT NULL, query TEXT NOT NULL);
    CREATE TABLE follow (
      account INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
      story TEXT NOT NULL, since INTEGER NOT NULL, PRIMARY KEY (account, story)) WITHOUT ROWID;
    CREATE TABLE visit (
      account INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
      story TEXT NOT NULL, at INTEGER NOT NULL, before INTEGER NOT NULL,
      PRIMARY KEY (account, story)) WITHOUT ROWID;
    CREATE TABLE carried (
      account INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
      url TEXT NOT NULL, isRead INTEGER NOT NULL, isStarred INTEGER NOT NULL,
      PRIMARY KEY (account, url)) WITHOUT ROWID;
    CREATE TABLE undo (
      account INTEGER PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
      at INTEGER NOT NULL, items BLOB NOT NULL);
    """

  /// Times of items never run backwards, so that "what is new since" misses nothing; a capture's
  /// time may lie in the past.
  private static let triggers = """
    CREATE TRIGGER sourceArrives AFTER INSERT ON source BEGIN
      INSERT INTO feed (kind, key) VALUES ('source', NEW.url) ON CONFLICT DO NOTHING;
    END;
    CREATE TRIGGER articleArrives AFTER INSERT ON article BEGIN
      INSERT INTO feed (kind, key) VALUES (
        CASE WHEN NEW.source IS NULL THEN 'outlet' ELSE 'source' END,
        coalesce(NEW.source, NEW.outlet)) ON CONFLICT DO NOTHING;
      INSERT INTO item (feed, article, story, copyKey, publishedAt, touchedAt) VALUES (
        (SELECT id FROM feed WHERE key = coalesce(NEW.source, NEW.outlet)
          AND kind = CASE WHEN NEW.source IS NULL THEN 'outlet' ELSE 'source' END),
        NEW.id, NEW.story, coalesce(NEW.copyOf, NEW.id),
        min(coalesce(NEW.publishedAt, NEW.arrivedAt), NEW.arrivedAt + 86400),
        max(min(NEW.arrivedAt, unixepoch() + 3600),
          coalesce((SELECT max(touchedAt) FROM item), 0)))
      ON CONFLICT (article) DO UPDATE SET isGone = 0, story = excluded.story,
        copyKey = excluded.copyKey;
    END;
    CREATE TRIGGER articleMoves AFTER UPDATE OF story, copyOf, publishedAt ON article
    WHEN OLD.story IS NOT NEW.story OR OLD.copyOf IS NOT NEW.copyOf
      OR OLD.publishedAt IS NOT NEW.publishedAt BEGIN
      UPDATE item SET story = NEW.story, copyKey = coalesce(NEW.copyOf, NEW.id),
        publishedAt = min(coalesce(NEW.publishedAt, NEW.arrivedAt), NEW.arrivedAt + 86400)
      WHERE article = NEW.id;
    END;
    CREATE TRIGGER articleGoes AFTER DELETE ON article BEGIN
      UPDATE item SET isGone = 1 WHERE article = OLD.id;
      DELETE FROM unread WHERE account IN (SELECT id FROM account)
        AND item = (SELECT id FROM item WHERE article = OLD.id);
    END;
    CREATE TRIGGER entryMoves AFTER UPDATE OF article ON entry
    WHEN OLD.article IS NOT NULL AND NEW.article IS NOT NULL AND OLD.article <> NEW.article BEGIN
      UPDATE item SET sameAs = (SELECT id FROM item WHERE article = OLD.article)
      WHERE article = NEW.article AND sameAs IS NULL;
    END;
    """

  private static let backfill = """
    INSERT INTO feed (kind, key) SELECT 'source', url FROM source WHERE true ORDER BY addedAt, url
      ON CONFLICT DO NOTHING;
    INSERT INTO feed (kind, key)
      SELECT DISTINCT CASE WHEN source IS NULL THEN 'outlet' ELSE 'source' END,
        coalesce(source, outlet) FROM article WHERE true ON CONFLICT DO NOTHING;
    INSERT INTO item (feed, article, story, copyKey, publishedAt, touchedAt)
      SELECT feed.id, article.id, story, coalesce(copyOf, article.id),
        min(coalesce(publishedAt, arrivedAt), arrivedAt + 86400), arrivedAt
      FROM article JOIN feed ON feed.key = coalesce(source, outlet)
        AND feed.kind = CASE WHEN source IS NULL THEN 'outlet' ELSE 'source' END
      ORDER BY arrivedAt, coalesce(publishedAt, arrivedAt), article.id;
    """
}
