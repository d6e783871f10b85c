package import Fetching
import Press
package import Storage

/// Has hubs call us when sources have news (W3C WebSub, the subscriber's part).
package struct HubDesk: Sendable {
  package let mail = HubMail()
  let library: Library
  let fetcher: Fetcher
  /// Where hubs reach this paper, without a slash at the end; it must be open to the web.
  let base: String

  /// How long we ask to be called: the hub may say another time.
  private static let lease = 10 * 86_400
  /// A hub that did not answer is asked again after so long.
  private static let pause: Int64 = 86_400
  package static let bodyLimit = 4 << 20

  package init(library: Library, fetcher: Fetcher, base: String) {
    self.library = library
    self.fetcher = fetcher
    self.base = base.hasSuffix("/") ? String(base.dropLast()) : base
  }

  /// The path below which hubs call.
  package static let path = "/hub/"

  /// Asks a source's hub to call us, unless it does so already. What it refuses costs nothing: the
  /// source is asked as before.
  func follow(_ source: Source.ID, hub: String, topic: String, now: Int64) async {
    guard let known = try? library.hubSubscription(source: source), known.hub == hub,
      known.topic == topic
    else {
      await subscribe(
        HubSubscription(
          id: Self.secret(), source: source, hub: hub, topic: topic, secret: Self.secret(),
          askedAt: now))
      return
    }
    let isEnding = known.leaseUntil.map { $0 - now < Self.pause } ?? true
    guard isEnding, now - known.askedAt >= Self.pause else { return }
    var again = known
    again.askedAt = now
    await subscribe(again)
  }

  private func subscribe(_ subscription: HubSubscription) async {
    // The hub may verify before it answers: the subscription must be known by then.
    guard (try? library.keep(subscription)) != nil else { return }
    let fields = [
      ("hub.mode", "subscribe"), ("hub.topic", subscription.topic),
      ("hub.callback", base + Self.path + subscription.id), ("hub.secret", subscription.secret),
      ("hub.lease_seconds", String(Self.lease)),
    ]
    let form = fields.map { "\($0.0)=\(FormEncoding.encode($0.1))" }.joined(separator: "&")
    _ = try? await fetcher.fetch(
      Request(url: subscription.hub, purpose: .hub, form: Array(form.utf8)))
  }

  private static func secret() -> String {
    (0..<4).map { _ in String(UInt64.random(in: .min ... .max), radix: 36) }.joined()
  }
}

// What a hub asks and brings.
extension HubDesk {
  /// The answer to a hub's call.
  package enum Answer: Sendable, Equatable {
    /// The words to be sent back, status 200.
    case echo(String)
    /// Taken, status 202: also where the signature is wrong, as the standard wants it.
    case taken
    /// There is no such subscription, status 404.
    case unknown
  }

  /// A hub asks whether we want to be called, or says that it will not.
  package func verify(id: String, query: [String: String], now: Int64) -> Answer {
    guard let known = try? library.hubSubscription(id: id), query["hub.topic"] == known.topic
    else { return .unknown }
    switch query["hub.mode"] {
    case "subscribe":
      guard let challenge = query["hub.challenge"], challenge.utf8.count <= 1024 else {
        return .unknown
      }
      var subscription = known
      let seconds = query["hub.lease_seconds"].flatMap { Int64($0) } ?? Int64(Self.lease)
      subscription.leaseUntil = now + min(max(seconds, 60), 90 * 86_400)
      guard (try? library.keep(subscription)) != nil else { return .unknown }
      return .echo(challenge)
    case "denied":
      var subscription = known
      subscription.leaseUntil = nil
      subscription.askedAt = now
      try? library.keep(subscription)
      return .taken
    // We never unsubscribe from what we still follow.
    default: return .unknown
    }
  }

  /// A hub brings a feed. It is kept until the next round, and only where the hub's signature is
  /// right.
  package func deliver(
    id: String, body: [UInt8], headers: [(name: String, value: String)], now: Int64
  ) async -> Answer {
    guard let known = try? library.hubSubscription(id: id) else { return .unknown }
    let signature = headers.first { $0.name.lowercased() == "x-hub-signature" }?.value ?? ""
    guard !body.isEmpty, body.count <= Self.bodyLimit,
      HubSignature.isValid(signature, body: body, secret: known.secret)
    else { return .taken }
    let passed = ["content-type", "link"]
    await mail.put(
      Response(
        finalURL: known.topic, status: 200,
        headers: headers.filter { passed.contains($0.name.lowercased()) }, body: body,
        fetchedAt: now), for: known.source)
    try? library.makeDue(known.source)
    return .taken
  }
}

/// What hubs have brought and no round has read yet: the last of each source, a few in all.
package actor HubMail {
  private var waiting: [Source.ID: Response] = [:]
  private static let most = 32

  func put(_ delivery: Response, for source: Source.ID) {
    // What does not fit is fetched like anything else: its source is due.
    guard waiting[source] != nil || waiting.count < Self.most else { return }
    waiting[source] = delivery
  }

  func take(_ source: Source.ID) -> Response? { waiting.removeValue(forKey: source) }
}
