import Evidence
import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Press
import Storage
import Testing

@testable import Server

@Suite struct MinifluxTests {
  @Test func everyRouteOfTheInterfaceIsThere() {
    // Version 1 of the interface has 51; a user by number and by name is one pattern here.
    let routes = Miniflux.routes.filter { $0.path.hasPrefix("/v1/") }
    #expect(routes.count >= 50)
    #expect(Set(routes.map { "\($0.method) \($0.path)" }).count == routes.count)
  }

  @Test func namesAndPasswordsOpenItAsTokensDo() async throws {
    let site = try await ReaderSite()
    try await site.test { client in
      for password in [ReaderSite.password, site.annaToken.text] {
        let basic = Data("anna:\(password)".utf8).base64EncodedString()
        let answer = try await client.send(.get, "/v1/me", ["Authorization": "Basic \(basic)"])
        #expect(try answer.object["username"] as? String == "anna")
      }
      let wrong = Data("bert:\(site.annaToken.text)".utf8).base64EncodedString()
      let refused = try await client.send(.get, "/v1/me", ["Authorization": "Basic \(wrong)"])
      #expect(refused.status == .unauthorized)
      #expect(try refused.object["error_message"] is String)
    }
  }

  @Test func recordingsHaveAPositionForEachReader() async throws {
    let site = try await ReaderSite()
    let headings = try site.library.headings(
      try site.library.items(ItemQuery(.everything), of: site.anna.id).map(\.id),
      of: site.anna.id)
    let heading = try #require(headings.first { $0.article != nil && !$0.isStory })
    var entry = SeenEntry(source: "x", id: "x", hash: "x", article: heading.article)
    entry.enclosures = [
      Entry.Enclosure(url: "https://a.example/1.mp3", type: "audio/mpeg", length: 1_000)
    ]
    var batch = Library.Batch()
    batch.entries = [entry]
    try site.library.keep(batch)
    try await site.test { client in
      func enclosure(_ token: Secret) async throws -> [String: Any] {
        let entry = try await client.send(
          .get, "/v1/entries/\(heading.id)", ["X-Auth-Token": token.text]
        ).object
        return try #require((entry["enclosures"] as? [[String: Any]])?.first)
      }
      let first = try await enclosure(site.annaToken)
      #expect(first["mime_type"] as? String == "audio/mpeg" && first["size"] as? Int == 1_000)
      let id = try #require(first["id"] as? Int)
      let set = try await client.miniflux(
        .put, "/v1/enclosures/\(id)", "{\"media_progression\": 73}")
      #expect(set.status == .noContent)
      #expect(try await enclosure(site.annaToken)["media_progression"] as? Int == 73)
      #expect(try await enclosure(site.bertToken)["media_progression"] as? Int == 0)
      let one = try await client.miniflux(.get, "/v1/enclosures/\(id)").object
      #expect(one["entry_id"] as? Int == Int(heading.id))
      #expect(try await client.miniflux(.get, "/v1/enclosures/99999").status == .notFound)
      let google = try await client.send(
        .get, "/reader/api/0/stream/contents/user/-/state/com.google/reading-list?n=1000",
        ["Authorization": "GoogleLogin auth=\(site.annaToken.text)"])
      #expect(google.text.contains("\"href\":\"https://a.example/1.mp3\""))
      let desk = try await client.desk(
        .get, "/desk?item=\(heading.id)", as: site.annaSession)
      #expect(desk.text.contains("href=\"https://a.example/1.mp3\""))
    }
  }

  @Test func entriesAreListedMarkedAndStarred() async throws {
    let site = try await ReaderSite()
    try await site.test { client in
      let list = "/v1/entries?status=unread&order=published_at&direction=desc"
      let answer = try await client.miniflux(.get, list + "&limit=2").object
      let total = try #require(answer["total"] as? Int)
      let entries = try #require(answer["entries"] as? [[String: Any]])
      #expect(total > 10 && entries.count == 2)
      let times = entries.compactMap { $0["published_at"] as? String }
      #expect(times[0] >= times[1])
      let entry = entries[0]
      for key in [
        "id", "title", "url", "content", "published_at", "status", "starred", "feed",
        "reading_time", "enclosures", "hash", "author",
      ] { #expect(entry[key] != nil, "\(key)") }
      let id = try #require(entry["id"] as? Int)
      let put = try await client.miniflux(
        .put, "/v1/entries", "{\"entry_ids\":[\(id)],\"status\":\"read\"}")
      #expect(put.status == .noContent)
      #expect(
        try await client.miniflux(.get, "/v1/entries/\(id)").object["status"] as? String == "read")
      #expect(try await client.miniflux(.get, list).object["total"] as? Int == total - 1)
      _ = try await client.miniflux(.put, "/v1/entries/\(id)/bookmark")
      let starred = try await client.miniflux(.get, "/v1/entries?starred=true").object
      #expect((starred["entries"] as? [[String: Any]])?.first?["id"] as? Int == id)
      _ = try await client.miniflux(.put, "/v1/entries/\(id)/bookmark")
      #expect(try await client.miniflux(.get, "/v1/entries?starred=1").object["total"] as? Int == 0)
    }
  }

  @Test func entriesAreFoundByWordsAndBounds() async throws {
    let site = try await ReaderSite()
    try await site.test { client in
      func total(_ query: String) async throws -> Int {
        try #require(
          try await client.miniflux(.get, "/v1/entries?\(query)").object["total"] as? Int)
      }
      let all = try await total("limit=1")
      #expect(try await total("search=Hafen") > 0)
      #expect(try await total("search=Hafen") < all)
      #expect(try await total("search=gibtesnicht") == 0)
      let newest = try site.library.items(ItemQuery(.everything), of: site.anna.id)[0].id
      #expect(try await total("before_entry_id=\(newest)") < all)
      #expect(try await total("after_entry_id=\(newest)&limit=1") <= all - 1)
      #expect(try await total("published_after=9999999999") == 0)
      #expect(try await total("status=removed") == 0)
    }
  }

  @Test func categoriesAndFeedsAreChanged() async throws {
    let site = try await ReaderSite()
    try await site.test { client in
      let made = try await client.miniflux(.post, "/v1/categories", "{\"title\":\"Welt\"}")
      #expect(made.status == .created)
      let folder = try #require(try made.object["id"] as? Int)
      let feed = try #require(try site.library.subscriptions(of: site.anna.id).first?.id)
      let moved = try await client.miniflux(
        .put, "/v1/feeds/\(feed)", "{\"category_id\":\(folder),\"title\":\"Der Bote\"}")
      #expect(moved.text.contains("Der Bote") && moved.text.contains("\"title\":\"Welt\""))
      let inside = try await client.miniflux(.get, "/v1/categories/\(folder)/entries").object
      #expect((inside["total"] as? Int ?? 0) > 0)
      _ = try await client.miniflux(.put, "/v1/feeds/\(feed)/mark-all-as-read")
      let counters = try await client.miniflux(.get, "/v1/feeds/counters").object
      #expect((counters["unreads"] as? [String: Int])?["\(feed)"] == nil)
      let opml = try await client.miniflux(.get, "/v1/export")
      #expect(opml.text.contains("<opml"))
      #expect(try await client.miniflux(.delete, "/v1/categories/\(folder)").status == .noContent)
      #expect(try await client.miniflux(.delete, "/v1/feeds/\(feed)").status == .noContent)
      #expect(try await client.miniflux(.get, "/v1/feeds/\(feed)").status == .notFound)
    }
  }

  @Test func keysAreMadeShownOnceAndRevoked() async throws {
    let site = try await ReaderSite()
    try await site.test { client in
      let made = try await client.miniflux(.post, "/v1/api-keys", "{\"description\":\"Telefon\"}")
      let key = try made.object
      let token = try #require(key["token"] as? String)
      let used = try await client.send(.get, "/v1/me", ["X-Auth-Token": token])
      #expect(used.status == .ok)
      #expect(!(try await client.miniflux(.get, "/v1/api-keys").text.contains(token)))
      let id = try #require(key["id"] as? Int)
      _ = try await client.miniflux(.delete, "/v1/api-keys/\(id)")
      #expect(
        try await client.send(.get, "/v1/me", ["X-Auth-Token": token]).status == .unauthorized)
    }
  }

  @Test func brokenRequestsAreNamed() async throws {
    let site = try await ReaderSite()
    try await site.test { client in
      let broken = try await client.miniflux(.put, "/v1/entries", "{")
      let unknown = try await client.miniflux(
        .put, "/v1/entries", "{\"entry_ids\":[1],\"status\":\"x\"}")
      let list = try await client.miniflux(.post, "/v1/import", "no opml")
      #expect([broken, unknown, list].allSatisfy { $0.status == .badRequest })
      let huge = try await client.miniflux(.get, "/v1/entries/99999999999999999999")
      let negative = try await client.miniflux(.get, "/v1/feeds/-1")
      #expect(huge.status == .notFound && negative.status == .notFound)
    }
  }
}
