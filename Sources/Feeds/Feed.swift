package import Press

/// A feed as it was read: what it says of itself, and its entries.
package struct Feed: Sendable, Hashable {
  /// Plain text.
  package var title: String
  /// What the feed says it is about, as plain text.
  package var subtitle: String?
  /// The page the feed belongs to.
  package var home: String?
  package var language: Language?
  package var entries: [Entry]
  /// The WebSub hub that announces changes.
  package var hub: String?
  /// The address the feed gives as its own.
  package var selfURL: String?
  package var icon: String?
  package var rights: String?
  /// Minutes the feed asks not to be fetched again.
  package var ttl: Int?
  package var updated: PressDate?
  /// The next page of the same feed (RFC 5005).
  package var nextURL: String?
  /// What was wrong with the input and where; it was read all the same.
  package var problems: [String]
  /// `rss20`, `rss10`, `atom10`, `json11` … as feed readers name them; empty where unknown.
  package var version: String
  /// The encoding it came in.
  package var encoding: String

  package init(
    title: String = "", subtitle: String? = nil, home: String? = nil, language: Language? = nil,
    entries: [Entry] = [], hub: String? = nil, selfURL: String? = nil, icon: String? = nil,
    rights: String? = nil, ttl: Int? = nil, updated: PressDate? = nil, nextURL: String? = nil,
    problems: [String] = [], version: String = "", encoding: String = "utf-8"
  ) {
    self.title = title
    self.subtitle = subtitle
    self.home = home
    self.language = language
    self.entries = entries
    self.hub = hub
    self.selfURL = selfURL
    self.icon = icon
    self.rights = rights
    self.ttl = ttl
    self.updated = updated
    self.nextURL = nextURL
    self.problems = problems
    self.version = version
    self.encoding = encoding
  }
}

/// Why something could not be read as a feed.
package enum FeedError: Error, Hashable, Sendable, CustomStringConvertible {
  /// It is something else, which is named: "a web page", "empty", "an OPML list".
  case notAFeed(String)

  package var description: String {
    switch self {
    case .notAFeed(let what): "not a feed: this is \(what)"
    }
  }
}
