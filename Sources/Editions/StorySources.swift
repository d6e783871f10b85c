import Evidence
import Hypertext
import Press
import Stories

/// The articles of a story: outlet, author, date, how much is quoted, whose copy it is.
struct StorySources {
  var page: StoryPage
  var marks: Marks
  /// What the page shows of the dossier; the shares quoted are counted from it.
  var dossier: Dossier

  private var edition: Edition { page.edition }
  private var words: Wording { edition.wording }
  private static let limit = 30

  var section: StorySection? {
    guard !page.articles.isEmpty else { return nil }
    // Newest first, as readers expect of a list of reports.
    let articles = page.articles.sorted {
      ($0.published?.start ?? .min, $0.id) > ($1.published?.start ?? .min, $1.id)
    }
    let copies = Dictionary(
      page.story.members.map { ($0.article, $0.copyOf) }, uniquingKeysWith: { first, _ in first })
    let quoted = QuotedShares(dossier: dossier)
    return StorySection(
      anchor: "quellen", title: words.story.sources, short: words.story.sources,
      line: words.counts.articles(articles.count),
      content: """
        <ul class="src">\
        \(articles.prefix(Self.limit), { row($0, copyOf: copies[$0.id] ?? nil, quoted: quoted) })</ul>
        """)
  }

  private func row(_ article: Article, copyOf: Article.ID?, quoted: QuotedShares) -> HTML {
    let outlet = article.outlet
    return """
      <li><span class="mono \(marks.palette[outlet.id])" aria-hidden="true">\
      \(Monogram.letter(of: outlet))</span>\
      <div><h3><a href="\(url: edition.path(.article(article.id, anchor: nil)))"\
      \(attribute: "lang", edition.foreign(article.language))>\
      \(edition.heading(article.headline, article.language))</a></h3>\
      <p class="meta">\(facts(article, quoted))</p>\(tags(article, copyOf: copyOf))</div></li>

      """
  }

  private func facts(_ article: Article, _ quoted: QuotedShares) -> HTML {
    let outlet: HTML = """
      <a href="\(url: edition.path(.outlet(article.outlet.id)))">\(marks.name(article.outlet.id))</a>
      """
    let authors = article.bylines.prefix(3).map(\.name).joined(separator: ", ")
    let date: HTML =
      article.published.map { edition.dates.element($0, marksInferred: false) }
      ?? "\(words.article.noDate)"
    let body = article.body
    let share = quoted.percent(of: article.id, length: body.utf8.count)
    return """
      \(outlet)\(authors.isEmpty ? nil : ", \(authors)" as HTML), \(date), \
      \(words.counts.minutes(ReadingTime.minutes(body)))\
      \(share.map { ", \(words.counts.quotedShare($0))" as HTML })
      """
  }

  private func tags(_ article: Article, copyOf: Article.ID?) -> HTML? {
    var tags: [String] = []
    if let copyOf {
      let original = page.articles.first { $0.id == copyOf }
      let name = original.map { marks.name($0.outlet.id) } ?? "…"
      tags.append(words.story.copyOf(name))
    }
    if article.published?.isInferred == true { tags.append(words.calendar.inferred) }
    guard !tags.isEmpty else { return nil }
    return "\(tags, { "<span class=\"tag\">\($0)</span> " })"
  }
}

/// How much of each article a page quotes.
struct QuotedShares {
  private var ranges: [Article.ID: [Range<Int>]] = [:]

  init(dossier: Dossier) {
    var citations = dossier.keyPoints.map(\.citation)
    citations += dossier.comparisons.flatMap { $0.readings.map(\.citation) }
    citations += dossier.claimGroups.flatMap { $0.claims.map(\.citation) }
    citations += dossier.quotes.map(\.citation) + dossier.timeline.map(\.citation)
    for citation in citations {
      ranges[citation.passage.article, default: []].append(citation.passage.range)
    }
  }

  /// Whole per cent of the article's text; bytes quoted twice count once. Nil where nothing is.
  func percent(of article: Article.ID, length: Int) -> Int? {
    guard length > 0, let ranges = ranges[article] else { return nil }
    var covered = 0
    var end = 0
    for range in ranges.map({ $0.clamped(to: 0..<length) })
      .sorted(by: { $0.lowerBound < $1.lowerBound })
    {
      covered += Swift.max(0, range.upperBound - Swift.max(end, range.lowerBound))
      end = Swift.max(end, range.upperBound)
    }
    return covered * 100 / length
  }
}

/// How long an article takes to read.
enum ReadingTime {
  /// Whole minutes at 220 words a minute, at least one.
  static func minutes(_ text: ArticleText) -> Int {
    var words = 0
    var isInside = false
    for byte in text.utf8 {
      let isSpace = byte <= 0x20
      if !isSpace, !isInside { words += 1 }
      isInside = !isSpace
    }
    return Swift.max(1, (words + 110) / 220)
  }
}
