/// Why a source, or a page of it, could not be read: the fact alone, so that it can be said in any
/// language.
public struct SourceFault: Sendable, Hashable, Codable, Error {
  public enum Kind: String, Sendable, Codable, CaseIterable {
    /// The text entered is no address of the web.
    case notAnAddress
    /// It leads into a network that sources must not reach.
    case forbidden
    /// The host's robots.txt closes it to us; it could not be read.
    case robots, robotsUnavailable
    case nameNotFound, notConnected, untrustedCertificate, timedOut
    /// The answer is not whole HTTP, too large, packed so that it cannot be read, or empty.
    case broken, tooLarge, badPacking, empty
    /// Redirects lead nowhere.
    case redirects
    /// 410, 401 or 402 or 403, 404, 429 or 503, any other status.
    case gone, denied, notFound, busy, refused
    /// It is something else than a feed, a sitemap or a page with articles.
    case notAFeed, nothingFound
    /// A wall stands before the page.
    case consentWall, paywall, blocked
    case noArticle
    /// What was sent by a form: a pack that there is not, a list without feeds, a file too large,
    /// a page open too long, nothing at all, a selector that cannot be read.
    case noSuchPack, emptyList, formTooLarge, formTooOld, nothingEntered, badSelector, badHeader
    case stopped, other
  }

  public var kind: Kind
  /// What it is about: an address, a name.
  public var subject: String
  /// A status, a limit in bytes, a number of seconds.
  public var number: Int?
  /// More, in the words of whoever found it.
  public var detail: String?

  public init(_ kind: Kind, _ subject: String = "", number: Int? = nil, detail: String? = nil) {
    self.kind = kind
    self.subject = subject
    self.number = number
    self.detail = detail
  }
}
