import Fetching
import Foundation
import NIOPosix
import Press
import Storage
import Testing

@testable import Newsroom

@Suite struct HubDeskTests {
  private static let now: Int64 = 1_795_240_000
  private static let topic = "https://bote.example/feed"

  /// A desk with one subscription that was asked for, and no hub that could be reached.
  private func withDesk(_ work: (HubDesk, Library) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "hub-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let library = try Library(path: folder.appending(path: "l.sqlite").path)
    _ = try library.add(
      [Source(url: Self.topic, kind: .feed, outlet: "bote.example", title: "Bote")],
      outlets: [Outlet(id: "bote.example", name: "Bote")], at: Self.now)
    try library.keep(
      HubSubscription(
        id: "abc", source: Self.topic, hub: "https://hub.example/", topic: Self.topic,
        secret: "geheim", askedAt: Self.now))
    let fetcher = Fetcher(group: MultiThreadedEventLoopGroup.singleton)
    try await work(
      HubDesk(library: library, fetcher: fetcher, base: "https://paper.example/"), library)
    try await fetcher.shutdown()
  }

  private func query(_ topic: String = topic, mode: String = "subscribe") -> [String: String] {
    [
      "hub.mode": mode, "hub.topic": topic, "hub.challenge": "wort",
      "hub.lease_seconds": "864000",
    ]
  }

  @Test func aHubThatVerifiesGetsItsWordBack() async throws {
    try await withDesk { desk, library in
      #expect(desk.verify(id: "abc", query: query(), now: Self.now) == .echo("wort"))
      let lease = try library.hubSubscription(id: "abc")?.leaseUntil
      #expect(lease == Self.now + 864_000)
    }
  }

  @Test func nothingIsConfirmedThatWasNotAskedFor() async throws {
    try await withDesk { desk, _ in
      #expect(desk.verify(id: "xyz", query: query(), now: Self.now) == .unknown)
      #expect(
        desk.verify(id: "abc", query: query("https://evil.example/"), now: Self.now) == .unknown)
      #expect(
        desk.verify(id: "abc", query: query(mode: "unsubscribe"), now: Self.now) == .unknown)
    }
  }

  @Test func whatTheHubSignedIsKeptForTheNextRound() async throws {
    try await withDesk { desk, library in
      let body = Array("<rss/>".utf8)
      let signature = HubSignature.header(body: body, secret: "geheim")
      let answer = await desk.deliver(
        id: "abc", body: body,
        headers: [("X-Hub-Signature", signature), ("Content-Type", "application/rss+xml")],
        now: Self.now)
      #expect(answer == .taken)
      let due = try library.sourcesDue(at: Self.now)
      #expect(due.count == 1)
      let mail = await desk.mail.take(Self.topic)
      #expect(mail?.body == body)
      #expect(mail?.contentType == "application/rss+xml")
      #expect(await desk.mail.take(Self.topic) == nil)
    }
  }

  @Test(arguments: ["", "sha256=00", "sha256", "md5=00", "sha1=zz"])
  func whatIsNotSignedIsThrownAway(signature: String) async throws {
    try await withDesk { desk, _ in
      let answer = await desk.deliver(
        id: "abc", body: Array("<rss/>".utf8), headers: [("x-hub-signature", signature)],
        now: Self.now)
      // The standard wants a hub not to learn that its signature was wrong.
      #expect(answer == .taken)
      #expect(await desk.mail.take(Self.topic) == nil)
    }
  }
}
