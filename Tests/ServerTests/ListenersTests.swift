import Editions
import Fetching
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import NIOPosix
import Newsroom
import Press
import Storage
import Synchronization
import Testing

@testable import Server

/// Those who are called when there is news, over real sockets.
@Suite struct ListenersTests {
  /// Somebody who listens: echoes what it is asked, keeps what it is told.
  private final class Subscriber: Sendable {
    struct Call: Sendable {
      var body: [UInt8]
      var headers: HTTPFields
    }
    let calls = Mutex<[Call]>([])
    let status = Mutex(HTTPResponse.Status.ok)

    func respond(_ request: Hummingbird.Request) async throws -> Hummingbird.Response {
      guard request.method == .post else {
        let words = WebForm(Array((request.uri.query ?? "").utf8))["hub.challenge"] ?? ""
        return .init(status: .ok, body: .init(byteBuffer: ByteBuffer(string: words)))
      }
      let body = try await request.body.collect(upTo: 1 << 20)
      calls.withLock {
        $0.append(Call(body: Array(body.readableBytesView), headers: request.headers))
      }
      return .init(status: status.withLock { $0 })
    }
  }

  private static let base = "https://paper.example"

  /// A site with a hub, a subscriber at an address of this machine, and the messenger between them.
  private func run(
    _ body:
      @escaping @Sendable (SampleSite, Site, Subscriber, String, Messenger) async throws ->
      Void
  ) async throws {
    let sample = try await SampleSite(base: Self.base)
    let subscriber = Subscriber()
    let responder = CallbackResponder<BasicRequestContext> { request, _ in
      try await subscriber.respond(request)
    }
    try await RawServer.beside(responder) { fetcher, address in
      var own = SiteSettings(formToken: sample.token)
      own.base = Self.base
      own.hub = Self.base + OwnHub.path
      let site = Site(
        library: sample.library, settings: own, shelf: Shelf(seen: 0), finder: nil,
        ownHub: OwnHub(
          library: sample.library, fetcher: fetcher, base: Self.base,
          clock: { SampleSite.now }), clock: { SampleSite.now })
      try await body(
        sample, site, subscriber, address + "/here", Messenger(site: site, fetcher: fetcher))
    }
  }

  private func form(_ fields: [(String, String)]) -> ByteBuffer {
    ByteBuffer(
      string: fields.map { "\($0.0)=\(FormEncoding.encode($0.1))" }.joined(separator: "&"))
  }

  /// Waits until something holds, ten seconds at most.
  private func wait(_ holds: () throws -> Bool) async throws {
    for _ in 0..<200 where try !holds() { try await Task.sleep(for: .milliseconds(50)) }
    #expect(try holds())
  }

  @Test func aSubscriberIsAskedAndThenCalledWithTheFeed() async throws {
    try await run { sample, site, subscriber, callback, messenger in
      let topic = Self.base + "/feed.atom"
      func ask(_ mode: String) async throws {
        let app = Application(responder: site)
        try await app.test(.router) { client in
          try await client.execute(
            uri: OwnHub.path, method: .post,
            body: form([
              ("hub.mode", mode), ("hub.topic", topic), ("hub.callback", callback),
              ("hub.secret", "geheim"), ("hub.lease_seconds", "600"),
            ])
          ) { #expect($0.status == .accepted) }
          if mode == "subscribe" {
            try await client.execute(uri: "/feed.atom", method: .get) {
              #expect(
                String(buffer: $0.body).contains(
                  "<link rel=\"hub\" href=\"https://paper.example/websub\"/>"))
            }
          }
        }
      }
      try await ask("subscribe")
      try await wait { try sample.library.listeners(.feed).count == 1 }
      let listener = try #require(try sample.library.listeners(.feed).first)
      #expect(listener.leaseUntil == SampleSite.now + 600 && listener.topic == topic)
      await messenger.tell()
      await messenger.tell()
      let calls = subscriber.calls.withLock { $0 }
      #expect(calls.count == 1)
      let call = try #require(calls.first)
      #expect(String(decoding: call.body, as: UTF8.self).contains("<feed xmlns="))
      let signature = HTTPField.Name("X-Hub-Signature").flatMap { call.headers[$0] } ?? ""
      #expect(HubSignature.isValid(signature, body: call.body, secret: "geheim"))
      #expect(call.headers[.contentType]?.hasPrefix("application/atom+xml") == true)
      let links = HTTPField.Name("Link").flatMap { call.headers[$0] } ?? ""
      #expect(links.contains("rel=\"hub\"") && links.contains("<\(topic)>; rel=\"self\""))
      try await ask("unsubscribe")
      try await wait { try sample.library.listeners(.feed).isEmpty }
    }
  }

  @Test func whatIsNoFeedOfOursIsRefused() async throws {
    try await run { _, site, _, callback, _ in
      let app = Application(responder: site)
      try await app.test(.router) { client in
        let wrong: [[(String, String)]] = [
          [("hub.mode", "publish")],
          [("hub.mode", "subscribe"), ("hub.topic", "https://other.example/feed.atom")],
          [("hub.mode", "subscribe"), ("hub.topic", Self.base + "/how")],
          [("hub.mode", "subscribe"), ("hub.topic", Self.base + "/search/feed.atom?q=a")],
          [
            ("hub.mode", "subscribe"), ("hub.topic", Self.base + "/feed.rss"),
            ("hub.callback", "file:///etc/passwd"),
          ],
          [
            ("hub.mode", "subscribe"), ("hub.topic", Self.base + "/feed.rss"),
            ("hub.callback", callback), ("hub.secret", String(repeating: "x", count: 200)),
          ],
        ]
        for fields in wrong {
          try await client.execute(uri: OwnHub.path, method: .post, body: form(fields)) {
            #expect($0.status == .badRequest && $0.body.readableBytes > 10, "\(fields)")
          }
        }
        try await client.execute(uri: OwnHub.path, method: .get) {
          #expect($0.status == .methodNotAllowed && $0.headers[.allow] == "POST")
        }
      }
    }
  }

  @Test func anAddressInsideIsNeverAsked() async throws {
    try await run { sample, site, subscriber, _, _ in
      let hub = OwnHub(
        library: sample.library,
        fetcher: Fetcher(group: MultiThreadedEventLoopGroup.singleton), base: Self.base,
        clock: { SampleSite.now })
      await hub.carryOut(
        OwnHub.Wish(
          mode: .subscribe, topic: Self.base + "/feed.rss", callback: "http://127.0.0.1:1/",
          secret: "", lease: 600))
      #expect(try sample.library.listeners().isEmpty)
      try await hub.fetcher.shutdown()
    }
  }

  @Test func aHookHearsOfStoriesAndIsTriedAgain() async throws {
    try await run { sample, _, subscriber, callback, messenger in
      try sample.library.keep(
        Listener(
          id: "h", kind: .hook, topic: Messenger.allStories, callback: callback, secret: "s",
          told: "0"))
      subscriber.status.withLock { $0 = .internalServerError }
      await messenger.tell()
      let failed = try #require(try sample.library.listeners(.hook).first)
      #expect(failed.failures == 1 && failed.told == "0" && failed.nextAt == SampleSite.now + 30)
      await messenger.tell()
      #expect(subscriber.calls.withLock { $0.count } == 1)
      subscriber.status.withLock { $0 = .ok }
      var again = failed
      again.nextAt = 0
      try sample.library.note(again)
      await messenger.tell(isNews: false)
      let call = try #require(subscriber.calls.withLock { $0.last })
      let news = try #require(
        try JSONSerialization.jsonObject(with: Data(call.body)) as? [String: Any])
      #expect((news["stories"] as? [Any])?.isEmpty == false)
      let name = HTTPField.Name("X-Presseschau-Signature")
      #expect(
        HubSignature.isValid(
          name.flatMap { call.headers[$0] } ?? "", body: call.body, secret: "s"))
      let heard = try #require(try sample.library.listeners(.hook).first)
      let last = try sample.library.lastChange()
      #expect(heard.failures == 0 && heard.told == String(last))
      await messenger.tell()
      #expect(subscriber.calls.withLock { $0.count } == 2)
      #expect(Messenger.pause(after: 1) == 30 && Messenger.pause(after: 40) == 21_600)
    }
  }
}
