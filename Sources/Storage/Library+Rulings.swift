import GRDB
package import Press
package import Stories

/// What the operator wants to be one story, or not.
package enum StoryWish: Sendable, Hashable {
  /// The first story goes up in the second; its address leads on.
  case join(Story.ID, into: Story.ID)
  /// Articles of one story become a story of their own.
  case split([Article.ID])
  /// An article belongs to a story and stays there.
  case pin(Article.ID, to: Story.ID)
  /// Articles may be moved again by what comes.
  case free([Article.ID])

  /// What became of a wish.
  package enum Outcome: Sendable, Hashable {
    /// Noted; the story that is meant, where one is.
    case noted(Story.ID?)
    case noStory(Story.ID)
    case noArticle(Article.ID)
    /// Articles that are to leave one story together are of several.
    case severalStories
    /// Nothing would be left of the story, or the two are one already.
    case nothingToDo
  }
}

extension Library {
  /// A ruling and the story its article is in.
  package struct KeptRuling: Sendable {
    package var ruling: StoryRuling
    package var now: Story.ID?
  }

  /// The rulings after a number, oldest first, and the number of the last; of several on one article
  /// only the newest is kept. A story that has gone up in another since is named by that one.
  package func rulings(after number: Int64) throws(LibraryError) -> (
    rulings: [KeptRuling], last: Int64
  ) {
    try read { db in
      let rows = try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT number, storyRuling.article, coalesce(storyAlias.story, storyRuling.story),
              article.story FROM storyRuling JOIN article ON article.id = storyRuling.article
            LEFT JOIN storyAlias ON storyAlias.id = storyRuling.story
            WHERE number > ? ORDER BY number
            """), arguments: [number])
      return (
        rows.map { row in
          KeptRuling(ruling: StoryRuling(article: row[1], story: row[2]), now: row[3])
        },
        rows.last?[0] ?? number
      )
    }
  }

  /// Notes what the operator wants; the news desk carries it out and keeps to it.
  package func rule(_ wish: StoryWish) throws(LibraryError) -> StoryWish.Outcome {
    try write { db in
      switch wish {
      case .join(let other, let story):
        guard let from = try Self.story(other, db)?.story else { return .noStory(other) }
        guard let into = try Self.story(story, db)?.story else { return .noStory(story) }
        guard from.id != into.id else { return .nothingToDo }
        try Self.rule((into.members + from.members).map(\.article), into.id, db)
        return .noted(into.id)
      case .split(let articles):
        return try Self.split(articles, db)
      case .pin(let article, let story):
        guard try Self.storyID(of: article, db) != nil else { return .noArticle(article) }
        guard let into = try Self.story(story, db)?.story else { return .noStory(story) }
        try Self.rule([article], into.id, db)
        return .noted(into.id)
      case .free(let articles):
        for article in articles where try Self.storyID(of: article, db) == nil {
          return .noArticle(article)
        }
        try Self.rule(articles, nil, db)
        return .noted(nil)
      }
    }
  }

  private static func split(_ articles: [Article.ID], _ db: Database) throws -> StoryWish.Outcome {
    var from: Story.ID?
    for article in articles {
      guard let story = try storyID(of: article, db) else { return .noArticle(article) }
      guard from == nil || from == story else { return .severalStories }
      from = story
    }
    guard let first = articles.first, let old = try from.flatMap({ try story($0, db)?.story })
    else {
      return .nothingToDo
    }
    let rest = old.members.map(\.article).filter { !articles.contains($0) }
    guard !rest.isEmpty else { return .nothingToDo }
    var count = 1
    var new = StoryDesk.storyID("\(first) \(count)")
    while try isTaken(new, db) {
      count += 1
      new = StoryDesk.storyID("\(first) \(count)")
    }
    // Those that stay are held as well, else the two would come together again.
    try rule(rest, old.id, db)
    try rule(articles, new, db)
    return .noted(new)
  }

  private static func isTaken(_ story: Story.ID, _ db: Database) throws -> Bool {
    try Bool.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT EXISTS (SELECT 1 FROM story WHERE id = ?1)
            OR EXISTS (SELECT 1 FROM storyAlias WHERE id = ?1)
            OR EXISTS (SELECT 1 FROM storyRuling WHERE story = ?1)
          """), arguments: [story]) ?? false
  }

  private static func storyID(of article: Article.ID, _ db: Database) throws -> Story.ID? {
    try String.fetchOne(
      db.cachedStatement(sql: "SELECT story FROM article WHERE id = ? AND story IS NOT NULL"),
      arguments: [article])
  }

  private static func rule(_ articles: [Article.ID], _ story: Story.ID?, _ db: Database) throws {
    for article in articles {
      try db.run(
        sql: "INSERT OR REPLACE INTO storyRuling (article, story) VALUES (?, ?)",
        arguments: [article, story])
    }
  }
}

extension Schema {
  /// Where the operator laid articles; a number tells what a news desk has not carried out yet.
  static func rulings(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE storyRuling (
          number INTEGER PRIMARY KEY AUTOINCREMENT,
          article TEXT NOT NULL UNIQUE REFERENCES article (id) ON DELETE CASCADE, story TEXT);
        CREATE INDEX rulingByStory ON storyRuling (story);
        """)
  }
}
