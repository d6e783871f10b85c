package import Evidence
package import Hypertext
package import Press
package import Stories

/// A story with its evidence side by side.
package struct StoryPage: Sendable {
  package var edition: Edition
  /// Headline, standfirst and counts, as the fronts show them.
  package var teaser: StoryTeaser
  package var story: Story
  /// The member articles, in any order.
  package var articles: [Article]
  package var dossier: Dossier
  /// Other stories of the same saga, newest first.
  package var saga: [StoryTeaser]

  package init(
    edition: Edition, teaser: StoryTeaser, story: Story, articles: [Article], dossier: Dossier,
    saga: [StoryTeaser] = []
  ) {
    self.edition = edition
    self.teaser = teaser
    self.story = story
    self.articles = articles
    self.dossier = dossier
    self.saga = saga
  }

  package var html: HTML { edition.page(place: .story(story.id), title: "", main: "") }
}
