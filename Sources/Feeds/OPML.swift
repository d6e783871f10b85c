/// Lists of subscriptions (OPML 1.0 and 2.0).
package enum OPML {
  /// A feed in a list.
  package struct Subscription: Sendable, Hashable {
    package var title: String
    /// Address of the feed.
    package var url: String
    /// Address of the page, if given.
    package var home: String?
    /// Folders from the outside in.
    package var category: [String]

    package init(title: String, url: String, home: String? = nil, category: [String] = []) {
      self.title = title
      self.url = url
      self.home = home
      self.category = category
    }
  }

  /// Reads a list; outlines without an address are folders.
  package static func read(_ bytes: [UInt8]) throws(FeedError) -> [Subscription] { [] }

  /// Writes a list.
  package static func write(_ subscriptions: [Subscription], title: String = "Presseschau")
    -> [UInt8]
  { [] }
}
