/// How the fetcher behaves; the defaults are those of the threat model (T1–T3).
package struct FetchSettings: Sendable {
  package var guardSettings = GuardSettings()
  /// Who we say we are, with an address where outlets find out more.
  package var userAgent = "Presseschau/0.1 (+https://presseschau.example/bot)"
  /// The name by which robots.txt speaks to us.
  package var robotsAgent = "Presseschau"

  package var totalDeadline: Duration = .seconds(20)
  package var connectDeadline: Duration = .seconds(10)
  /// Bytes of a body after unpacking, and of one that is not packed.
  package var bodyLimit = 10 << 20
  /// Bytes of a packed body before unpacking.
  package var packedLimit = 4 << 20
  package var headerLimit = 64 << 10
  package var redirectLimit = 5

  /// Requests at a time to one host.
  package var perHost = 2
  /// Time between the starts of two requests to one host.
  package var spacing: Duration = .seconds(1)
  /// The same for loopback hosts, which are ours: the sample press.
  package var loopbackSpacing: Duration = .zero
  /// Requests at a time to all hosts; each may hold `bodyLimit` bytes.
  package var inAll = 24
  /// Whether feeds, too, are asked for only where robots.txt allows it.
  package var obeysRobotsForFeeds = true
  /// Seconds for which a robots.txt is kept.
  package var robotsLifetime: Duration = .seconds(24 * 3600)
  /// Names with addresses of their own, as in /etc/hosts; the guard checks them all the same.
  package var hosts: [String: [String]] = [:]

  /// Files with certificates in PEM that are trusted beside those of the system: a company's own
  /// authority, or that of a test.
  package var trustedCertificates: [String] = []
  /// Whether HTTP/2 is used where a server offers it.
  package var usesHTTP2 = true
  /// The clock that spacing and the life of a robots.txt go by.
  package var clock = FetchClock.continuous

  package init() {}
}
