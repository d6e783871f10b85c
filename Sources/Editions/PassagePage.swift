package import Hypertext
package import Press

/// One sentence of one version of an article, and what has become of it.
package struct PassagePage: Sendable {
  /// What has become of the sentence.
  package enum State: Sendable, Hashable {
    /// The newest version still has it.
    case unchanged
    /// The newest version has another one in its place, or none.
    case changed(on: PressDate?, now: String?)
    /// The article is no longer kept.
    case gone
  }

  package var edition: Edition
  /// The article; nil where it is gone.
  package var article: ArticleTeaser?
  package var version: Int
  /// The paragraph's anchor in the newest version.
  package var anchor: Int?
  /// The sentence, verbatim; nil where it is gone.
  package var words: String?
  /// The sentences before and after, verbatim.
  package var before: String?
  package var after: String?
  package var state: State
  /// The article's own address.
  package var url: String?
  package var place: Address.Place

  package init(
    edition: Edition, place: Address.Place, article: ArticleTeaser?, version: Int = 1,
    anchor: Int? = nil, words: String?, before: String? = nil, after: String? = nil, state: State,
    url: String? = nil
  ) {
    self.edition = edition
    self.place = place
    self.article = article
    self.version = version
    self.anchor = anchor
    self.words = words
    self.before = before
    self.after = after
    self.state = state
    self.url = url
  }

  package var html: HTML { edition.page(place: place, head: PageHead(title: ""), main: "") }
}
