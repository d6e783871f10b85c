package import Evidence
package import Hypertext
package import Press

/// An article, clean, with the evidence of its story in the margin.
package struct ArticlePage: Sendable {
  package var edition: Edition
  package var article: Article
  /// The sentences that tell most of it, verbatim; see `KeyPoints.ofArticle`.
  package var keyPoints: [Citation]
  /// The evidence of the article's story, from which the margin's notes are taken.
  package var dossier: Dossier
  /// Names of the outlets in the dossier.
  package var outlets: [Outlet]
  package var story: StoryTeaser?
  /// Other articles of the story.
  package var related: [ArticleTeaser]
  /// How much of the text may be shown; less than all leaves the cited sentences.
  package var rights: Source.Rights
  /// The article this one is a copy of.
  package var original: ArticleTeaser?
  /// Paths of pictures on our own server by the address the article gives.
  package var pictures: [String: String]

  package init(
    edition: Edition, article: Article, keyPoints: [Citation] = [], dossier: Dossier = Dossier(),
    outlets: [Outlet] = [], story: StoryTeaser? = nil, related: [ArticleTeaser] = [],
    rights: Source.Rights = .full, original: ArticleTeaser? = nil, pictures: [String: String] = [:]
  ) {
    self.edition = edition
    self.article = article
    self.keyPoints = keyPoints
    self.dossier = dossier
    self.outlets = outlets
    self.story = story
    self.related = related
    self.rights = rights
    self.original = original
    self.pictures = pictures
  }

  package var html: HTML {
    edition.page(place: .article(article.id, anchor: nil), title: "", main: "")
  }
}
