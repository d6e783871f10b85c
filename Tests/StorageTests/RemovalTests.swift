import GRDB
import Press
import Stories
import Testing

@testable import Storage

@Suite struct RemovalTests {
  private let shelf: Shelf
  private let library: Library

  init() throws {
    shelf = try Shelf()
    library = try Library(path: shelf.path)
    var batch = Library.Batch()
    batch.filings = [filing(article("a1")), filing(article("a2", headline: "Pegel fällt"))]
    batch.stories = [filedStory("s1", members: ["a1", "a2"])]
    try library.keep(batch)
  }

  @Test func anArticleGoesWithAllThatIsKeptOfIt() throws {
    #expect(try library.remove(.article("a1"), reason: "Auf Wunsch", at: 86_400) == 1)
    #expect(try library.article("a1") == nil)
    #expect(try library.removed(among: ["a1", "a2"]) == ["a1"])
    #expect(try library.find(SearchQuery("lonne")).found.isEmpty)
    let story = try #require(try library.story("s1"))
    #expect(story.story.members.map(\.article) == ["a2"])
    #expect(story.summary.lead == "a2")
    #expect(story.summary.headline == "Pegel fällt")
    #expect(try library.setting("page.corrections") == "1970-01-02: Auf Wunsch")
    let captures = try library.read { db in
      try Int.fetchOne(db, sql: "SELECT count(*) FROM capture") ?? -1
    }
    #expect(captures == 1)
  }

  @Test func aStoryGoesWithItsLastArticle() throws {
    for id in ["a1", "a2"] { _ = try library.remove(.article(id), reason: "", at: 5) }
    #expect(try library.story("s1") == nil)
    #expect(try library.counts().stories == 0)
    #expect(try library.setting("page.corrections") == nil)
  }

  @Test func whatIsNotThereIsNotRemoved() throws {
    #expect(try library.remove(.article("nothing"), reason: "x", at: 5) == nil)
    #expect(try library.remove(.source("https://a.example"), reason: "x", at: 5) == nil)
    #expect(try library.remove(.person("nobody"), reason: "x", at: 5) == nil)
    #expect(try library.setting("page.corrections") == nil)
  }

  @Test func aSourceCanBeKeptForAShorterTime() throws {
    var short = Source(
      url: "https://a.example/feed", kind: .feed, outlet: "a.example", title: "Short")
    short.keepDays = 2
    let long = Source(url: "https://b.example/feed", kind: .feed, outlet: "a.example", title: "L")
    _ = try library.add(
      [short, long], outlets: [Outlet(id: "a.example", name: "A")], at: 0)
    #expect(try library.edit(short))
    #expect(try library.source(url: short.url)?.source.keepDays == 2)
    var batch = Library.Batch()
    let stories = [("x1", [short.url]), ("x2", [short.url, long.url]), ("x3", [short.url])]
    for (number, (story, sources)) in stories.enumerated() {
      let ids = sources.indices.map { "\(story)m\($0)" }
      var filed = filedStory(story, members: ids)
      filed.summary.lastAt = Int64(number) * 86_400
      for (id, source) in zip(ids, sources) {
        var made = filing(article(id), story: story)
        made.source = source
        made.arrivedAt = Int64(number) * 86_400
        batch.filings.append(made)
      }
      batch.stories.append(filed)
    }
    try library.keep(batch)
    #expect(try library.pruneBySource(now: 4 * 86_400 - 1) == 1)
    #expect(try library.story("x1") == nil)
    #expect(try library.story("x2") != nil && library.story("x3") != nil)
    #expect(try library.pruneBySource(now: 4 * 86_400 + 1) == 1)
    #expect(try library.story("x2") != nil && library.story("x3") == nil)
  }

  @Test func oldStoriesGoWholeAndKeptOnesStay() throws {
    var batch = Library.Batch()
    for index in 3...6 {
      var story = filedStory("s\(index)", members: ["a\(index)"])
      story.summary.lastAt = Int64(index) * 86_400
      batch.filings.append(filing(article("a\(index)"), story: "s\(index)"))
      batch.stories.append(story)
    }
    try library.keep(batch)
    try library.write { db in
      try db.execute(
        sql: """
          INSERT INTO account VALUES (1, 'a', '', 0, 0, 0, 0, 1, 1, 1);
          INSERT INTO follow VALUES (1, 's3', 0)
          """)
    }
    let gone = try library.prune(Retention(days: 2), now: 6 * 86_400)
    #expect(gone == 1)
    #expect(try library.story("s1") == nil)
    #expect(try library.article("a2") == nil)
    #expect(try library.story("s3") != nil)
    #expect(try library.prune(Retention(articles: 2), now: 0) == 2)
    #expect(try library.counts().articles == 2)
    #expect(try library.prune(Retention(), now: .max / 2) == 0)
    try library.write { db in
      try db.execute(sql: "INSERT INTO search (search) VALUES ('integrity-check')")
    }
  }
}
