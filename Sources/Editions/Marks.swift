import Evidence
import Hypertext
import Press

/// The small pieces that all pages are set from: outlet marks, dates, verbatim words.
struct Marks: Sendable {
  var edition: Edition
  var palette: Palette
  private var names: [Outlet.ID: Outlet]
  private var languages: [Article.ID: Language]

  init(_ edition: Edition, outlets: some Sequence<Outlet>, articles: [Article] = []) {
    self.edition = edition
    names = Dictionary(outlets.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for article in articles { names[article.outlet.id] = article.outlet }
    palette = Palette(names.values)
    languages = Dictionary(
      articles.map { ($0.id, $0.language) }, uniquingKeysWith: { first, _ in first })
  }

  var words: Wording { edition.wording }

  func name(_ id: Outlet.ID) -> String {
    names[id]?.name.visible ?? id.visible ?? "–"
  }

  /// The coloured square and the outlet's name.
  func outlet(_ id: Outlet.ID) -> HTML {
    "<span class=\"q \(palette[id])\">\(name(id))</span>"
  }

  /// The same as a link.
  func outlet(_ id: Outlet.ID, to place: Address.Place) -> HTML {
    "<a class=\"q \(palette[id])\" href=\"\(url: edition.path(place))\">\(name(id))</a>"
  }

  /// The outlet that carries a citation, linked to the paragraph.
  func source(_ citation: Citation) -> HTML {
    outlet(citation.outlet, to: place(citation))
  }

  func place(_ citation: Citation) -> Address.Place {
    .article(citation.passage.article, anchor: citation.passage.anchor)
  }

  /// `ARTICLE.VERSION:lower-upper`, so that every statement can be held against its article.
  func verbatim(_ passage: Passage) -> String {
    "\(passage.article).\(passage.version):\(passage.lower)-\(passage.upper)"
  }

  func language(of citation: Citation) -> Language {
    languages[citation.passage.article] ?? names[citation.outlet]?.language ?? .unknown
  }

  /// An article's words, without marks around them; what is longer than a page bears is cut with
  /// […].
  func text(_ citation: Citation, limit: Int = 500) -> String {
    Typography.set(citation.words.shortened(to: limit), in: language(of: citation))
  }

  /// An article's words between quotation marks.
  func quote(_ citation: Citation, limit: Int = 500) -> HTML {
    let language = language(of: citation)
    return """
      <q data-v="\(verbatim(citation.passage))"\(attribute: "lang", foreign(language))>\
      \(Typography.setQuoted(citation.words.shortened(to: limit), in: language))</q>
      """
  }

  /// A speaker, claimant or relay in the words of the article that is cited; nil where there is
  /// none.
  func party(_ words: String?, in citation: Citation) -> String? {
    words?.visible.map { Typography.set($0.shortened(to: 90), in: language(of: citation)) }
  }

  /// The value of `lang` where words are in another language than the page.
  func foreign(_ language: Language) -> String? { edition.foreign(language) }
}
