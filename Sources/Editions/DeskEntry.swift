package import Evidence
package import Hypertext
package import Press

/// The entry that is open at the desk: what is new in it, then its text.
package struct DeskEntry: Sendable, Identifiable {
  package var id: Int64
  /// Nil for an entry that stands for a whole story.
  package var article: Article?
  /// What stands in the place of an article's text.
  package var storyText: HTML?
  package var headline: String
  package var language: Language
  package var outlet: Outlet.ID
  package var kicker: String?
  package var story: String?
  package var isFollowed: Bool
  package var isStarred: Bool
  package var isUnread: Bool
  /// Sentences that were new in the story since the last visit.
  package var fresh: [Citation]
  /// When that was, seconds since 1970.
  package var since: Int64?
  /// The sentences that tell the story, for the first visit.
  package var points: [Citation]
  /// Whether the story's accounts differ.
  package var disagrees: Bool
  /// The paragraph somebody had come to.
  package var position: Int?
  package var reports: [DeskRow.Report]
  package var published: Int64
  /// Recordings and films that belong to it: whether it is to be seen, and where it is.
  package var enclosures: [(isFilm: Bool, url: String)] = []

  package init(
    id: Int64, article: Article?, storyText: HTML? = nil, headline: String, language: Language,
    outlet: Outlet.ID, kicker: String? = nil, story: String? = nil, isFollowed: Bool = false,
    isStarred: Bool = false, isUnread: Bool = false, fresh: [Citation] = [], since: Int64? = nil,
    points: [Citation] = [], disagrees: Bool = false, position: Int? = nil,
    reports: [DeskRow.Report] = [], published: Int64
  ) {
    self.id = id
    self.article = article
    self.storyText = storyText
    self.headline = headline
    self.language = language
    self.outlet = outlet
    self.kicker = kicker
    self.story = story
    self.isFollowed = isFollowed
    self.isStarred = isStarred
    self.isUnread = isUnread
    self.fresh = fresh
    self.since = since
    self.points = points
    self.disagrees = disagrees
    self.position = position
    self.reports = reports
    self.published = published
  }
}

/// The open entry as markup.
struct DeskEntryView {
  var entry: DeskEntry
  var page: DeskPage
  var marks: Marks

  private var words: DeskWords { _read { yield page.words } }
  private var frame: DeskFrame { page.frame }
  private var edition: Edition { frame.edition }
  private var lang: String? { edition.foreign(entry.language) }

  func html(keys: HTML) -> HTML {
    """
    <article class="op" id="entry" aria-labelledby="oe" data-i="\(entry.id)">
    <a class="back" href="\(url: frame.path(page.place) + "#i\(entry.id)")">← \(words.toList)</a>
    \(kicker)<h2 id="oe"\(attribute: "lang", lang)>\(headline)</h2>
    <p class="qs">\(marks.outlet(entry.outlet))\(authors)\
    \(edition.dates.element(PressDate(instant: entry.published), .middle))\(minutes)</p>
    \(news)\(actions)\(goOn)
    <div class="rt"\(attribute: "lang", lang)>\(text)</div>
    <p class="qs lks">\(links)</p>
    \(reports)\(keys)
    </article>
    """
  }

  private var kicker: HTML? {
    guard let kicker = entry.kicker?.visible else { return nil }
    guard let story = entry.story else { return "<p class=\"kick\">\(kicker)</p>\n" }
    return """
      <p class="kick"><a href="\(url: edition.path(.story(story)))">\(kicker)</a></p>

      """
  }

  private var headline: HTML {
    let text = edition.headline(entry.headline, entry.language, limit: 400)
    guard let article = entry.article else { return "\(text)" }
    return "<a href=\"\(url: edition.path(.article(article.id, anchor: nil)))\">\(text)</a>"
  }

  private var authors: HTML? {
    let names = entry.article?.bylines.prefix(3).map(\.name).joined(separator: ", ")
    return names?.visible.map { "<span>\($0)</span>" }
  }

  private var minutes: HTML? {
    entry.article.map {
      "<span>\(edition.wording.counts.minutes(max(1, $0.body.utf8.count / 1_400)))</span>"
    }
  }

  /// What is new since the last visit stands first; at the first visit what matters most does.
  private var news: HTML? {
    if !entry.fresh.isEmpty {
      let time = entry.since.map { edition.dates.middle(PressDate(instant: $0)) }
      return box(words.newInIt, note: time.map(words.since), entry.fresh)
    }
    return entry.points.isEmpty
      ? nil : box(edition.wording.story.keyPoints, note: nil, entry.points)
  }

  private func box(_ title: String, note: String?, _ citations: [Citation]) -> HTML {
    """
    <section class="new" aria-labelledby="nd"><h3 id="nd">\(title)\
    \(note.map { " <small>\($0)</small>" as HTML })</h3><ul>\(citations.prefix(6), line)</ul></section>

    """
  }

  private func line(_ citation: Citation) -> HTML {
    """
    <li data-v="\(marks.verbatim(citation.passage))"\
    \(attribute: "lang", edition.foreign(marks.language(of: citation)))>\
    \(marks.text(citation)) \(marks.source(citation))</li>
    """
  }

  private var actions: HTML {
    let star: HTML =
      entry.isStarred
      ? button("unstar", String(entry.id), words.unstar, key: "s")
      : button("star", String(entry.id), words.star, key: "s")
    let unread: HTML =
      entry.isUnread
      ? button("read", String(entry.id), words.markRead, key: "m")
      : button("unread", String(entry.id), words.keepUnread, key: "m")
    let follow: HTML? = entry.story.map {
      entry.isFollowed
        ? button("unfollow", $0, words.unfollow, key: "f")
        : button("follow", $0, words.follow, key: "f")
    }
    let later: HTML? =
      page.keepsLater && entry.article?.url != nil
      ? button("later", String(entry.id), words.keepLater, key: "v") : nil
    let back = frame.path(.list(page.view, item: entry.id, all: page.showsAll))
    return """
      <form class="acts" method="post" action="\(url: frame.path(.act))">\(frame.token)\
      <input type="hidden" name="back" value="\(back)">\(star)\(unread)\(follow)\(later)</form>
      """
  }

  private func button(_ name: String, _ value: String, _ label: String, key: String) -> HTML {
    "<button class=\"lite\" name=\"\(name)\" value=\"\(value)\" data-k=\"\(key)\">\(label)</button>"
  }

  private var goOn: HTML? {
    guard let position = entry.position, position > 1 else { return nil }
    return "<p><a class=\"more\" href=\"\(url: "#p\(position)")\">\(words.continueAt)</a></p>"
  }

  private var text: HTML {
    if let article = entry.article {
      return EntryText(article: article, language: edition.language, hasAnchors: true).html
    }
    return entry.storyText ?? .nothing
  }

  private var links: HTML {
    let article: HTML? = entry.article.map {
      "<a class=\"more\" href=\"\(url: edition.path(.article($0.id, anchor: nil)))\">\(words.readOn)</a>"
    }
    let original: HTML? = entry.article?.url.map {
      "<a class=\"more\" href=\"\(url: $0)\" rel=\"external noopener noreferrer\">\(words.original)</a>"
    }
    let enclosures: HTML = """
      \(entry.enclosures, {
        "<a class=\"more\" href=\"\(url: $0.url)\" rel=\"external noopener noreferrer\">\($0.isFilm ? words.watch : words.listen)</a>" as HTML
      })
      """
    let story: HTML? = entry.story.flatMap { story in
      entry.reports.isEmpty && entry.article != nil
        ? nil
        : "<a class=\"more\" href=\"\(url: edition.path(.story(story)))\">\(entry.disagrees ? words.disagreement : edition.wording.front.readStory)</a>"
    }
    return "\(article)\(original)\(enclosures)\(story)"
  }

  private var reports: HTML? {
    guard !entry.reports.isEmpty else { return nil }
    return """
      <section class="rps" aria-labelledby="rp"><h3 id="rp">\(edition.wording.article.moreOfStory)</h3>\
      <ul>\(entry.reports.prefix(12), report)</ul></section>

      """
  }

  private func report(_ report: DeskRow.Report) -> HTML {
    let place = DeskAddress.Place.list(page.view, item: report.id, all: page.showsAll)
    return """
      <li>\(marks.outlet(report.outlet)) <a href="\(url: frame.path(place))"\
      \(attribute: "lang", edition.foreign(report.language))>\
      \(edition.headline(report.headline, report.language))</a>\
      \(report.copyOf.map { " <small>\(words.copyOf(marks.name($0)))</small>" as HTML })</li>
      """
  }
}
