import Evidence
import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Press
import Storage
import Testing

@testable import Server

@Suite struct StoryTellerTests {
  private func stories(_ site: ReaderSite) throws -> [Int64] {
    let feed = try site.library.subscriptions(of: site.anna.id).first { $0.kind == .stories }
    guard let feed else { return [] }
    return try site.library.items(
      ItemQuery(.feed(feed.id), isRead: false), of: site.anna.id
    ).map(\.id)
  }

  private func tell(_ site: ReaderSite) throws {
    let teller = StoryTeller(library: site.library, clock: { SampleSite.now })
    while try teller.follow() {}
    try site.library.deliver(to: site.anna.id, at: SampleSite.now)
  }

  @Test func aStoryWithTwoIndependentReportsIsOneEntry() async throws {
    let site = try await ReaderSite()
    try tell(site)
    let told = try stories(site)
    let expected = try site.library.stories(limit: 500).filter { $0.independentCount > 1 }
    #expect(told.count == min(50, expected.count) && told.count > 2)
    for entry in try site.library.headings(told, of: site.anna.id) {
      #expect(entry.isStory && !entry.headline.isEmpty)
      let lines = try site.library.lines(ofItem: entry.id, since: 0)
      #expect(!lines.isEmpty)
      for line in lines {
        let article = try #require(
          try site.library.article(
            line.citation.passage.article, version: line.citation.passage.version))
        #expect(article.article.body[line.citation.passage.range] == line.citation.words)
      }
    }
  }

  @Test func nothingNewLeavesItRead() async throws {
    let site = try await ReaderSite()
    try tell(site)
    let told = try stories(site)
    try site.library.setRead(true, told, of: site.anna.id, at: SampleSite.now)
    // The story changes without a new report.
    try site.library.set("readers.told", to: "0")
    try tell(site)
    #expect(try stories(site).isEmpty)
  }

  @Test func somethingNewBringsTheSameEntryBack() async throws {
    let site = try await ReaderSite()
    try tell(site)
    let told = try stories(site)
    let one = try #require(try site.library.headings(told, of: site.anna.id).first)
    try site.library.setRead(true, told, of: site.anna.id, at: SampleSite.now)
    let before = try site.library.lines(ofItem: one.id, since: 0)
    let line = try #require(before.first)
    try site.library.tell(
      [line.citation], of: try #require(one.story), from: ["new"], at: SampleSite.now + 60)
    #expect(try stories(site) == [one.id])
    #expect(try site.library.lines(ofItem: one.id, since: 0).count == before.count + 1)
  }

  @Test func anAccountSwitchesItOff() async throws {
    let site = try await ReaderSite()
    try tell(site)
    try site.library.setStories(false, of: site.anna.id)
    #expect(try stories(site).isEmpty)
    #expect(!(try site.library.subscriptions(of: site.anna.id).contains { $0.kind == .stories }))
    try site.library.deliver(to: site.anna.id, at: SampleSite.now)
    #expect(try stories(site).isEmpty)
  }

  @Test func anAppGetsTheNewWordsFirst() async throws {
    let site = try await ReaderSite()
    try tell(site)
    let one = try #require(try stories(site).first)
    try await site.test { client in
      let answer = try await client.google(
        .post, "/reader/api/0/stream/items/contents", "i=\(one)")
      let items = try #require(try answer.object["items"] as? [[String: Any]])
      let content = try #require((items[0]["summary"] as? [String: Any])?["content"] as? String)
      #expect(content.hasPrefix("<h3>Neu daran</h3>"))
      #expect((items[0]["origin"] as? [String: Any])?["title"] as? String == "Geschichten")
    }
  }
}
