import AsyncHTTPClient
import Foundation
package import NIOCore

/// The one client for everything that is asked of the web.
///
/// Every request passes the guard with its URL and with every address its name resolves to, is
/// connected to such an address only, and passes again at each redirect; a total deadline and
/// limits in bytes hold for all of it; every host is asked politely.
package final class Fetcher: Sendable {
  package let settings: FetchSettings

  private let guardian: AddressGuard
  private let resolver: Resolver
  private let connections: Connections
  private let queues: HostQueues
  private let robots: RobotsKeeper

  package init(settings: FetchSettings = FetchSettings(), group: any EventLoopGroup) {
    self.settings = settings
    guardian = AddressGuard(settings: settings.guardSettings)
    resolver = Resolver(hosts: settings.hosts)
    connections = Connections(group: group, settings: settings)
    queues = HostQueues(
      perHost: settings.perHost, inAll: settings.inAll, clock: settings.clock)
    robots = RobotsKeeper(lifetime: settings.robotsLifetime, clock: settings.clock)
  }

  /// Fetches one thing, or says why not. The deadline counts the time spent on the network, not
  /// the wait for a polite moment.
  package func fetch(_ request: Request) async throws(FetchError) -> Response {
    var journey = try Journey(
      to: request.url, guardian: guardian, redirectLimit: settings.redirectLimit)
    let credentials = Self.credentials(of: request.url)
    var left = settings.totalDeadline
    while true {
      let spacing = try await permission(for: request, at: journey.url)
      guard await queues.enter(queueName(journey.url), spacing: spacing) else {
        throw .cancelled(journey.text)
      }
      let start = ContinuousClock.now
      let stop = journey
      let limit = left
      let result = await within(limit, url: stop.text) {
        await self.visit(stop, for: request, credentials: credentials, limit: limit)
      }
      await queues.leave(queueName(journey.url))
      left -= ContinuousClock.now - start
      let answer = try result.get()
      guard [300, 301, 302, 303, 307, 308].contains(answer.status),
        answer.status != 300 || !answer.values("location").isEmpty
      else { return try response(answer, after: journey, to: request) }
      // What is sent goes on only where the server asks for just that (RFC 9110, 15.4.8).
      guard request.form == nil || answer.status == 307 || answer.status == 308 else {
        throw .badRedirect(journey.text, why: "a form may not be sent on")
      }
      try journey.follow(status: answer.status, locations: answer.values("location"))
    }
  }

  /// Ends all connections; requests still running fail with `closed`.
  package func shutdown() async throws {
    try await connections.shutdown()
    resolver.shutdown()
  }
}

// One stop of the journey.
extension Fetcher {
  /// Resolves, checks, connects and reads; the addresses of a host are tried one after the other.
  private func visit(
    _ journey: Journey, for request: Request, credentials: String?, limit: Duration
  ) async -> Result<Exchange.Answer, FetchError> {
    let deadline = NIODeadline.now() + .nanoseconds(limit.inNanoseconds)
    let url = journey.url
    guard let host = url.host else {
      return .failure(.notAnAddress(journey.text, why: "has no host"))
    }
    var failure = FetchError.nameNotFound(journey.text, host: host.description)
    do {
      let addresses = try await resolved(host, at: journey.text)
      try journey.check(addresses)
      let exchange = Exchange(
        url: url, headers: headers(for: request, on: journey, credentials: credentials),
        form: request.form, formType: request.formType, settings: settings,
        cutsAt: request.purpose == .robots ? Robots.sizeLimit : nil,
        unpacksUndeclared: request.purpose != .picture)
      for address in addresses.prefix(3) {
        let key = Connections.Key(host: clientHost(host), address: address)
        guard let client = await connections.lease(key) else {
          return .failure(.closed(journey.text))
        }
        do {
          let answer = try await exchange.run(on: client, deadline: deadline)
          await connections.release(key)
          return .success(answer)
        } catch {
          await connections.release(key)
          failure = error
          guard case .notConnected = error else { break }
        }
      }
    } catch {
      return .failure(error)
    }
    return .failure(failure)
  }

  private func resolved(_ host: WebHost, at url: String) async throws(FetchError) -> [IPAddress] {
    do {
      return try await resolver.addresses(of: host)
    } catch .notFound {
      throw .nameNotFound(url, host: host.description)
    } catch .cancelled {
      throw .cancelled(url)
    } catch .closed {
      throw .closed(url)
    } catch .unanswered {
      throw .notConnected(url, why: "the name service does not answer for \(host)")
    } catch {
      throw .notConnected(url, why: "too many names are being looked up")
    }
  }

  /// The host as the client's own reading of the URL has it: addresses without brackets.
  private func clientHost(_ host: WebHost) -> String {
    if case .address(let address) = host { address.description } else { host.description }
  }

  private func headers(
    for request: Request, on journey: Journey, credentials: String?
  ) -> [(name: String, value: String)] {
    let ownName = request.headers.first { $0.name.lowercased() == "user-agent" }?.value
    var headers = [
      ("User-Agent", ownName ?? settings.userAgent),
      ("Accept", request.accept ?? request.purpose.accept),
      ("Accept-Encoding", "gzip, br, zstd, deflate"),
    ]
    if let etag = request.etag { headers.append(("If-None-Match", etag)) }
    if let date = request.lastModified { headers.append(("If-Modified-Since", date)) }
    if let credentials, !journey.hasLeftHost { headers.append(("Authorization", credentials)) }
    for (name, value) in request.headers {
      let name = name.lowercased()
      let isOurs = [
        "host", "connection", "content-length", "transfer-encoding", "te", "upgrade", "trailer",
        "proxy-authorization", "proxy-connection", "keep-alive", "expect", "accept-encoding",
        "user-agent", "content-type",
      ].contains(name)
      // What was given for one host may be a secret, whatever it is called.
      guard !isOurs, !journey.hasLeftHost else { continue }
      headers.append((name, value))
    }
    // Control characters would end the line and begin another.
    return headers.filter { pair in
      pair.1.utf8.allSatisfy { $0 >= 32 && $0 != 127 || $0 == 9 } && !pair.0.isEmpty
        && pair.0.utf8.allSatisfy { $0 > 32 && $0 < 127 && $0 != UInt8(ascii: ":") }
    }
  }

  /// User name and password of a URL as a header of the basic scheme (RFC 7617).
  private static func credentials(of text: String) -> String? {
    guard let url = WebURL(text), !url.username.isEmpty || !url.password.isEmpty else { return nil }
    let user = PercentEncoding.decode(Array(url.username.utf8)[...])
    let password = PercentEncoding.decode(Array(url.password.utf8)[...])
    return "Basic " + Data(user + [UInt8(ascii: ":")] + password).base64EncodedString()
  }

  private func response(
    _ answer: Exchange.Answer, after journey: Journey, to request: Request
  ) throws(FetchError) -> Response {
    let now = Int64(Date().timeIntervalSince1970)
    let retryAfter = answer.values("retry-after").first.flatMap {
      HTTPDate.retryAfter($0, now: now)
    }
    let hasValidators = request.etag != nil || request.lastModified != nil
    let url = journey.text
    switch answer.status {
    case 200...299 where request.purpose == .hub: break
    case 200, 203:
      guard !answer.body.isEmpty || request.purpose == .robots else { throw .empty(url) }
    case 304 where hasValidators: break
    case 204, 205: throw .empty(url)
    case 410: throw .gone(url)
    case 429, 503: throw .busy(url, status: answer.status, retryAfterSeconds: retryAfter)
    default: throw .refused(url, status: answer.status)
    }
    return Response(
      finalURL: url, status: answer.status, headers: answer.headers, body: answer.body,
      wireBytes: answer.wireBytes, notModified: answer.status == 304,
      redirects: journey.redirects, movedPermanentlyTo: journey.movedPermanentlyTo,
      retryAfterSeconds: retryAfter, fetchedAt: now, httpVersion: answer.httpVersion)
  }

  /// Runs the work until a limit of time; what takes longer is called off.
  private func within(
    _ limit: Duration, url: String,
    work: @escaping @Sendable () async -> Result<Exchange.Answer, FetchError>
  ) async -> Result<Exchange.Answer, FetchError> {
    let seconds = Int(clamping: settings.totalDeadline.components.seconds)
    return await withTaskGroup(of: Result<Exchange.Answer, FetchError>?.self) { group in
      group.addTask { await work() }
      group.addTask {
        try? await Task.sleep(for: limit, clock: .continuous)
        return nil
      }
      let first = await group.next() ?? nil
      group.cancelAll()
      guard !Task.isCancelled else { return .failure(.cancelled(url)) }
      return first ?? .failure(.timedOut(url, seconds: seconds))
    }
  }
}

// Manners.
extension Fetcher {
  /// Asks the host's robots.txt, and says how far apart its requests shall be.
  private func permission(
    for request: Request, at url: WebURL
  ) async throws(FetchError) -> Duration {
    let spacing = isLoopback(url) ? settings.loopbackSpacing : settings.spacing
    guard request.obeysRobots, request.purpose != .robots,
      request.purpose != .feed || settings.obeysRobotsForFeeds
    else { return spacing }
    let rules = await robots.rules(of: url.origin) { address in
      do throws(FetchError) {
        return .success(try await self.fetch(Request(url: address, purpose: .robots)))
      } catch {
        return .failure(error)
      }
    }
    let text = url.bare.description
    switch rules {
    case .read(let robots):
      guard robots.allows(path: url.target, agent: settings.robotsAgent) else {
        throw .forbiddenByRobots(text)
      }
      guard let delay = robots.crawlDelay(agent: settings.robotsAgent) else { return spacing }
      return max(spacing, .milliseconds(Int(min(delay, 60) * 1000)))
    case .failed(.nameNotFound(_, let host)): throw .nameNotFound(text, host: host)
    case .failed(.notConnected(_, let why)): throw .notConnected(text, why: why)
    case .failed(.forbiddenAddress(_, let why)): throw .forbiddenAddress(text, why: why)
    case .failed(.closed): throw .closed(text)
    case .failed(.cancelled): throw .cancelled(text)
    case .failed(let error):
      // A feed was subscribed to by name; a broken robots.txt does not end the subscription.
      guard request.purpose != .feed else { return spacing }
      throw .robotsUnavailable(text, why: error.description)
    }
  }

  private func isLoopback(_ url: WebURL) -> Bool {
    if case .address(let address) = url.host { return SpecialRanges.isLoopback(address) }
    return false
  }

  /// Hosts queue by name; loopback hosts, which are told apart by their ports, by both.
  private func queueName(_ url: WebURL) -> String {
    let host = url.host?.description ?? ""
    return isLoopback(url) ? "\(host):\(url.effectivePort)" : host
  }
}
