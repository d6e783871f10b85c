import Press

/// What an account wants done with entries as they arrive.
package struct ReadingRule: Sendable, Hashable, Identifiable {
  package enum Field: String, Sendable, CaseIterable { case title, text, author, tag, section }
  package enum Action: String, Sendable, CaseIterable { case hide, read, star, notify }

  package var id: Int64
  /// Only entries of this feed.
  package var feed: Int64?
  package var field: Field
  /// The words looked for; upper and lower case are the same.
  package var pattern: String
  package var action: Action

  package init(id: Int64 = 0, feed: Int64? = nil, field: Field, pattern: String, action: Action) {
    self.id = id
    self.feed = feed
    self.field = field
    self.pattern = pattern
    self.action = action
  }

  /// Whether the rule looks deeper than what lists show.
  var needsArticle: Bool { field == .text || field == .author || field == .tag }

  /// Whether an entry is meant. The search is linear: a pattern is words, never an expression.
  func matches(headline: String, section: String?, article: Article?) -> Bool {
    switch field {
    case .title: holds(headline)
    case .section: section.map { $0.lowercased() == pattern.lowercased() } ?? false
    case .text: article.map { holds($0.body.string) } ?? false
    case .author: article?.bylines.contains { holds($0.name) } ?? false
    case .tag: article?.tags.contains { holds($0) } ?? false
    }
  }

  private func holds(_ text: String) -> Bool {
    !pattern.isEmpty && text.lowercased().contains(pattern.lowercased())
  }
}

/// A question an account asks again and again.
package struct SavedSearch: Sendable, Hashable, Identifiable {
  package var id: Int64
  package var title: String
  package var query: String
}
