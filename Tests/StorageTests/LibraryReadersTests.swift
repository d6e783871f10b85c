import Foundation
import GRDB
import Languages
import Press
import Testing

@testable import Storage

@Suite struct LibraryReadersTests {
  private static let now: Int64 = 1_700_000_000

  private func library() throws -> Library {
    let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).sqlite").path
    return try Library(path: path)
  }

  private func account(_ library: Library, _ name: String = "anna") throws -> Account {
    try #require(
      try library.addAccount(name: name, password: "", isOperator: false, at: Self.now))
  }

  /// An article as the desk files it.
  private func file(
    _ library: Library, _ id: String, source: String = "https://bote.example/rss",
    copyOf: String? = nil, version: Int = 1, at time: Int64 = now, headline: String = "Überschrift"
  ) throws {
    let outlet = Outlet(id: "bote.example", name: "Bote")
    let article = Article(
      id: id, version: version, url: "https://bote.example/\(id)", outlet: outlet,
      headline: headline, published: PressDate(instant: time), language: .german,
      blocks: [.paragraph(RichText("Ein Text über den Hafen."))])
    var batch = Library.Batch()
    batch.filings = [
      Filing(
        article: article, findings: Findings(language: .german), capture: nil, source: source,
        arrivedAt: time, story: "s", copyOf: copyOf, section: nil)
    ]
    try library.keep(batch)
  }

  private func addSource(_ library: Library, _ url: String = "https://bote.example/rss") throws {
    _ = try library.add(
      [Source(url: url, kind: .feed, outlet: "bote.example", title: "Bote")],
      outlets: [Outlet(id: "bote.example", name: "Bote")], at: Self.now)
  }

  private func unread(_ library: Library, _ account: Account, at time: Int64 = now) throws
    -> [String]
  {
    try library.deliver(to: account.id, at: time)
    let refs = try library.items(ItemQuery(.everything, isRead: false), of: account.id)
    return try library.headings(refs.map(\.id), of: account.id).compactMap(\.article)
  }

  private func item(_ library: Library, _ article: String) throws -> Int64 {
    try #require(
      try library.read { db in
        try Int64.fetchOne(db, sql: "SELECT id FROM item WHERE article = ?", arguments: [article])
      })
  }

  @Test func itemsAreNumberedAsTheyArrive() throws {
    let library = try library()
    try addSource(library)
    for (index, id) in ["c", "a", "b"].enumerated() {
      try file(library, id, at: Self.now + Int64(index))
    }
    #expect(try ["c", "a", "b"].map { try item(library, $0) } == [1, 2, 3])
    let anna = try account(library)
    #expect(try unread(library, anna) == ["b", "a", "c"])
  }

  @Test func whatWasReadIsNeverNewAgain() throws {
    let library = try library()
    try addSource(library)
    let anna = try account(library)
    try file(library, "a")
    #expect(try unread(library, anna) == ["a"])
    try library.setRead(true, [try item(library, "a")], of: anna.id, at: Self.now)
    // A new version, as after an edit or a better reading.
    try file(library, "a", version: 2, at: Self.now + 10, headline: "Anders")
    #expect(try unread(library, anna) == [])
    // Unsubscribed and subscribed again.
    let feed = try #require(try library.subscriptions(of: anna.id).first?.id)
    #expect(try library.unsubscribe(anna.id, from: feed))
    #expect(try library.subscribe(anna.id, to: feed))
    #expect(try unread(library, anna) == [])
  }

  @Test func anEntryThatMovesKeepsItsState() throws {
    let library = try library()
    try addSource(library)
    let anna = try account(library)
    func see(_ article: String) throws {
      var batch = Library.Batch()
      batch.entries = [
        SeenEntry(
          source: "https://bote.example/rss", id: "entry", hash: article, article: article)
      ]
      try library.keep(batch)
    }
    try file(library, "a")
    try see("a")
    #expect(try unread(library, anna) == ["a"])
    try library.setRead(true, [try item(library, "a")], of: anna.id, at: Self.now)
    try file(library, "b", at: Self.now + 10)
    try see("b")
    #expect(try unread(library, anna) == [])
    // Moved while unread, it is there once.
    try file(library, "c", at: Self.now + 20)
    try see("c")
    #expect(try unread(library, anna) == [])
  }

  @Test func recordingsAreKeptWithAPositionForEach() throws {
    let library = try library()
    try addSource(library)
    let (anna, bert) = (try account(library), try account(library, "bert"))
    try file(library, "a")
    var entry = SeenEntry(
      source: "https://bote.example/rss", id: "1", hash: "1", article: "a")
    entry.enclosures = [
      Entry.Enclosure(url: "https://bote.example/a.mp3", type: "audio/mpeg", length: 42),
      Entry.Enclosure(url: "https://bote.example/a.jpg", type: "image/jpeg"),
      Entry.Enclosure(url: "https://bote.example/a.bin"),
      Entry.Enclosure(url: "https://bote.example/a.mp4", type: "VIDEO/MP4"),
    ]
    var batch = Library.Batch()
    batch.entries = [entry]
    try library.keep(batch)
    let kept = try #require(try library.enclosures(of: ["a", "b"], for: anna.id)["a"])
    #expect(kept.map(\.type) == ["audio/mpeg", "video/mp4"])
    #expect(kept.map(\.length) == [42, nil])
    let sound = kept[0].id
    #expect(try library.setPosition(90, ofEnclosure: sound, anna.id))
    #expect(try library.setPosition(-5, ofEnclosure: kept[1].id, anna.id))
    #expect(try !library.setPosition(90, ofEnclosure: 999, anna.id))
    // Seen again, it is the same.
    try library.keep(batch)
    #expect(
      try library.enclosures(of: ["a"], for: anna.id)["a"]?.map(\.position) == [90, 0])
    #expect(try library.enclosure(sound, for: bert.id)?.position == 0)
    _ = try library.remove(.article("a"), reason: "", at: Self.now)
    #expect(try library.enclosure(sound, for: anna.id) == nil)
  }

  @Test func copiesOfWhatWasReadArriveRead() throws {
    let library = try library()
    try addSource(library)
    let (anna, bert) = (try account(library), try account(library, "bert"))
    try file(library, "a")
    _ = try unread(library, anna)
    _ = try unread(library, bert)
    try library.setRead(true, [try item(library, "a")], of: anna.id, at: Self.now)
    try file(library, "b", copyOf: "a", at: Self.now + 10)
    #expect(try unread(library, anna) == [])
    #expect(try unread(library, bert) == ["b", "a"])
  }

  @Test func copiesAreSeparateForWhoWantsThemSo() throws {
    let library = try library()
    try addSource(library)
    var anna = try account(library)
    anna.copiesTogether = false
    try library.set(anna)
    try file(library, "a")
    _ = try unread(library, anna)
    try library.setRead(true, [try item(library, "a")], of: anna.id, at: Self.now)
    try file(library, "b", copyOf: "a", at: Self.now + 10)
    #expect(try unread(library, anna) == ["b"])
  }

  @Test func copiesThatWereThereAreReadAWhileLater() throws {
    let library = try library()
    try addSource(library)
    let anna = try account(library)
    try file(library, "a")
    try file(library, "b", copyOf: "a")
    #expect(Set(try unread(library, anna)) == ["a", "b"])
    try library.setRead(true, [try item(library, "a")], of: anna.id, at: Self.now + 5)
    #expect(try unread(library, anna, at: Self.now + 6) == ["b"])
    #expect(try unread(library, anna, at: Self.now + 200) == [])
    // What was made unread in time stays so.
    try file(library, "c", at: Self.now + 300)
    try file(library, "d", copyOf: "c", at: Self.now + 300)
    #expect(Set(try unread(library, anna, at: Self.now + 300)) == ["c", "d"])
    try library.setRead(true, [try item(library, "c")], of: anna.id, at: Self.now + 301)
    try library.setRead(false, [try item(library, "c")], of: anna.id, at: Self.now + 302)
    #expect(Set(try unread(library, anna, at: Self.now + 900)) == ["c", "d"])
  }

  @Test func aNewAccountBeginsWithTheNewest() throws {
    let library = try library()
    try addSource(library)
    for number in 0..<80 { try file(library, "a\(number)", at: Self.now + Int64(number)) }
    let anna = try account(library)
    let found = try unread(library, anna)
    #expect(found.count == 50 && found.first == "a79" && found.last == "a30")
    #expect(try library.count(ItemQuery(.everything), of: anna.id) == 80)
  }

  @Test func rulesDecideAsEntriesArrive() throws {
    let library = try library()
    try addSource(library)
    let anna = try account(library)
    _ = try unread(library, anna)
    let rules: [(ReadingRule.Field, String, ReadingRule.Action)] = [
      (.title, "wetter", .hide), (.text, "HAFEN", .star), (.title, "Sport", .read),
      (.title, "Streik", .notify),
    ]
    for (field, pattern, action) in rules {
      _ = try library.add(
        ReadingRule(field: field, pattern: pattern, action: action), to: anna.id, toUnread: false,
        at: Self.now)
    }
    for (id, headline) in [("w", "Das Wetter"), ("s", "Sport heute"), ("k", "Streik"), ("n", "N")] {
      try file(library, id, headline: headline)
    }
    #expect(Set(try unread(library, anna)) == ["k", "n"])
    #expect(try library.count(ItemQuery(.everything), of: anna.id) == 3)
    #expect(try library.count(ItemQuery(.starred), of: anna.id) == 4)
    #expect(try library.count(ItemQuery(.noticed), of: anna.id) == 1)
  }

  @Test func removedArticlesAreGoneAndKeepTheirNumber() throws {
    let library = try library()
    try addSource(library)
    let anna = try account(library)
    try file(library, "a")
    _ = try unread(library, anna)
    let number = try item(library, "a")
    _ = try library.remove(.article("a"), reason: "Test", at: Self.now)
    #expect(try unread(library, anna) == [])
    #expect(try library.headings([number], of: anna.id).isEmpty)
    try file(library, "b")
    #expect(try item(library, "b") == number + 1)
  }

  @Test func timesOfItemsNeverRunBackwards() throws {
    let library = try library()
    try addSource(library)
    let anna = try account(library)
    try file(library, "new", at: Self.now)
    try file(library, "archive", at: 1_000_000_000)
    _ = try unread(library, anna)
    var query = ItemQuery(.everything)
    query.arrivedSince = Self.now
    #expect(try library.items(query, of: anna.id).count == 2)
  }

  @Test func anOldLibraryGetsItsNumbers() throws {
    let library = try library()
    try addSource(library)
    try file(library, "a")
    try library.write { db in
      for table in ["unread", "mark", "storyLine", "storyReport", "item"] {
        try db.execute(sql: "DELETE FROM \(table)")
      }
      try Schema.numberItems(db)
    }
    let anna = try account(library)
    #expect(try unread(library, anna) == ["a"])
  }
}
