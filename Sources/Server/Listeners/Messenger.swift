import Editions
package import Fetching
import Foundation
import Newsroom
import Press
import ServiceLifecycle
import Storage
import Stories

/// Calls those who listen when there is news: subscribers of our feeds with the feed (W3C WebSub, 7),
/// addresses the operator named with the stories that are new or have changed.
package struct Messenger: Service {
  private let library: Library
  private let fetcher: Fetcher
  private let renderer: PageRenderer
  private let hub: String?
  private let clock: @Sendable () -> Int64

  /// Between two looks; what comes in between is told together.
  private static let rest = Duration.seconds(5)
  /// A listener that fails so often in a row is forgotten (hooks are only left waiting).
  private static let mostFailures = 12
  /// Calls at a time.
  private static let mostAtOnce = 8
  /// Stories in one call of a hook.
  private static let mostStories = 100

  package init(site: Site, fetcher: Fetcher) {
    library = site.library
    self.fetcher = fetcher
    renderer = site.renderer
    hub = site.renderer.settings.hub
    clock = site.clock
  }

  package func run() async throws {
    await cancelWhenGracefulShutdown {
      var seen: Int64 = -1
      while !Task.isCancelled {
        do { try await Task.sleep(for: Self.rest) } catch { return }
        guard let last = try? library.lastChange() else { continue }
        // What failed is tried again though nothing changed.
        let isNews = last != seen
        seen = last
        await tell(isNews: isNews)
      }
    }
  }

  /// Tells all who have something to hear, a few at a time: one that is slow holds up no other.
  package func tell(isNews: Bool = true) async {
    let now = clock()
    let listeners = ((try? library.listeners()) ?? []).filter { listener in
      listener.nextAt <= now && (isNews || listener.failures > 0)
    }
    await withTaskGroup(of: Void.self) { calls in
      // Those who listen to one topic stand side by side: it is laid out once.
      var topic: (name: String, feed: (type: String, bytes: [UInt8])?) = ("", nil)
      for (number, listener) in listeners.enumerated() where !Task.isCancelled {
        if number >= Self.mostAtOnce { await calls.next() }
        if listener.kind == .feed, topic.name != listener.topic {
          topic = (listener.topic, feed(listener.topic, now: now))
        }
        let feed = topic.feed
        calls.addTask { await tell(listener, feed, now: now) }
      }
    }
  }

  private func tell(
    _ listener: Listener, _ feed: (type: String, bytes: [UInt8])?, now: Int64
  ) async {
    switch listener.kind {
    case .hook: await tellStories(listener, now: now)
    case .feed where (listener.leaseUntil ?? .max) < now:
      _ = try? library.removeListener(topic: listener.topic, callback: listener.callback)
    case .feed: if let feed { await tellFeed(listener, feed, now: now) }
    }
  }

  private func feed(_ topic: String, now: Int64) -> (type: String, bytes: [UInt8])? {
    guard let address = Address(String(topic.dropFirst(renderer.settings.base.count))),
      let edition = try? renderer.edition(address.language, now: now),
      let laid = try? renderer.laid(at: address, edition)
    else { return nil }
    return (laid.contentType, laid.bytes)
  }

  private func tellFeed(
    _ listener: Listener, _ feed: (type: String, bytes: [UInt8]), now: Int64
  ) async {
    let told = String(FNV1a.hash(feed.bytes), radix: 16)
    guard told != listener.told else { return }
    var links = "<\(listener.topic)>; rel=\"self\""
    if let hub { links = "<\(hub)>; rel=\"hub\", " + links }
    await send(
      feed.bytes, type: feed.type, headers: [("Link", links)], signedAs: "X-Hub-Signature",
      to: listener, told: told, now: now)
  }

  /// What a hook gets: the stories as the JSON interface shows them, the last change first.
  private struct News: Encodable {
    var change: Int64
    var stories: [APIStory]
  }

  private func tellStories(_ listener: Listener, now: Int64) async {
    guard let changes = try? library.changes(after: Int64(listener.told) ?? 0),
      let last = changes.last?.number
    else { return }
    var seen: Set<Story.ID> = []
    var stories: [APIStory] = []
    for change in changes.reversed() where change.kind == .story {
      guard stories.count < Self.mostStories, seen.insert(change.id).inserted,
        let filed = try? library.story(change.id), filed.story.id == change.id,
        listener.topic == Self.allStories || filed.summary.section?.rawValue == listener.topic
      else { continue }
      stories.append(APIStory(filed.summary))
    }
    guard !stories.isEmpty, let body = try? API.bytes(News(change: last, stories: stories)) else {
      var heard = listener
      heard.told = String(last)
      try? library.note(heard)
      return
    }
    await send(
      body, type: "application/json", headers: [], signedAs: "X-Presseschau-Signature",
      to: listener, told: String(last), now: now)
  }

  /// The topic of a hook that hears of all sections.
  package static let allStories = "stories"

  private func send(
    _ body: [UInt8], type: String, headers: [(name: String, value: String)],
    signedAs signature: String, to listener: Listener, told: String, now: Int64
  ) async {
    var headers = headers
    if !listener.secret.isEmpty {
      headers.append((signature, HubSignature.header(body: body, secret: listener.secret)))
    }
    var request = Fetching.Request(
      url: listener.callback, headers: headers, purpose: .hub, form: body)
    request.formType = type
    let status = (try? await fetcher.fetch(request))?.status
    var heard = listener
    switch status {
    case .some(200...299):
      heard.told = told
      heard.failures = 0
      heard.nextAt = 0
    // The subscriber is gone (WebSub, 7).
    case .some(410) where listener.kind == .feed:
      _ = try? library.removeListener(topic: listener.topic, callback: listener.callback)
      return
    default:
      heard.failures += 1
      heard.nextAt = now + Self.pause(after: heard.failures)
      if heard.failures >= Self.mostFailures, listener.kind == .feed {
        _ = try? library.removeListener(topic: listener.topic, callback: listener.callback)
        return
      }
    }
    try? library.note(heard)
  }

  /// Half a minute, then twice as long each time, six hours at most.
  static func pause(after failures: Int) -> Int64 {
    min(30 << Int64(min(max(failures - 1, 0), 12)), 6 * 3_600)
  }
}
