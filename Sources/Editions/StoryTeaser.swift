package import Evidence
package import Press
package import Stories

/// A story as fronts and lists show it.
package struct StoryTeaser: Sendable, Hashable, Identifiable {
  package var id: Story.ID
  /// The words of one member article.
  package var headline: String
  package var standfirst: String?
  /// A few words on the matter above the headline, from an article or a name all articles share.
  package var kicker: String?
  /// Who wrote headline and standfirst.
  package var headlineOutlet: Outlet
  /// The article they were taken from; a story of one article leads straight to it.
  package var headlineArticle: Article.ID?
  package var articleCount: Int
  /// Outlets with a text of their own.
  package var independentCount: Int
  /// All outlets of the story, the headline's first.
  package var outlets: [Outlet]
  package var newest: PressDate?
  package var section: Section?
  /// The headline's language.
  package var language: Language
  /// The figures that tell most, if the story has any that are compared.
  package var comparison: Comparison?
  /// Whether somebody says something in it.
  package var hasClaims: Bool

  package init(
    id: Story.ID, headline: String, standfirst: String? = nil, kicker: String? = nil,
    headlineOutlet: Outlet, headlineArticle: Article.ID? = nil, articleCount: Int = 1,
    independentCount: Int = 1, outlets: [Outlet] = [], newest: PressDate? = nil,
    section: Section? = nil, language: Language = .german, comparison: Comparison? = nil,
    hasClaims: Bool = true
  ) {
    self.hasClaims = hasClaims
    self.id = id
    self.headline = headline
    self.standfirst = standfirst
    self.kicker = kicker
    self.headlineOutlet = headlineOutlet
    self.headlineArticle = headlineArticle
    self.articleCount = articleCount
    self.independentCount = independentCount
    self.outlets = outlets
    self.newest = newest
    self.section = section
    self.language = language
    self.comparison = comparison
  }

  /// Where the headline leads.
  var place: Address.Place {
    if articleCount == 1, let headlineArticle { return .article(headlineArticle, anchor: nil) }
    return .story(id)
  }
}

/// An article as lists show it.
package struct ArticleTeaser: Sendable, Hashable, Identifiable {
  package var id: Article.ID
  package var headline: String
  package var standfirst: String?
  package var outlet: Outlet
  package var published: PressDate?
  package var section: Section?
  package var language: Language
  package var story: Story.ID?

  package init(
    id: Article.ID, headline: String, standfirst: String? = nil, outlet: Outlet,
    published: PressDate? = nil, section: Section? = nil, language: Language = .german,
    story: Story.ID? = nil
  ) {
    self.id = id
    self.headline = headline
    self.standfirst = standfirst
    self.outlet = outlet
    self.published = published
    self.section = section
    self.language = language
    self.story = story
  }

  package init(_ article: Article, story: Story.ID? = nil) {
    self.init(
      id: article.id, headline: article.headline, standfirst: article.standfirst,
      outlet: article.outlet, published: article.published, section: article.section,
      language: article.language, story: story)
  }
}

/// A quotation worth a place of its own on a front.
package struct Voice: Sendable, Hashable {
  package var claim: Claim
  /// What the speaker is, in words of the text.
  package var role: String?
  package var outlet: Outlet
  package var language: Language

  package init(claim: Claim, role: String? = nil, outlet: Outlet, language: Language = .german) {
    self.claim = claim
    self.role = role
    self.outlet = outlet
    self.language = language
  }
}
