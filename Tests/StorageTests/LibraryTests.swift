import Evidence
import Foundation
import GRDB
import Languages
import Press
import Stories
import Testing

@testable import Storage

/// A library in a folder of its own that goes when the test ends.
final class Shelf {
  let folder = FileManager.default.temporaryDirectory.appending(
    path: "library-\(UUID().uuidString)")
  var path: String { folder.appending(path: "library.sqlite").path }

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }
  deinit { try? FileManager.default.removeItem(at: folder) }
}

func article(
  _ id: String, version: Int = 1, headline: String = "Die Lonne steigt",
  text: String = "In Harsbach stehen elf Schiffscontainer im Wasser. Der Pegel zeigt 6,12 Meter."
) -> Article {
  Article(
    id: id, version: version, url: "https://bote.example/\(id)",
    outlet: Outlet(id: "bote.example", name: "Bote"), headline: headline,
    published: PressDate(instant: 1_000), language: .german,
    blocks: [.paragraph(RichText(text))])
}

func filing(_ article: Article, story: String = "s1", copyOf: String? = nil) -> Filing {
  Filing(
    article: article, findings: Reading.findings(in: article.body, language: .german),
    capture: Capture(url: article.url ?? "", fetchedAt: 5, body: [UInt8]("<p>x".utf8)),
    source: nil, arrivedAt: 2_000, story: story, copyOf: copyOf, section: .panorama)
}

func filedStory(_ id: String, members: [String]) -> FiledStory {
  let story = Story(
    id: id, saga: id, section: .panorama,
    members: members.map { Story.Member(article: $0, because: "first") })
  let summary = StorySummary(
    id: id, saga: id, section: .panorama, lead: members[0], headline: "Die Lonne steigt",
    kicker: nil, standfirst: nil, language: .german, leadOutlet: "bote.example",
    outlets: ["bote.example"], independentOutlets: ["bote.example"],
    articleCount: members.count, independentCount: members.count, firstAt: 1_000, lastAt: 1_000,
    reports: [], disagreement: nil)
  return FiledStory(story: story, summary: summary, dossier: Dossier())
}

@Suite struct LibraryTests {
  @Test func whatIsKeptIsFoundAgainAfterReopening() throws {
    let shelf = try Shelf()
    var batch = Library.Batch()
    batch.filings = [filing(article("a1")), filing(article("a2"), copyOf: "a1")]
    batch.stories = [filedStory("s1", members: ["a1", "a2"])]
    do {
      let library = try Library(path: shelf.path)
      try library.keep(batch)
      try library.close()
    }
    let library = try Library(path: shelf.path)
    let kept = try #require(try library.article("a1"))
    #expect(kept.article == batch.filings[0].article)
    #expect(kept.findings == batch.filings[0].findings)
    #expect(kept.story == "s1")
    let story = try #require(try library.story("s1"))
    #expect(story.story.members.map(\.article) == ["a1", "a2"])
    #expect(try library.counts().articles == 2)
    #expect(try library.stories(limit: 10).map(\.id) == ["s1"])
    #expect(try library.stories(in: [.sport], limit: 10).isEmpty)
  }

  @Test func anEditIsANewVersionAndTheOldOneStays() throws {
    let shelf = try Shelf()
    let library = try Library(path: shelf.path)
    var batch = Library.Batch()
    batch.filings = [filing(article("a1"))]
    try library.keep(batch)
    let first = try #require(try library.versionKept(of: "a1"))
    batch.filings = [filing(article("a1", version: 2, text: "Der Pegel fällt."))]
    try library.keep(batch)
    let second = try #require(try library.versionKept(of: "a1"))
    #expect(first.number == 1)
    #expect(second.number == 2)
    #expect(first.contentHash != second.contentHash)
    #expect(try library.article("a1")?.article.body.string == "Der Pegel fällt.")
    #expect(try library.article("a1", version: 1)?.article.body.string.contains("6,12") == true)
    #expect(try library.counts().articles == 1)
  }

  @Test func aBatchIsKeptWholeOrNotAtAll() throws {
    let shelf = try Shelf()
    let library = try Library(path: shelf.path)
    var batch = Library.Batch()
    batch.filings = [filing(article("a1")), filing(article("a1"))]  // the same version twice
    #expect(throws: LibraryError.self) { try library.keep(batch) }
    #expect(try library.counts().articles == 0)
    #expect(try library.lastChange() == 0)
  }

  @Test func searchFindsStemsCompoundsAndBounds() throws {
    let shelf = try Shelf()
    let library = try Library(path: shelf.path)
    var batch = Library.Batch()
    batch.filings = [
      filing(article("a1")), filing(article("a2", headline: "Ruhe", text: "Alles blieb ruhig.")),
    ]
    try library.keep(batch)
    func found(_ query: String) throws -> [String] {
      try library.search(SearchQuery(query), limit: 10).map(\.article.id)
    }
    #expect(try found("container") == ["a1"])
    #expect(try found("Schiffscontainern") == ["a1"])
    #expect(try found("lonne 6,12") == ["a1"])
    #expect(try found("lonne ruhig").isEmpty)
    #expect(try found("container outlet:other.example").isEmpty)
    #expect(try found("container outlet:bote.example section:panorama") == ["a1"])
    #expect(try found("\" OR * NEAR( -").isEmpty)
    #expect(try found("").isEmpty)
  }

  @Test func searchForgetsTheOldVersion() throws {
    let shelf = try Shelf()
    let library = try Library(path: shelf.path)
    var batch = Library.Batch()
    batch.filings = [filing(article("a1"))]
    try library.keep(batch)
    batch.filings = [filing(article("a1", version: 2, text: "Der Pegel fällt."))]
    try library.keep(batch)
    #expect(try library.search(SearchQuery("container"), limit: 10).isEmpty)
    #expect(try library.search(SearchQuery("fällt"), limit: 10).count == 1)
  }

  @Test func aMergedStoryKeepsItsAddress() throws {
    let shelf = try Shelf()
    let library = try Library(path: shelf.path)
    var batch = Library.Batch()
    batch.filings = [filing(article("a1")), filing(article("a2"), story: "s2")]
    batch.stories = [filedStory("s1", members: ["a1"]), filedStory("s2", members: ["a2"])]
    try library.keep(batch)
    var merge = Library.Batch()
    merge.merged = ["s2": "s1"]
    merge.stories = [filedStory("s1", members: ["a1", "a2"])]
    try library.keep(merge)
    #expect(try library.story("s2")?.story.id == "s1")
    #expect(try library.counts().stories == 1)
    #expect(try library.article("a2")?.story == "s1")
    let changes = try library.changes(after: 0)
    #expect(changes.last?.id == "s1")
    #expect(Set(changes.map(\.id)).contains("s2"))
  }

  @Test func sourcesRememberTheirChecks() throws {
    let shelf = try Shelf()
    let library = try Library(path: shelf.path)
    let source = Source(
      url: "https://bote.example/rss", kind: .feed, outlet: "bote.example", title: "Bote")
    let outlet = Outlet(id: "bote.example", name: "Bote")
    #expect(try library.add([source, source], outlets: [outlet], at: 1) == 1)
    #expect(try library.add([source], outlets: [outlet], at: 2) == 0)
    var state = try #require(try library.sources().first)
    state.etag = "\"x\""
    state.failures = 3
    state.fault = SourceFault(.notConnected, "https://bote.example/")
    state.nextCheckAt = 99
    try library.note(state)
    #expect(try library.sources() == [state])
    #expect(try library.removeSource(url: source.url))
    #expect(try library.sources().isEmpty)
  }
}

@Suite struct LibraryErrorTests {
  @Test func aLibraryOfANewerVersionIsLeftUntouched() throws {
    let shelf = try Shelf()
    do {
      let library = try Library(path: shelf.path)
      try library.write { db in
        try db.execute(sql: "INSERT INTO grdb_migrations VALUES ('9999 from the future')")
      }
      try library.close()
    }
    #expect(throws: LibraryError.newerVersion(path: shelf.path)) {
      try Library(path: shelf.path)
    }
  }

  @Test func aFileThatIsNoLibraryIsNamed() throws {
    let shelf = try Shelf()
    try Data(repeating: 65, count: 9_000).write(to: URL(filePath: shelf.path))
    let error = #expect(throws: LibraryError.self) { try Library(path: shelf.path) }
    #expect(error?.description.contains(shelf.path) == true)
    #expect(try Data(contentsOf: URL(filePath: shelf.path)).count == 9_000)
  }

  @Test func aFolderThatIsMissingIsNamed() throws {
    let error = #expect(throws: LibraryError.self) {
      try Library(path: "/nowhere/at/all/library.sqlite")
    }
    #expect(error?.description.contains("/nowhere/at/all") == true)
  }

  /// SQLite's own page limit stands in for the end of a disk.
  @Test func aFullDiskLosesNothingKeptBefore() throws {
    let shelf = try Shelf()
    let library = try Library(path: shelf.path)
    var batch = Library.Batch()
    batch.filings = [filing(article("a1"))]
    try library.keep(batch)
    try library.write { db in
      let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
      try db.execute(sql: "PRAGMA max_page_count = \(pages)")
    }
    var noise = SystemRandomNumberGenerator()
    let words = (0..<40_000).map { _ in String(noise.next(), radix: 36) }
    batch.filings = [filing(article("a2", text: words.joined(separator: " ")))]
    let error = #expect(throws: LibraryError.self) { try library.keep(batch) }
    #expect(error == .full(path: shelf.path))
    #expect(try library.counts().articles == 1)
    #expect(try library.article("a1") != nil)
  }

  @Test func headsAreTextsWithoutTheirBlocks() throws {
    let shelf = try Shelf()
    let library = try Library(path: shelf.path)
    var whole = article("a1")
    whole.standfirst = "Der Strom ist weg."
    whole.section = .panorama
    var batch = Library.Batch()
    batch.filings = [filing(whole), filing(article("a2"))]
    try library.keep(batch)
    let text = try #require(try library.texts(["a1"]).first)
    let heads = try library.heads(["a1", "a2", "a9"])
    #expect(heads.map(\.article.id) == ["a1", "a2"])
    var head = text.article
    head.blocks = []
    // What lists do not show is not read.
    head.url = nil
    #expect(heads[0].article == head)
    #expect(heads[0].story == text.story)
    #expect(
      try library.heads(ofOutlet: "bote.example", limit: 9).map(\.article.id) == ["a1", "a2"])
  }

  @Test func aDeskReadsAgainWhatArrivedLately() throws {
    let shelf = try Shelf()
    let library = try Library(path: shelf.path)
    var old = filing(article("a1"))
    old.arrivedAt = 1_000
    var late = filing(article("a2"))
    late.arrivedAt = 10_000
    var batch = Library.Batch()
    batch.filings = [old, late]
    try library.keep(batch)
    func again(after version: Int64, ofLast seconds: Int64) throws -> [String] {
      try library.articles(ofVersions: library.versions(after: version, ofLast: seconds))
        .map(\.article.id)
    }
    #expect(try again(after: 0, ofLast: 9_001) == ["a1", "a2"])
    #expect(try again(after: 0, ofLast: 9_000) == ["a2"])
    #expect(try again(after: 1, ofLast: 9_001) == ["a2"])
    #expect(try again(after: 2, ofLast: 9_001) == [])
  }
}
