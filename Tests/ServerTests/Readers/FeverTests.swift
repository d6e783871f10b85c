import Evidence
import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Press
import Storage
import Testing

@testable import Server

@Suite struct FeverTests {
  private func key(_ site: ReaderSite) -> String {
    Secret.feverKey(name: "anna", password: site.annaToken.text)
  }

  private func ids(_ answer: TestResponse, _ name: String) throws -> [String] {
    let list = try #require(try answer.object[name] as? String)
    return list.split(separator: ",").map(String.init)
  }

  @Test func aWrongKeyIsAnsweredAsClientsExpect() async throws {
    let site = try await ReaderSite()
    try await site.test { client in
      for body in ["", "api_key=", "api_key=0123", "api_key=\(site.annaToken.text)"] {
        let answer = try await client.send(.post, "/fever/?api", body: body)
        #expect(answer.status == .ok)
        #expect(try answer.object["auth"] as? Int == 0)
      }
    }
  }

  @Test func anAccountHasNoKeyOfItsPasswordNorOfAnAppWithoutFever() async throws {
    let site = try await ReaderSite()
    let token = Secret()
    _ = try site.library.addDevice(
      token.hash, fever: nil, of: site.anna.id, name: "App", at: SampleSite.now)
    try await site.test { client in
      for password in [ReaderSite.password, token.text] {
        let key = Secret.feverKey(name: "anna", password: password)
        let answer = try await client.send(.post, "/fever/?api", body: "api_key=\(key)")
        #expect(try answer.object["auth"] as? Int == 0)
      }
    }
  }

  @Test func feedsGroupsAndItemsFitTogether() async throws {
    let site = try await ReaderSite()
    let key = key(site)
    try await site.test { client in
      let answer = try await client.send(
        .post, "/api/fever.php?api&groups&feeds&favicons&items&since_id=0&unread_item_ids",
        body: "api_key=\(key.uppercased())")
      let object = try answer.object
      let feeds = try #require(object["feeds"] as? [[String: Any]])
      let groups = try #require(object["groups"] as? [[String: Any]])
      let items = try #require(object["items"] as? [[String: Any]])
      #expect(feeds.count >= 6 && groups.count == 1)
      #expect((object["feeds_groups"] as? [[String: Any]])?.count == 1)
      #expect((object["favicons"] as? [[String: Any]])?.count == feeds.count)
      #expect(items.count == min(50, try #require(object["total_items"] as? Int)))
      let numbers = items.compactMap { $0["id"] as? Int }
      #expect(numbers == numbers.sorted())
      let feedIDs = Set(feeds.compactMap { $0["id"] as? Int })
      #expect(items.allSatisfy { feedIDs.contains($0["feed_id"] as? Int ?? 0) })
      #expect(items.allSatisfy { ($0["html"] as? String)?.contains("<p") == true })
      let asked = try await client.send(
        .post, "/fever/?api&items&with_ids=\(numbers[1]),\(numbers[0])", body: "api_key=\(key)")
      #expect((try asked.object["items"] as? [Any])?.count == 2)
    }
  }

  @Test func aMarkIsAnsweredWithTheNewListAndSetsInsteadOfToggling() async throws {
    let site = try await ReaderSite()
    let key = key(site)
    try await site.test { client in
      func send(_ query: String) async throws -> TestResponse {
        try await client.send(.post, "/fever/?api&\(query)", body: "api_key=\(key)")
      }
      let unread = try ids(try await send("unread_item_ids"), "unread_item_ids")
      let one = try #require(unread.first)
      let read = try await send("mark=item&as=read&id=\(one)")
      #expect(try ids(read, "unread_item_ids") == unread.filter { $0 != one })
      #expect(try ids(try await send("mark=item&as=unread&id=\(one)"), "unread_item_ids") == unread)
      for _ in 0..<2 {
        let saved = try await send("mark=item&as=saved&id=\(one)")
        #expect(try ids(saved, "saved_item_ids") == [one])
      }
      let unsaved = try await send("mark=item&as=unsaved&id=\(one)")
      #expect(try ids(unsaved, "saved_item_ids").isEmpty)
      let group = try #require(try site.library.folders(of: site.anna.id).first?.id)
      let all = try await send("mark=group&as=read&id=\(group)&before=\(SampleSite.now)")
      #expect(try ids(all, "unread_item_ids").isEmpty)
    }
  }

  @Test func aLinkMarksNothing() async throws {
    let site = try await ReaderSite()
    let key = key(site)
    try await site.test { client in
      let before = try await client.send(
        .post, "/fever/?api&unread_item_ids", body: "api_key=\(key)")
      let one = try #require(try ids(before, "unread_item_ids").first)
      _ = try await client.send(.get, "/fever/?api&api_key=\(key)&mark=item&as=read&id=\(one)")
      let after = try await client.send(
        .post, "/fever/?api&unread_item_ids", body: "api_key=\(key)")
      #expect(try ids(after, "unread_item_ids") == ids(before, "unread_item_ids"))
    }
  }
}
