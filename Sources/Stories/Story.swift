package import Press

/// All reports of one event.
package struct Story: Sendable, Hashable, Codable, Identifiable {
  /// Stable from the first article on; letters and digits.
  package var id: String
  /// A story alone is its own saga.
  package var saga: String
  package var section: Section?
  /// In order of arrival.
  package var members: [Member]

  /// An article's place in its story.
  package struct Member: Sendable, Hashable, Codable {
    package var article: Article.ID
    /// The article this one is a copy or rewrite of.
    package var copyOf: Article.ID?
    /// The article of another outlet this one says it has its news from ("wie der Telegraph
    /// berichtet"), where that is in the story.
    package var citing: Article.ID?
    /// Why the article is here, in fixed terms with their values: `names=3 numbers=1 cosine=.41`.
    package var because: String

    package init(
      article: Article.ID, copyOf: Article.ID? = nil, citing: Article.ID? = nil, because: String
    ) {
      self.article = article
      self.copyOf = copyOf
      self.citing = citing
      self.because = because
    }
  }

  package init(id: String, saga: String, section: Section? = nil, members: [Member]) {
    self.id = id
    self.saga = saga
    self.section = section
    self.members = members
  }

  /// Articles that are no copies: "12 Artikel, 4 eigenständig".
  package var independentCount: Int { members.count { $0.copyOf == nil } }
}
