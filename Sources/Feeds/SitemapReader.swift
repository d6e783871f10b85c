package import Press

/// Reads sitemaps, with Google's news extension.
package enum SitemapReader {
  /// What a sitemap holds.
  package enum Sitemap: Sendable, Hashable {
    /// Addresses of further sitemaps.
    case index([String])
    /// Pages; title and date come from `news:news`, else the title is empty.
    case urls([Entry])
  }

  /// Reads a sitemap, a sitemap index, or a plain list of addresses.
  package static func read(_ bytes: [UInt8]) throws(FeedError) -> Sitemap { .urls([]) }
}
