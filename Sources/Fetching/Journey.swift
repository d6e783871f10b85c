/// The way of a request from the address it was given to the one that answers: every stop is
/// checked by the guard, and it ends after a few redirects.
package struct Journey: Sendable {
  package private(set) var url: WebURL
  package private(set) var redirects: [(status: Int, location: String)] = []
  /// Where to ask from now on: the last stop all redirects to which were permanent.
  package private(set) var movedPermanentlyTo: String?
  /// Whether what was meant for the first host alone must no longer be sent.
  package private(set) var hasLeftHost = false

  private let guardian: AddressGuard
  private let limit: Int
  private var visited: Set<String>
  private var isPermanent = true

  package init(
    to text: String, guardian: AddressGuard, redirectLimit: Int = 5
  ) throws(FetchError) {
    guard let url = WebURL(text) else {
      throw .notAnAddress(text, why: "is no URL")
    }
    self.url = url
    self.guardian = guardian
    limit = redirectLimit
    visited = [url.bare.description]
    try check(guardian.verdict(url: url))
  }

  /// Checks all addresses the name of this stop resolves to; one bad one closes it.
  package func check(_ addresses: [IPAddress]) throws(FetchError) {
    for address in addresses {
      try check(guardian.verdict(address: address, port: url.effectivePort))
    }
  }

  /// The same for addresses as text, with what is none counting as bad.
  package func check(answers: [String]) throws(FetchError) {
    var addresses: [IPAddress] = []
    for answer in answers {
      guard let address = IPAddress(answer) else {
        throw .forbiddenAddress(text, why: "its name has the answer \(answer)")
      }
      addresses.append(address)
    }
    try check(addresses)
  }

  /// Goes on to where a redirect leads, if that may be asked.
  package mutating func follow(status: Int, locations: [String]) throws(FetchError) {
    let from = text
    guard redirects.count < limit else { throw .tooManyRedirects(from, limit: limit) }
    guard let location = locations.first else { throw .badRedirect(from, why: "it names none") }
    guard locations.allSatisfy({ $0 == location }) else {
      throw .badRedirect(from, why: "it names several")
    }
    guard location.utf8.count <= 8192, let next = WebURL(location, relativeTo: url) else {
      throw .badRedirect(from, why: "it names no URL")
    }
    guard visited.insert(next.bare.description).inserted else {
      throw .badRedirect(from, why: "it turns in a circle")
    }
    hasLeftHost = hasLeftHost || next.origin != url.origin
    url = next.bare
    redirects.append((status, text))
    isPermanent = isPermanent && (status == 301 || status == 308)
    if isPermanent { movedPermanentlyTo = text }
    try check(guardian.verdict(url: url))
  }

  package var text: String { url.bare.description }

  /// What becomes of a URL whose name has these answers, look-up by look-up, and which redirects
  /// so; nothing is sent. Without answers a public address is taken.
  package static func verdict(
    on input: String, answers: [[String]], chain: [(status: Int, location: String)],
    guardian: AddressGuard
  ) -> Verdict {
    do {
      var journey = try Journey(to: input, guardian: guardian)
      for answer in answers { try journey.check(answers: answer) }
      for stop in chain {
        do {
          try journey.follow(status: stop.status, locations: [stop.location])
        } catch {
          return .block("redirect: \(error.reason)")
        }
      }
      return .allow
    } catch {
      if case .notAnAddress = error { return .reject(error.reason) }
      return .block(error.reason)
    }
  }

  private func check(_ verdict: Verdict) throws(FetchError) {
    switch verdict {
    case .allow: return
    case .block(let why): throw .forbiddenAddress(text, why: why)
    case .reject(let why): throw .notAnAddress(text, why: why)
    }
  }
}

extension FetchError {
  /// What was wrong, without the place and the remedy.
  fileprivate var reason: String {
    switch self {
    case .notAnAddress(_, let why), .forbiddenAddress(_, let why), .badRedirect(_, let why): why
    default: description
    }
  }
}
