package import Evidence
package import Hypertext
package import Press

/// A person, place or organisation: what they say, and where they are named.
package struct NamePage: Sendable {
  package var edition: Edition
  package var member: CastMember
  /// What the person said, newest first.
  package var claims: [Claim]
  package var stories: [StoryTeaser]
  /// Newest first.
  package var articles: [ArticleTeaser]
  /// Names of the outlets in the claims.
  package var outlets: [Outlet]

  package init(
    edition: Edition, member: CastMember, claims: [Claim] = [], stories: [StoryTeaser] = [],
    articles: [ArticleTeaser] = [], outlets: [Outlet] = []
  ) {
    self.edition = edition
    self.member = member
    self.claims = claims
    self.stories = stories
    self.articles = articles
    self.outlets = outlets
  }

  package var html: HTML {
    edition.page(place: .name(member.key), head: PageHead(title: ""), main: "")
  }
}
