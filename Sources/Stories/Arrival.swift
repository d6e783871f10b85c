package import Languages
package import Press

/// An article as it comes to the story desk.
package struct Arrival: Sendable {
  package var id: Article.ID
  package var outlet: Outlet.ID
  package var language: Language
  /// When it was published, as exactly as that is known.
  package var published: PressDate?
  /// When we got it, in seconds since 1970 (UTC).
  package var arrived: Int64
  package var headline: String
  package var standfirst: String?
  /// The text evidence is read from; it begins with the standfirst, if there is one.
  package var body: ArticleText
  /// What one reading of the body found; the desk reads the body's bytes itself where it is nil.
  package var findings: Findings?
  package var url: String?
  package var canonicalURL: String?
  /// Categories of the feed entry, tags and breadcrumbs of the page.
  package var categories: [String]
  package var kind: PageKind

  package init(
    id: Article.ID, outlet: Outlet.ID, language: Language = .unknown, published: PressDate? = nil,
    arrived: Int64, headline: String, standfirst: String? = nil,
    body: ArticleText = ArticleText(plain: ""), findings: Findings? = nil, url: String? = nil,
    canonicalURL: String? = nil, categories: [String] = [], kind: PageKind = .article
  ) {
    self.id = id
    self.outlet = outlet
    self.language = language
    self.published = published
    self.arrived = arrived
    self.headline = headline
    self.standfirst = standfirst
    self.body = body
    self.findings = findings
    self.url = url
    self.canonicalURL = canonicalURL
    self.categories = categories
    self.kind = kind
  }

  /// What its outlet knows the article by, see `AddressMark`; the canonical address is asked first.
  func mark(_ outlet: UInt32) -> UInt64 {
    let canonical = canonicalURL.map { AddressMark.mark(of: $0, outlet: outlet) } ?? 0
    return canonical != 0 ? canonical : url.map { AddressMark.mark(of: $0, outlet: outlet) } ?? 0
  }

  /// The arrival of a clean article.
  package init(
    _ article: Article, arrived: Int64, findings: Findings? = nil, categories: [String] = []
  ) {
    self.init(
      id: article.id, outlet: article.outlet.id, language: article.language,
      published: article.published, arrived: arrived, headline: article.headline,
      standfirst: article.standfirst, body: article.body, findings: findings, url: article.url,
      canonicalURL: article.canonicalURL, categories: categories + article.tags,
      kind: article.kind)
  }
}

/// Where the desk has put an article, and what that changed.
package struct Placement: Sendable, Hashable {
  /// The article's story as it now is.
  package var story: Story
  /// Other stories that changed with it: split, merged, moved to another saga. A story that is
  /// gone comes without members.
  package var changed: [Story]
  /// The article this one is a copy or rewrite of.
  package var copyOf: Article.ID?
  package var section: Section?
  /// Why it is there, in fixed terms with their values: `cosine=.41 names=3`.
  package var because: String

  package init(
    story: Story, changed: [Story] = [], copyOf: Article.ID? = nil, section: Section? = nil,
    because: String
  ) {
    self.story = story
    self.changed = changed
    self.copyOf = copyOf
    self.section = section
    self.because = because
  }
}
