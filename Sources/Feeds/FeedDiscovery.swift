/// Finds the feeds of a page.
package enum FeedDiscovery {
  /// A feed a page names, or an address where one may be.
  package struct Candidate: Sendable, Hashable {
    package var url: String
    package var title: String?
    /// Whether the page names it; otherwise it is a usual address worth a try.
    package var isNamed: Bool

    package init(url: String, title: String? = nil, isNamed: Bool) {
      self.url = url
      self.title = title
      self.isNamed = isNamed
    }
  }

  /// The feeds a page names, best first, then usual addresses on its host.
  package static func feeds(inPage html: [UInt8], url: String) -> [Candidate] { [] }
}
