/// Why something could not be fetched. Every case names the URL it happened at.
package enum FetchError: Error, Equatable, CustomStringConvertible {
  /// What the guard says no to.
  case notAnAddress(String, why: String)
  case forbiddenAddress(String, why: String)
  case forbiddenByRobots(String)
  /// The host's robots.txt could not be read, and until it can no page is asked for.
  case robotsUnavailable(String, why: String)
  case nameNotFound(String, host: String)
  case notConnected(String, why: String)
  /// Its certificate is not signed by anyone we trust, or is for another name, or has run out.
  case untrustedCertificate(String)
  case timedOut(String, seconds: Int)
  /// The answer breaks HTTP, or the connection broke off in it.
  case brokenAnswer(String, why: String)
  case tooLarge(String, limit: Int)
  case headersTooLarge(String, limit: Int)
  case badCoding(String, why: String)
  case tooManyRedirects(String, limit: Int)
  case badRedirect(String, why: String)
  /// Status 410: the source has ended for good.
  case gone(String)
  /// Status 429 or 503, or any other that asks to come back later.
  case busy(String, status: Int, retryAfterSeconds: Int?)
  /// Any other status than 2xx and 304.
  case refused(String, status: Int)
  /// An answer of status 2xx without a body where one is needed.
  case empty(String)
  case cancelled(String)
  /// The fetcher was shut down.
  case closed(String)

  package var url: String {
    switch self {
    case .notAnAddress(let url, _), .forbiddenAddress(let url, _), .forbiddenByRobots(let url),
      .robotsUnavailable(let url, _), .nameNotFound(let url, _), .notConnected(let url, _),
      .timedOut(let url, _), .brokenAnswer(let url, _), .tooLarge(let url, _),
      .headersTooLarge(let url, _), .badCoding(let url, _), .tooManyRedirects(let url, _),
      .badRedirect(let url, _), .gone(let url), .busy(let url, _, _), .refused(let url, _),
      .empty(let url), .cancelled(let url), .closed(let url), .untrustedCertificate(let url):
      url
    }
  }

  /// Whether asking again later may help; the others need a person.
  package var isTransient: Bool {
    switch self {
    case .notAnAddress, .forbiddenAddress, .forbiddenByRobots, .gone, .tooManyRedirects,
      .badRedirect:
      false
    case .refused(_, let status): status >= 500 || status == 408 || status == 425
    default: true
    }
  }

  /// How long the server wants to be left alone.
  package var retryAfterSeconds: Int? {
    if case .busy(_, _, let seconds) = self { seconds } else { nil }
  }

  /// One sentence: what, where, and what can be done.
  package var description: String {
    switch self {
    case .notAnAddress(let url, let why):
      "\(url) cannot be fetched: it \(why); give an address that begins with http:// or https://."
    case .forbiddenAddress(let url, let why):
      "\(url) is not fetched because it leads into a network that sources must not reach"
        + " (\(why)); use its public address."
    case .forbiddenByRobots(let url):
      "\(url) is closed to us by the robots.txt of its host; ask the outlet, or take another of its addresses."
    case .robotsUnavailable(let url, let why):
      "\(url) is not fetched because the robots.txt of its host could not be read (\(why));"
        + " it is tried again later."
    case .nameNotFound(let url, let host):
      "\(url) cannot be fetched: no address is known for \(host); check the spelling."
    case .notConnected(let url, let why):
      "\(url) cannot be reached (\(why)); it is tried again later."
    case .untrustedCertificate(let url):
      "\(url) is not read because its certificate is not trusted; it is tried again later."
    case .timedOut(let url, let seconds):
      "\(url) took longer than \(seconds) s; it is tried again later."
    case .brokenAnswer(let url, let why):
      "\(url) answered with something that is not whole HTTP (\(why)); it is tried again later."
    case .tooLarge(let url, let limit):
      "\(url) is larger than the \(limit) bytes that are read; look for a smaller feed."
    case .headersTooLarge(let url, let limit):
      "\(url) sent more than \(limit) bytes of header fields; tell the outlet."
    case .badCoding(let url, let why):
      "\(url) is packed in a way that cannot be read (\(why)); tell the outlet."
    case .tooManyRedirects(let url, let limit):
      "\(url) redirects more than \(limit) times; look up the address it means."
    case .badRedirect(let url, let why):
      "\(url) redirects to nowhere (\(why)); look up the address it means."
    case .gone(let url): "\(url) is gone for good (410); remove the source."
    case .busy(let url, let status, let seconds):
      "\(url) wants to be left alone (status \(status)"
        + (seconds.map { ", for \($0) s" } ?? "") + "); it is tried again later."
    case .refused(let url, let status) where status >= 500:
      "\(url) answered with status \(status), a fault of the server; it is tried again later."
    case .refused(let url, let status):
      "\(url) answered with status \(status); open it in a browser and check the address."
    case .empty(let url): "\(url) answered without any content; it is tried again later."
    case .cancelled(let url): "\(url) was given up because the work was stopped."
    case .closed(let url): "\(url) was not fetched because the program is stopping."
    }
  }
}
