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
  /// Parts of live blogs and newsletters that tell of the event, in the order they were laid to it.
  package var attachments: [Attachment]

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

  /// A part of an article that tells one thing after the other, a live blog or a newsletter, which
  /// tells of this event. It is no member: it counts for nothing and lays nothing together.
  package struct Attachment: Sendable, Hashable, Codable {
    package var article: Article.ID
    /// Its first and last paragraph, by their anchors (`ArticleText.Paragraph`).
    package var anchors: ClosedRange<Int>
    /// Why it is here, as with a member.
    package var because: String

    package init(article: Article.ID, anchors: ClosedRange<Int>, because: String) {
      self.article = article
      self.anchors = anchors
      self.because = because
    }
  }

  package init(
    id: String, saga: String, section: Section? = nil, members: [Member],
    attachments: [Attachment] = []
  ) {
    self.id = id
    self.saga = saga
    self.section = section
    self.members = members
    self.attachments = attachments
  }

  private enum Key: String, CodingKey { case id, saga, section, members, attachments }

  package init(from decoder: any Decoder) throws {
    let story = try decoder.container(keyedBy: Key.self)
    id = try story.decode(String.self, forKey: .id)
    saga = try story.decode(String.self, forKey: .saga)
    section = try story.decodeIfPresent(Section.self, forKey: .section)
    members = try story.decode([Member].self, forKey: .members)
    // Stories kept before there were any have none.
    attachments = try story.decodeIfPresent([Attachment].self, forKey: .attachments) ?? []
  }

  package func encode(to encoder: any Encoder) throws {
    var story = encoder.container(keyedBy: Key.self)
    try story.encode(id, forKey: .id)
    try story.encode(saga, forKey: .saga)
    try story.encodeIfPresent(section, forKey: .section)
    try story.encode(members, forKey: .members)
    if !attachments.isEmpty { try story.encode(attachments, forKey: .attachments) }
  }

  /// Articles that are no copies: "12 Artikel, 4 eigenständig".
  package var independentCount: Int { members.count { $0.copyOf == nil } }
}
