package import Press

/// Which of an account's items are asked for, and in what order.
package struct ItemQuery: Sendable, Hashable {
  package enum Stream: Sendable, Hashable {
    case everything
    case feed(Int64)
    case folder(Folder.ID)
    case story(String)
    case starred
    case noticed
    /// Entries of the stories an account follows.
    case followed
    /// What was read, as it was read.
    case history
  }
  package enum Order: Sendable, Hashable { case arrival, publication, id }

  package var stream: Stream
  /// Only read or only unread items.
  package var isRead: Bool?
  package var isStarred: Bool?
  /// Whether entries that stand for whole stories are left out.
  package var leavesStoriesOut = false
  package var order = Order.arrival
  package var isAscending = false
  package var limit = 50
  package var offset = 0
  /// Where the last answer ended.
  package var cursor: ItemCursor?
  /// Arrived or changed at this time or later; before it.
  package var arrivedSince: Int64?
  package var arrivedBefore: Int64?
  package var publishedSince: Int64?
  package var publishedBefore: Int64?
  package var idsAfter: Int64?
  package var idsBefore: Int64?
  /// Only items of these articles.
  package var articles: [Article.ID]?

  package init(_ stream: Stream, isRead: Bool? = nil) {
    self.stream = stream
    self.isRead = isRead
  }
}

/// A place in a list of items.
package struct ItemCursor: Sendable, Hashable {
  package var key: Int64
  package var id: Int64

  package init(key: Int64, id: Int64) {
    self.key = key
    self.id = id
  }

  /// Reads `key-id`.
  package init?(_ text: String) {
    let parts = text.split(separator: "-")
    guard parts.count == 2, let key = Int64(parts[0]), let id = Int64(parts[1]) else { return nil }
    self.init(key: key, id: id)
  }

  package var text: String { "\(key)-\(id)" }
}

/// An item's number and times.
package struct ItemRef: Sendable, Hashable, Identifiable {
  package var id: Int64
  package var feed: Int64
  package var publishedAt: Int64
  package var touchedAt: Int64

  /// The place after it in a list of an order.
  package func cursor(_ order: ItemQuery.Order) -> ItemCursor {
    let key =
      switch order {
      case .arrival: touchedAt
      case .publication: publishedAt
      case .id: id
      }
    return ItemCursor(key: key, id: id)
  }
}

/// An item as an account sees it, without its text.
package struct ItemHeading: Sendable, Hashable, Identifiable {
  package var id: Int64
  package var feed: Int64
  /// Nil for an entry that stands for a whole story.
  package var article: Article.ID?
  package var story: String?
  package var isStory: Bool
  package var headline: String
  package var outlet: Outlet.ID
  package var url: String?
  package var language: Language
  package var section: Section?
  package var copyOf: Article.ID?
  package var copyKey: String?
  package var publishedAt: Int64
  package var touchedAt: Int64
  package var isUnread: Bool
  package var starredAt: Int64?
  package var readAt: Int64?
  /// The paragraph somebody had come to.
  package var position: Int?
}
