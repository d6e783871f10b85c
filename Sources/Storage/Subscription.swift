package import Press

/// A feed that an account reads.
package struct Subscription: Sendable, Hashable, Identifiable {
  package enum Kind: String, Sendable {
    /// What a source brings.
    case source
    /// What came in by other ways, by outlet.
    case outlet
    /// One entry a story.
    case stories
  }

  /// The feed's number, the same for all accounts.
  package var id: Int64
  package var kind: Kind
  /// The source's address, or the outlet's id.
  package var key: String
  package var title: String
  package var outlet: Outlet.ID?
  /// The outlet's home page, if known.
  package var home: String?
  package var folder: Folder
  package var unreadCount: Int
  package var checkedAt: Int64?
  package var failures: Int
  package var lastError: String?
}

/// A reader's folder of feeds.
package struct Folder: Sendable, Hashable, Identifiable {
  package var id: Int64
  package var title: String

  package init(id: Int64, title: String) {
    self.id = id
    self.title = title
  }
}
