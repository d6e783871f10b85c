package import Hypertext
import Press

/// An article that a search found, with the words around the finding.
package struct SearchHit: Sendable, Hashable {
  package var article: ArticleTeaser
  /// Verbatim words of the article.
  package var snippet: String
  /// What matched: UTF-8 bytes of the snippet.
  package var marks: [Range<Int>]
  /// The paragraph the snippet stands in.
  package var anchor: Int?
  /// Further articles of the same story that were found.
  package var more: Int

  package init(
    article: ArticleTeaser, snippet: String, marks: [Range<Int>] = [], anchor: Int? = nil,
    more: Int = 0
  ) {
    self.more = more
    self.article = article
    self.snippet = snippet
    self.marks = marks
    self.anchor = anchor
  }
}

/// What a search found, or the empty form.
package struct SearchPage: Sendable {
  package var edition: Edition
  package var query: String
  package var hits: [SearchHit]
  /// All hits, where they were counted.
  package var total: Int?
  /// Counted from 1.
  package var page: Int
  package var hasMore: Bool
  /// The same question spelt so that something is found.
  package var suggestion: String?
  /// Where the search began, if it goes on where another ended.
  package var below: Int64?
  /// Where it ended, if older articles were not looked at.
  package var end: Int64?

  package init(
    edition: Edition, query: String, hits: [SearchHit] = [], total: Int? = nil, page: Int = 1,
    hasMore: Bool = false, suggestion: String? = nil, below: Int64? = nil,
    end: Int64? = nil
  ) {
    self.suggestion = suggestion
    self.below = below
    self.end = end
    self.edition = edition
    self.query = query
    self.hits = hits
    self.total = total
    self.page = page
    self.hasMore = hasMore
  }

  package var html: HTML {
    let marks = Marks(edition, outlets: hits.map(\.article.outlet))
    return edition.page(
      place: .search(query: query, page: page, below: below),
      head: PageHead(
        title: title, feed: query.isEmpty || hits.isEmpty ? nil : (.search(query), shownQuery),
        isIndexed: false),
      main: """
        <header class="head"><h1>\(title)</h1>\(SearchForm(edition: edition, query: query).html)\
        \(help)\(spelling)\(order)</header>
        <div class="ls1">\(hits, { hit($0, TeaserView(marks: marks, level: 2)) })</div>
        \(partial)\(pages)
        """)
  }

  private var spelling: HTML? {
    guard let suggestion else { return nil }
    let path = edition.path(.search(query: suggestion, page: 1))
    return
      "<p>\(words.didYouMean) <a href=\"\(url: path)\">\(suggestion.shortened(to: 120))</a>?</p>"
  }

  private var order: HTML? {
    guard !hits.isEmpty, page == 1, below == nil, !query.contains("sort:") else { return nil }
    let path = edition.path(.search(query: query + " sort:newest", page: 1))
    return "<p class=\"meta\"><a href=\"\(url: path)\">\(words.newestFirst)</a></p>"
  }

  /// Says that older articles were not looked at, and leads there.
  private var partial: HTML? {
    guard let end, !hasMore else { return nil }
    let path = edition.path(.search(query: query, page: 1, below: end))
    return """
      <p class="meta">\(hits.isEmpty ? words.noneAmongNewest : words.onlyNewest) \
      <a href="\(url: path)" rel="next">\(words.searchOlder)</a></p>
      """
  }

  private var words: ListWords { edition.wording.lists }
  private var shownQuery: String { query.shortened(to: 120) }

  private var title: String {
    if query.isEmpty { return words.searchTitle }
    if hits.isEmpty { return words.nothingFound(shownQuery) }
    guard let total else { return words.hitsFor(words.searchTitle, shownQuery) }
    return words.hitsFor(edition.wording.counts.hits(total), shownQuery)
  }

  private var help: HTML? {
    if query.isEmpty { return "<p class=\"meta\">\(words.searchHelp)</p>" }
    return hits.isEmpty ? "<p class=\"meta\">\(words.nothingFoundHelp)</p>" : nil
  }

  private func hit(_ hit: SearchHit, _ view: TeaserView) -> HTML {
    let article = hit.article
    let snippet = MarkedText(text: hit.snippet, marks: hit.marks, language: article.language).html
    let lang = edition.foreign(article.language)
    guard let anchor = hit.anchor, anchor >= 0, hit.snippet.visible != nil else {
      return view.html(
        article, after: "<p\(attribute: "lang", lang)>\(snippet)</p>\(others(hit))")
    }
    let path = edition.path(.article(article.id, anchor: anchor))
    return view.html(
      article,
      after: """
        <p\(attribute: "lang", lang)><a href="\(url: path)">\(snippet)</a></p>\(others(hit))
        """)
  }

  private func others(_ hit: SearchHit) -> HTML? {
    guard hit.more > 0, let story = hit.article.story else { return nil }
    let path = edition.path(.story(story))
    return "<p class=\"meta\"><a href=\"\(url: path)\">\(words.moreOfStory(hit.more))</a></p>"
  }

  private var pages: HTML? {
    guard page > 1 || hasMore else { return nil }
    let previous: HTML? = page > 1 ? link(page - 1, words.previousPage) : nil
    let next: HTML? = hasMore ? link(page + 1, words.nextPage) : nil
    return "<nav class=\"pg\" aria-label=\"\(words.page(page))\">\(previous)\(next)</nav>"
  }

  private func link(_ page: Int, _ label: String) -> HTML {
    """
    <a class="more" \
    href="\(url: edition.path(.search(query: query, page: page, below: below)))">\(label)</a>
    """
  }
}

/// The form that asks for words.
struct SearchForm {
  var edition: Edition
  var query = ""

  var html: HTML {
    """
    <form class="find" role="search" aria-label="\(edition.wording.lists.searchTitle)" \
    action="\(url: edition.path(.search(query: "", page: 1)))">\
    <label class="vh" for="s">\(edition.wording.frame.searchLabel)</label>\
    <input id="s" name="q" type="search" value="\(query)">\
    <button>\(edition.wording.lists.searchButton)</button></form>
    """
  }
}

/// Verbatim words with the found ones marked. Marks come as UTF-8 bytes; those that lie outside,
/// overlap or cut a letter are left out.
struct MarkedText {
  var text: String
  var marks: [Range<Int>]
  var language: Language

  var html: HTML {
    let bytes = Array(text.utf8)
    var pieces: [HTML] = []
    var end = 0
    for mark in marks.sorted(by: { $0.lowerBound < $1.lowerBound }).prefix(200) {
      guard mark.lowerBound >= end, mark.upperBound <= bytes.count, !mark.isEmpty,
        isBorder(mark.lowerBound, bytes), isBorder(mark.upperBound, bytes)
      else { continue }
      pieces.append(words(bytes[end..<mark.lowerBound]))
      pieces.append("<mark>\(words(bytes[mark]))</mark>")
      end = mark.upperBound
    }
    pieces.append(words(bytes[end...]))
    return "\(pieces, { $0 })"
  }

  private func words(_ bytes: ArraySlice<UInt8>) -> HTML {
    "\(Typography.set(String(decoding: bytes, as: UTF8.self), in: language))"
  }

  private func isBorder(_ index: Int, _ bytes: [UInt8]) -> Bool {
    index >= bytes.count || bytes[index] & 0xC0 != 0x80
  }
}
