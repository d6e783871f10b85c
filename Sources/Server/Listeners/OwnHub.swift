import Editions
package import Fetching
import HTTPTypes
import Hummingbird
import Newsroom
package import Storage
import Synchronization

/// The hub of our own feeds (W3C WebSub, the hub's part): who wants to be called says so here, is
/// asked whether it meant it, and is called by the `Messenger`.
package struct OwnHub: Sendable {
  let library: Library
  let fetcher: Fetcher
  /// The paper's public address without a slash at its end.
  let base: String
  let clock: @Sendable () -> Int64
  private let pending = Pending()

  /// Where subscribers ask.
  package static let path = "/websub"

  static let shortestLease: Int64 = 300
  static let longestLease: Int64 = 30 * 86_400
  private static let usualLease: Int64 = 10 * 86_400
  private static let bodyLimit = 16 << 10
  private static let mostPending = 32
  private static let mostListeners = 5_000
  private static let mostPerHost = 50

  /// How many are being asked whether they meant it.
  private final class Pending: Sendable {
    let count = Mutex(0)
  }

  package init(
    library: Library, fetcher: Fetcher, base: String, clock: @escaping @Sendable () -> Int64
  ) {
    self.library = library
    self.fetcher = fetcher
    self.base = base
    self.clock = clock
  }

  /// What somebody wants of the hub.
  struct Wish: Sendable, Equatable {
    enum Mode: String, Sendable { case subscribe, unsubscribe }

    var mode: Mode
    var topic: String
    var callback: String
    var secret: String
    var lease: Int64
  }

  /// Why a wish is refused, in words for the one who asked.
  struct Refusal: Error, Equatable {
    var status: HTTPResponse.Status
    var words: String
  }

  /// The answer to a subscriber; nil for requests that are none.
  func response(to request: Request) async -> Response? {
    guard request.uri.path == Self.path else { return nil }
    guard request.method == .post else {
      var response = Response.plain(.methodNotAllowed, "Subscribers send a form by POST.")
      response.headers[.allow] = "POST"
      return response
    }
    guard let body = try? await request.body.collect(upTo: Self.bodyLimit) else {
      return .plain(.contentTooLarge, "The form is too large.")
    }
    do {
      let wish = try wish(WebForm(Array(body.readableBytesView)))
      try enter()
      // The subscriber may verify only after it has our answer (WebSub, 5.3).
      Task {
        await carryOut(wish)
        pending.count.withLock { $0 -= 1 }
      }
      return .plain(.accepted, "")
    } catch {
      return .plain(error.status, error.words)
    }
  }

  private func enter() throws(Refusal) {
    let isFree = pending.count.withLock { count in
      guard count < Self.mostPending else { return false }
      count += 1
      return true
    }
    guard isFree else {
      throw Refusal(status: .serviceUnavailable, words: "Too many ask at once; ask again later.")
    }
  }

  /// Reads a wish and checks what can be checked at once.
  func wish(_ form: WebForm) throws(Refusal) -> Wish {
    func refuse(_ words: String) -> Refusal { Refusal(status: .badRequest, words: words) }
    guard let mode = form.text("hub.mode").flatMap(Wish.Mode.init) else {
      throw refuse("hub.mode is subscribe or unsubscribe.")
    }
    guard let topic = form.text("hub.topic"), isOurFeed(topic) else {
      throw refuse("hub.topic is the address of a feed of this paper.")
    }
    guard let callback = form.text("hub.callback"), callback.utf8.count <= 2_048,
      callback.hasPrefix("https://") || callback.hasPrefix("http://"), !callback.contains("#")
    else { throw refuse("hub.callback is an http or https address of yours.") }
    let secret = form.text("hub.secret") ?? ""
    guard secret.utf8.count < 200 else { throw refuse("hub.secret has less than 200 bytes.") }
    let lease = form.text("hub.lease_seconds").flatMap { Int64($0) } ?? Self.usualLease
    return Wish(
      mode: mode, topic: topic, callback: callback, secret: secret,
      lease: min(max(lease, Self.shortestLease), Self.longestLease))
  }

  /// Whether an address is that of a feed we tell of. Searches are not: each would cost a search
  /// with every article.
  private func isOurFeed(_ topic: String) -> Bool {
    guard topic.hasPrefix(base + "/"),
      case .feed(let subject, _)? = Address(String(topic.dropFirst(base.count)))?.place
    else { return false }
    if case .search = subject { return false }
    return true
  }

  /// Asks whether the wish was meant (WebSub, 5.3) and follows it.
  func carryOut(_ wish: Wish) async {
    let challenge = Secret().text
    let fields = [
      ("hub.mode", wish.mode.rawValue), ("hub.topic", wish.topic), ("hub.challenge", challenge),
      ("hub.lease_seconds", String(wish.lease)),
    ]
    let query = fields.map { "\($0.0)=\(FormEncoding.encode($0.1))" }.joined(separator: "&")
    let url = wish.callback + (wish.callback.contains("?") ? "&" : "?") + query
    guard
      let answer = try? await fetcher.fetch(Fetching.Request(url: url, purpose: .hub)),
      (200...299).contains(answer.status), answer.body.elementsEqual(challenge.utf8)
    else { return }
    switch wish.mode {
    case .unsubscribe:
      _ = try? library.removeListener(topic: wish.topic, callback: wish.callback)
    case .subscribe:
      guard hasRoom(for: wish) else { return }
      try? library.keep(
        Listener(
          id: Secret().text, kind: .feed, topic: wish.topic, callback: wish.callback,
          secret: wish.secret, leaseUntil: clock() + wish.lease))
    }
  }

  private func hasRoom(for wish: Wish) -> Bool {
    guard let known = try? library.listeners(.feed) else { return false }
    if known.contains(where: { $0.topic == wish.topic && $0.callback == wish.callback }) {
      return true
    }
    let host = SourceFinder.host(of: wish.callback)
    return known.count < Self.mostListeners
      && known.count { SourceFinder.host(of: $0.callback) == host } < Self.mostPerHost
  }
}
