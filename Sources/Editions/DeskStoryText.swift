package import Evidence
package import Hypertext
import Press
package import Stories

/// A story as one entry: what is new in it, verbatim, then what matters most and who reports it.
package struct StoryText: Sendable {
  package var story: Story
  package var summary: StoryTeaser
  package var dossier: Dossier
  /// The sentences that are new, in the order in which they came.
  package var fresh: [Citation]
  package var articles: [ArticleTeaser]
  package var language: EditionLanguage
  /// Our own address, without a slash at its end.
  package var base: String

  package init(
    story: Story, summary: StoryTeaser, dossier: Dossier, fresh: [Citation],
    articles: [ArticleTeaser], language: EditionLanguage, base: String
  ) {
    self.story = story
    self.summary = summary
    self.dossier = dossier
    self.fresh = fresh
    self.articles = articles
    self.language = language
    self.base = base
  }

  private var words: DeskWords { _read { yield language.deskWording } }

  package var html: HTML {
    let told = Set(fresh.map(\.passage.sentence))
    let points = dossier.keyPoints.map(\.citation).filter { !told.contains($0.passage.sentence) }
    let copies = Set(story.members.filter { $0.copyOf != nil }.map(\.article))
    let own = articles.filter { !copies.contains($0.id) }
    return """
      \(fresh.isEmpty ? nil : list(words.newInIt, fresh))\
      \(points.isEmpty ? nil : list(language.wording.story.keyPoints, Array(points.prefix(5))))\
      <h3>\(language.wording.story.sources)</h3>
      <ul>\(own.suffix(20).reversed(), report)</ul>
      \(copies.isEmpty ? nil : "<p>\(words.copies(copies.count))</p>" as HTML)\
      <p><a href="\(url: path(.story(story.id)))">\(language.wording.front.readStory)</a></p>

      """
  }

  private func path(_ place: Address.Place) -> String { base + Address(place, in: language).path }

  private func list(_ title: String, _ citations: [Citation]) -> HTML {
    """
    <h3>\(title)</h3>
    <ul>\(citations, line)</ul>

    """
  }

  private func line(_ citation: Citation) -> HTML {
    let article = articles.first { $0.id == citation.passage.article }
    let address = path(
      .article(citation.passage.article, anchor: citation.passage.anchor))
    return """
      <li>\(Typography.set(citation.words, in: article?.language ?? .unknown)) \
      (<a href="\(url: address)">\(article?.outlet.name.visible ?? citation.outlet)</a>)</li>
      """
  }

  private func report(_ article: ArticleTeaser) -> HTML {
    """
    <li><a href="\(url: path(.article(article.id, anchor: nil)))">\
    \(Typography.set(article.headline, in: article.language))</a> \
    (\(article.outlet.name.visible ?? article.outlet.id))</li>
    """
  }
}
