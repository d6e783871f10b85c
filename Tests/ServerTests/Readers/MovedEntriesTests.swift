import Evidence
import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Press
import Storage
import Testing

@testable import Server

@Suite struct MovedEntriesTests {
  @Test func freshRSSAndMinifluxFilesAreRead() throws {
    let fresh = """
      {"id":"user/-/state/com.google/starred","items":[{"title":"A","canonical":[{"href":"https://a.example/1"}],
      "categories":["user/-/state/com.google/reading-list","user/7/state/com.google/starred","user/-/state/com.google/read"]}]}
      """
    #expect(
      MovedEntries(Array(fresh.utf8))?.entries == [
        CarriedState(url: "https://a.example/1", isRead: true, isStarred: true)
      ])
    let mini =
      "{\"total\":1,\"entries\":[{\"url\":\"https://b.example/2\",\"status\":\"read\",\"starred\":false}]}"
    #expect(
      MovedEntries(Array(mini.utf8))?.entries == [
        CarriedState(url: "https://b.example/2", isRead: true, isStarred: false)
      ])
  }

  @Test(arguments: ["", "<opml/>", "{", "{\"items\":3}", "[1]"])
  func otherFilesAreNone(text: String) {
    #expect(MovedEntries(Array(text.utf8)) == nil)
  }

  @Test func stateIsTakenAlong() async throws {
    let site = try await ReaderSite()
    let refs = try site.library.items(
      ItemQuery(.everything, isRead: false), of: site.anna.id)
    let one = try #require(
      try site.library.headings(refs.map(\.id), of: site.anna.id).first { $0.url != nil })
    let states = [
      CarriedState(url: try #require(one.url), isRead: true, isStarred: true),
      CarriedState(url: "https://later.example/", isRead: true, isStarred: false),
    ]
    #expect(try site.library.carry(states, to: site.anna.id, at: SampleSite.now) == 1)
    let now = try #require(try site.library.headings([one.id], of: site.anna.id).first)
    #expect(!now.isUnread && now.starredAt != nil)
  }
}
