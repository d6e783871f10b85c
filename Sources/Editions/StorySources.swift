import Evidence
import Hypertext
import Press
import Stories

/// The articles of a story: outlet, author, date, how much is quoted, whose copy it is, why it is here.
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
    let members = Dictionary(
      page.story.members.map { ($0.article, $0) }, uniquingKeysWith: { first, _ in first })
    let quoted = QuotedShares(dossier: dossier)
    return StorySection(
      anchor: "quellen", title: words.story.sources, short: words.story.sources,
      line: words.counts.articles(articles.count),
      content: """
        <ul class="src">\
        \(articles.prefix(Self.limit), { row($0, members[$0.id], quoted) })</ul>\(parts)
        """)
  }

  private func row(_ article: Article, _ member: Story.Member?, _ quoted: QuotedShares) -> HTML {
    let outlet = article.outlet
    return """
      <li><span class="mono \(marks.palette[outlet.id])" aria-hidden="true">\
      \(Monogram.letter(of: outlet))</span>\
      <div><h3><a href="\(url: edition.path(.article(article.id, anchor: nil)))"\
      \(attribute: "lang", edition.foreign(article.language))>\
      \(edition.heading(article.headline, article.language))</a></h3>\
      <p class="meta">\(facts(article, quoted))</p>\(tags(article, member))</div></li>

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

  private func tags(_ article: Article, _ member: Story.Member?) -> HTML? {
    func name(_ id: Article.ID) -> String {
      page.articles.first { $0.id == id }.map { marks.name($0.outlet.id) } ?? "…"
    }
    var tags: [String] = []
    let why = member.flatMap { MemberReason($0.because) }?.words(words.story)
    if let copied = member?.copyOf {
      let parts = [words.story.copyOf(name(copied)), why].compactMap { $0 }
      tags.append(parts.joined(separator: ", "))
    } else if let why, page.articles.count > 1 {
      tags.append(why)
    }
    if let cited = member?.citing { tags.append(words.story.citing(name(cited))) }
    if article.published?.isInferred == true { tags.append(words.calendar.inferred) }
    guard !tags.isEmpty else { return nil }
    return "\(tags, { "<span class=\"tag\">\($0)</span> " })"
  }
}

extension StorySources {
  /// Parts of tickers and newsletters: each leads to its first paragraph.
  private var parts: HTML? {
    let tickers = Dictionary(
      page.tickers.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let rows = page.story.attachments.suffix(Self.mostParts).reversed().compactMap { part in
      tickers[part.article].flatMap { self.row(part, of: $0) }
    }
    guard !rows.isEmpty else { return nil }
    return """
      <h3 class="sub">\(words.story.parts)</h3>
      <ul class="src">\(rows, { $0 })</ul>
      """
  }

  private static let mostParts = 12

  private func row(_ part: Story.Attachment, of ticker: Article) -> HTML? {
    let body = ticker.body
    guard
      let paragraph = body.paragraphs.first(where: { part.anchors.contains($0.anchor) })
    else { return nil }
    let date = ticker.published.map { edition.dates.element($0, marksInferred: false) }
    return """
      <li><span class="mono \(marks.palette[ticker.outlet.id])" aria-hidden="true">\
      \(Monogram.letter(of: ticker.outlet))</span>\
      <div><p\(attribute: "lang", edition.foreign(ticker.language))>\
      <a href="\(url: edition.path(.article(ticker.id, anchor: paragraph.anchor)))">\
      \(Typography.set(body[paragraph.range].shortened(to: 160), in: ticker.language))</a></p>\
      <p class="meta">\(marks.name(ticker.outlet.id)), \
      \(edition.heading(ticker.headline, ticker.language))\(date.map { ", \($0)" as HTML })</p>\
      </div></li>

      """
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
