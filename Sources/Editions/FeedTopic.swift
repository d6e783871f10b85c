package import Evidence
package import Press
package import Stories

/// What one of our feeds tells of.
package enum FeedTopic: Sendable, Hashable {
  case front
  case section(Section)
  case story(Story.ID)
  /// A person, place or organisation by the key of its name.
  case name(String)
  case outlet(Outlet.ID)
  /// A quantity followed through its saga.
  case quantity(Quantity.Anchor)
  case search(String)

  /// The topic below a first part of a path.
  init?(kind: String, id: String) {
    switch kind {
    case "story": self = .story(id)
    case "name": self = .name(id)
    case "outlet": self = .outlet(id)
    case "quantity":
      guard let anchor = Quantity.Anchor(segment: id) else { return nil }
      self = .quantity(anchor)
    default: return nil
    }
  }

  /// The page that shows what the feed announces.
  var page: Address.Place {
    switch self {
    case .front: .front
    case .section(let section): .section(section)
    case .story(let id): .story(id)
    case .name(let key): .name(key)
    case .outlet(let id): .outlet(id)
    case .quantity(let anchor): .quantity(anchor)
    case .search(let query): .search(query: query, page: 1)
    }
  }
}

/// The forms in which a feed is given out.
package enum FeedFormat: String, Sendable, Hashable, CaseIterable {
  /// RFC 4287
  case atom
  /// RSS 2.0
  case rss
  /// JSON Feed 1.1
  case json

  /// The format of `feed.atom`, `feed.rss` or `feed.json`.
  init?(file: String) {
    guard let format = Self.allCases.first(where: { "feed.\($0.rawValue)" == file }) else {
      return nil
    }
    self = format
  }

  package var mediaType: String {
    switch self {
    case .atom: "application/atom+xml"
    case .rss: "application/rss+xml"
    case .json: "application/feed+json"
    }
  }
}

/// Lists of our pages for search machines (sitemaps.org, Google News sitemaps).
package enum Sitemap: String, Sendable, Hashable, CaseIterable {
  /// The list of lists.
  case index = "sitemap"
  /// Stories of the last two days.
  case news = "sitemap-news"
  /// Fronts, days and the newest stories.
  case pages = "sitemap-pages"
}
