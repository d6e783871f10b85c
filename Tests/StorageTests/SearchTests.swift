import GRDB
import Languages
import Press
import Testing

@testable import Storage

@Suite struct SearchQueryTests {
  @Test func boundsPhrasesAndExceptionsAreRead() {
    let query = SearchQuery(
      "hafen „elf Container“ -sturm -\"hohe See\" schiff* outlet:Bote.example lang:de "
        + "section:panorama person:\"Anna Weber\" after:2026-11 before:2026-11-21 sort:newest")
    #expect(query.words == ["hafen", "elf Container", "schiff"])
    #expect(query.parts.map(\.kind) == [.word, .phrase, .word, .phrase, .prefix])
    #expect(query.parts.filter(\.isExcluded).map(\.text) == ["sturm", "hohe See"])
    #expect(query.outlet == "bote.example")
    #expect(query.language == .german)
    #expect(query.section == .panorama)
    #expect(query.person == "Anna Weber")
    #expect(query.after == 1_793_491_200)
    #expect(query.before == 1_795_219_200)
    #expect(query.order == .newest)
    #expect(query.unread.isEmpty)
  }

  @Test func whatIsNoBoundIsAWordOrNamed() {
    #expect(SearchQuery("http://a.example 12:30").words == ["http://a.example", "12:30"])
    let wrong = SearchQuery("section:nonsense before:gestern")
    #expect(wrong.unread == ["section:nonsense", "before:gestern"])
    #expect(wrong.isEmpty)
    for text in ["", "   ", "\"", "-", "- -", "\"\"", "outlet:", "*", "-*"] {
      #expect(SearchQuery(text).isEmpty, "\(text)")
    }
    #expect(SearchQuery(String(repeating: "wort ", count: 500)).parts.count <= 24)
  }
}

@Suite struct SearchTests {
  private let shelf: Shelf
  private let library: Library

  init() throws {
    shelf = try Shelf()
    library = try Library(path: shelf.path)
  }

  private func keep(_ articles: [Article], story: String = "s1") throws {
    var batch = Library.Batch()
    batch.filings = articles.map { article in
      var filing = filing(article, story: story)
      filing.section = article.section ?? filing.section
      return filing
    }
    try library.keep(batch)
  }

  private func found(_ query: String) throws -> [String] {
    try library.find(SearchQuery(query)).found.map(\.article.id).sorted()
  }

  /// Articles of different stories, so that each is found alone.
  private func fill() throws {
    try keep([article("a1")], story: "s1")
    var english = article("a2", headline: "Harbour closed", text: "Eleven ships were waiting.")
    english.language = .english
    english.section = .politik
    try keep([english], story: "s2")
    var late = article(
      "a3", headline: "Sturm am Hafen", text: "Anna Weber sagte, elf Boote liegen im Hafen.")
    late.published = PressDate(instant: 1_795_219_200)
    late.outlet = Outlet(id: "kurier.example", name: "Kurier")
    try keep([late], story: "s3")
  }

  @Test func stemsPartsPhrasesAndPrefixesAreFound() throws {
    try fill()
    #expect(try found("Container") == ["a1"])
    #expect(try found("Schiffscontainern") == ["a1"])
    #expect(try found("ship") == ["a2"])
    #expect(try found("\"elf Schiffscontainer\"") == ["a1"])
    #expect(try found("\"Schiffscontainer elf\"").isEmpty)
    #expect(try found("elf") == ["a1", "a3"])
    #expect(try found("elf -Sturm") == ["a1"])
    #expect(try found("stu*") == ["a3"])
    #expect(try found("schiffscont*") == ["a1"])
  }

  @Test func boundsNarrowTheSearch() throws {
    try fill()
    #expect(try found("elf outlet:kurier.example") == ["a3"])
    #expect(try found("elf outlet:kurier") == ["a3"])
    #expect(try found("elf outlet:nobody").isEmpty)
    #expect(try found("lang:en") == ["a2"])
    #expect(try found("section:politik") == ["a2"])
    #expect(try found("person:weber") == ["a3"])
    #expect(try found("person:\"anna weber\" hafen") == ["a3"])
    #expect(try found("elf after:2026-11-21") == ["a3"])
    #expect(try found("elf before:2026-11-21") == ["a1"])
    #expect(try found("elf before:1960").isEmpty)
  }

  @Test func oneStoryIsOneHit() throws {
    try keep([article("a1"), article("a2", headline: "Elf Container gesehen"), article("a3")])
    let answer = try library.find(SearchQuery("container"))
    #expect(answer.found.count == 1)
    #expect(answer.found.first?.more == 2)
    #expect(answer.found.first?.article.id == "a2", "words in the headline come first")
    #expect(try library.find(SearchQuery("sort:newest container")).found.first?.more == 2)
  }

  @Test func pagesFollowEachOther() throws {
    for index in 0..<7 { try keep([article("a\(index)")], story: "s\(index)") }
    let first = try library.find(SearchQuery("pegel"), page: 1, perPage: 3)
    let third = try library.find(SearchQuery("pegel"), page: 3, perPage: 3)
    #expect(first.found.count == 3)
    #expect(first.hasMore)
    #expect(third.found.count == 1)
    #expect(!third.hasMore)
  }

  @Test func termsOfAnOldVersionLeaveTheIndex() throws {
    try keep([article("a1")])
    try keep([article("a1", version: 2, text: "Der Pegel fällt.")])
    let rows = try library.read { db in
      try Int.fetchOne(db, sql: "SELECT count(*) FROM search WHERE search MATCH 'contain'") ?? -1
    }
    #expect(rows == 0)
    #expect(try found("container").isEmpty)
    #expect(try found("fällt") == ["a1"])
    try library.write { db in
      try db.execute(sql: "INSERT INTO search (search) VALUES ('integrity-check')")
    }
  }

  @Test func aTypingErrorHasASuggestion() throws {
    try fill()
    #expect(try library.find(SearchQuery("Hafne")).suggestion == "hafen")
    #expect(try library.find(SearchQuery("strum elf")).suggestion == "sturm elf")
    #expect(try library.find(SearchQuery("zzzzzz")).suggestion == nil)
    #expect(try library.find(SearchQuery("Hafen")).suggestion == nil)
  }

  @Test func aLongSearchEndsEarlyWithTheNewest() throws {
    for index in 0..<30 { try keep([article("a\(index)")], story: "s\(index)") }
    var limits = SearchLimits()
    limits.window = 4
    limits.enough = .zero
    let answer = try library.find(SearchQuery("sort:newest pegel"), limits: limits)
    #expect(answer.isPartial)
    #expect(answer.found.first?.article.id == "a29")
    limits.hits = 3
    #expect(try library.find(SearchQuery("pegel"), limits: limits).found.count == 3)
  }

  /// The articles of a search that goes on where it ended until nothing is left.
  private func foundInTurns(_ query: String, _ limits: SearchLimits) throws -> ([String], Int) {
    var found: [String] = []
    var below: Int64?
    var turns = 0
    repeat {
      let answer = try library.find(
        SearchQuery(query), perPage: 50, below: below, limits: limits)
      found += answer.found.map(\.article.id)
      below = answer.below
      turns += 1
    } while below != nil && turns < 40
    return (found, turns)
  }

  @Test func aSearchGoesOnWhereItEnded() throws {
    for index in 0..<30 { try keep([article("a\(index)")], story: "s\(index)") }
    var byTime = SearchLimits()
    byTime.window = 4
    byTime.most = .zero
    var byCount = SearchLimits()
    byCount.hits = 7
    for limits in [byTime, byCount] {
      let (found, turns) = try foundInTurns("pegel sort:newest", limits)
      #expect(turns > 2)
      #expect(found == (0..<30).reversed().map { "a\($0)" })
    }
  }

  @Test func aSearchWithoutAWordGoesOnWhereItEnded() throws {
    for index in 0..<6 { try keep([article("a\(index)")], story: "s\(index)") }
    var limits = SearchLimits()
    // Each is asked for by itself.
    limits.costOfOne = 0
    limits.most = .zero
    limits.window = 100_000
    let (found, turns) = try foundInTurns("pegel -einhorn sort:newest", limits)
    #expect(turns > 2)
    #expect(found == (0..<6).reversed().map { "a\($0)" })
  }

  @Test func aSearchThatEndedEarlySuggestsNothing() throws {
    try fill()
    for index in 0..<10 { try keep([article("b\(index)")], story: "t\(index)") }
    var limits = SearchLimits()
    limits.window = 4
    limits.most = .zero
    let early = try library.find(SearchQuery("Hafne"), limits: limits)
    #expect(early.isPartial && early.suggestion == nil)
    #expect(try library.find(SearchQuery("Hafne")).suggestion == "hafen")
  }

  @Test func hostileQueriesAreHarmless() throws {
    try fill()
    for query in [
      "\" OR * NEAR( -", "a AND", "NOT x", "{facts} : x", "x' ; DROP TABLE search", "\u{0}",
      "o_bote.example", "^elf", "elf + x", "col:umn", String(repeating: "\"", count: 50),
    ] {
      _ = try library.find(SearchQuery(query))
    }
    #expect(try found("o_bote.example").isEmpty, "facts are no words")
  }
}

@Suite struct EditDistanceTests {
  private func distance(_ one: String, _ other: String) -> Int {
    EditDistance.between(Array(one.unicodeScalars), Array(other.unicodeScalars), most: 3)
  }

  @Test func changesAreCounted() {
    #expect(distance("hafen", "hafen") == 0)
    #expect(distance("hafen", "häfen") == 1)
    #expect(distance("hafen", "hafne") == 1)
    #expect(distance("hafen", "afen") == 1)
    #expect(distance("hafen", "schaf") > 2)
    #expect(distance("", "abc") == 3)
  }
}

@Suite struct BoundsTests {
  @Test func talliesFollowWhatIsKept() throws {
    let shelf = try Shelf()
    let library = try Library(path: shelf.path)
    var batch = Library.Batch()
    batch.filings = [filing(article("a1")), filing(article("a2"), copyOf: "a1")]
    batch.stories = [filedStory("s1", members: ["a1", "a2"])]
    try library.keep(batch)
    // The story makes both members originals again.
    #expect(try library.counts(ofOutlet: "bote.example") == (2, 0))
    #expect(
      try library.counts()
        == LibraryCounts(articles: 2, copies: 0, stories: 1, outlets: 1, sources: 0))
    try library.write { db in try db.execute(sql: "DELETE FROM article WHERE id = 'a2'") }
    #expect(try library.counts(ofOutlet: "bote.example") == (1, 0))
    #expect(try library.counts(ofOutlet: "nobody") == (0, 0))
  }

  @Test func aDayShowsWhatEndedOrBeganInIt() throws {
    let shelf = try Shelf()
    let library = try Library(path: shelf.path)
    var batch = Library.Batch()
    let day: Int64 = 86_400
    for (id, first, last) in [
      ("ended", 1, 10), ("began", 10, 40), ("through", 9, 11), ("before", 1, 9), ("after", 12, 12),
    ] {
      var story = filedStory(id, members: [id])
      story.summary.firstAt = Int64(first) * day + 5
      story.summary.lastAt = Int64(last) * day + 5
      batch.filings.append(filing(article(id), story: id))
      batch.stories.append(story)
    }
    try library.keep(batch)
    let found = try library.stories(between: 10 * day, and: 11 * day, limit: 10).map(\.id)
    #expect(Set(found) == ["ended", "began", "through"])
  }

  @Test func aListIsReadAgainWhenItsStoryChanges() throws {
    let shelf = try Shelf()
    let library = try Library(path: shelf.path)
    var batch = Library.Batch()
    batch.filings = [filing(article("a1"))]
    batch.stories = [filedStory("s1", members: ["a1"])]
    try library.keep(batch)
    #expect(try library.stories(limit: 5).map(\.headline) == ["Die Lonne steigt"])
    var again = Library.Batch()
    again.stories = [filedStory("s1", members: ["a1"])]
    again.stories[0].summary.headline = "Die Lonne fällt"
    try library.keep(again)
    #expect(try library.stories(limit: 5).map(\.headline) == ["Die Lonne fällt"])
  }
}
