package import Hypertext
package import Press

/// A source and how it fares.
package struct SourceRow: Sendable, Hashable {
  package enum Health: Sendable, Hashable {
    /// Not asked yet.
    case new
    case fine
    /// Answers, but has had nothing new since then (seconds since 1970).
    case quiet(since: Int64)
    /// What went wrong, and since when.
    case failing(SourceFault, since: Int64?)
    case paused
  }

  package var source: Source
  package var outlet: Outlet
  package var health: Health
  package var articleCount: Int
  /// When it was last asked, seconds since 1970.
  package var lastFetched: Int64?
  package var lastReached: Int64?
  /// Seconds between two checks; nil where it was never asked.
  package var rhythm: Int?
  package var articlesPerDay: Double
  /// Share of its articles that are copies of others, 0…1.
  package var copyShare: Double

  package init(
    source: Source, outlet: Outlet, health: Health, articleCount: Int = 0,
    lastFetched: Int64? = nil, lastReached: Int64? = nil, rhythm: Int? = nil,
    articlesPerDay: Double = 0, copyShare: Double = 0
  ) {
    self.lastReached = lastReached
    self.rhythm = rhythm
    self.articlesPerDay = articlesPerDay
    self.copyShare = copyShare
    self.source = source
    self.outlet = outlet
    self.health = health
    self.articleCount = articleCount
    self.lastFetched = lastFetched
  }
}

/// A list of sources to begin with.
package struct StarterPack: Sendable, Hashable {
  /// The value sent as `pack`.
  package var name: String
  package var title: String
  package var summary: String
  package var sourceCount: Int

  package init(name: String, title: String, summary: String = "", sourceCount: Int) {
    self.name = name
    self.title = title
    self.summary = summary
    self.sourceCount = sourceCount
  }
}

/// What happened to the last form that was sent.
package enum FormNotice: Sendable, Hashable {
  case added(count: Int)
  case removed
  case saved
  /// What went wrong; the page says what to do.
  case failed(SourceFault)
}

/// All sources with their health, and the forms that change the list.
///
/// Every form POSTs to `/sources` with `csrf` and one field more: `url` (an address to add), `opml`
/// (a file, multipart), `pack` (a starter pack's name), `remove` or `edit` (a source's address); the
/// settings it answers `edit` with are told in `SourceSettingsForm`.
package struct SourcesPage: Sendable {
  package var edition: Edition
  package var rows: [SourceRow]
  package var packs: [StarterPack]
  /// The session's token; without one the page has no forms.
  package var csrf: String?
  package var notice: FormNotice?
  /// The source whose settings are shown.
  package var editing: SourceSettings?

  package init(
    edition: Edition, rows: [SourceRow], packs: [StarterPack] = [], csrf: String? = nil,
    notice: FormNotice? = nil, editing: SourceSettings? = nil
  ) {
    self.editing = editing
    self.edition = edition
    self.rows = rows
    self.packs = packs
    self.csrf = csrf
    self.notice = notice
  }

  package var html: HTML {
    let words = edition.wording.sources
    let forms = csrf.map {
      SourceForms(edition: edition, csrf: $0, packs: packs, isBelowHeading: true)
    }
    let marks = Marks(edition, outlets: rows.map(\.outlet))
    return edition.page(
      place: .sources,
      head: PageHead(title: words.title, summary: words.intro, isIndexed: false),
      main: """
        <header class="head"><h1>\(words.title)</h1><p class="lede">\(words.intro)</p>\
        <p class="meta">\(summary)</p>\(forms == nil ? nil : jump)</header>
        \(SourceForms.notice(notice, words))\(settings)
        \(folders, { folder($0, marks, forms) })
        \(rows.isEmpty ? "<p class=\"lede\">\(words.none)</p>" as HTML : nil)
        <p><a class="more" href="\(url: edition.path(.sourceList))">\(words.export)</a></p>
        \(forms.map { adding($0) })
        """)
  }

  private var words: SourceWords { edition.wording.sources }

  private var settings: HTML? {
    guard let csrf, let editing else { return nil }
    return SourceSettingsForm(edition: edition, csrf: csrf, settings: editing).html
  }

  private var jump: HTML { "<p><a class=\"more\" href=\"#add\">\(words.addMore)</a></p>" }

  private func adding(_ forms: SourceForms) -> HTML {
    """
    <section aria-labelledby="add"><div class="sec"><h2 id="add">\(words.addMore)</h2></div>
    \(forms.html)</section>
    """
  }

  /// "12 Quellen", and how many of them do not answer.
  private var summary: String {
    let failing = rows.count { if case .failing = $0.health { true } else { false } }
    let all = edition.wording.counts.sources(rows.count)
    return failing == 0 ? all : "\(all), \(words.failingCount(failing))"
  }

  /// Sources by folder, both in the order of their names; what fails stands first.
  private var folders: [(name: String, rows: [SourceRow])] {
    Dictionary(grouping: rows) { $0.source.category?.visible ?? words.uncategorised }
      .map { name, rows in
        (
          name,
          rows.sorted {
            ($0.health.order, $0.source.title, $0.source.url)
              < ($1.health.order, $1.source.title, $1.source.url)
          }
        )
      }
      .sorted { $0.name < $1.name }
  }

  private func folder(
    _ folder: (name: String, rows: [SourceRow]), _ marks: Marks, _ forms: SourceForms?
  ) -> HTML {
    """
    <section><div class="sec"><h2>\(folder.name)</h2>\
    <span class="meta">\(edition.wording.counts.sources(folder.rows.count))</span></div>\
    <ul class="lst">\(folder.rows, { row($0, marks, forms) })</ul></section>

    """
  }

  private func row(_ row: SourceRow, _ marks: Marks, _ forms: SourceForms?) -> HTML {
    let name = row.source.title.visible ?? row.source.url
    let title: String? = name == marks.name(row.outlet.id) ? nil : name
    return """
      <li><div>\(marks.outlet(row.outlet.id, to: .outlet(row.outlet.id)))\
      <small>\(facts(row, title).joined(separator: ", "))</small></div>\
      <div>\(health(row.health))</div>\(forms.map { $0.changes(of: row, name: name) })</li>

      """
  }

  private func facts(_ row: SourceRow, _ title: String?) -> [String] {
    let output: String? = row.articlesPerDay > 0 ? words.handling.perDay(row.articlesPerDay) : nil
    let copies = Int((row.copyShare * 100).rounded())
    let isFailing = if case .failing = row.health { true } else { false }
    return [
      title, WebHost.name(of: row.source.url) ?? row.source.url, kind(row.source.kind),
      row.source.owner?.visible, row.source.ownerKind.map(words.handling.ownerKinds),
      rights(row.source.rights),
      edition.wording.counts.articles(row.articleCount), output,
      copies > 0 ? words.handling.copies(copies) : nil, row.rhythm.map(words.handling.rhythm),
      row.lastFetched.map { words.lastRead(edition.dates.brief(PressDate(instant: $0))) },
      isFailing
        ? row.lastReached.map {
          words.handling.lastSuccess(edition.dates.brief(PressDate(instant: $0)))
        } : nil,
    ].compactMap { $0 }
  }

  private func health(_ health: SourceRow.Health) -> HTML {
    switch health {
    case .new: return "<span class=\"z un\">\(words.healthNew)</span>"
    case .fine: return "<span class=\"z fine\">\(words.healthFine)</span>"
    case .quiet(let since):
      return
        "<span class=\"z sch\">\(words.healthQuiet(edition.dates.brief(PressDate(instant: since))))</span>"
    case .failing(let fault, let since):
      let line =
        since.map { words.healthFailingSince(edition.dates.brief(PressDate(instant: $0))) }
        ?? words.healthFailing
      return
        "<span class=\"z be\">\(line)</span><small>\(words.handling.fault(fault).shortened(to: 300))</small>"
    case .paused: return "<span class=\"z un\">\(words.healthPaused)</span>"
    }
  }

  private func kind(_ kind: Source.Kind) -> String {
    switch kind {
    case .feed: words.kindFeed
    case .sitemap: words.kindSitemap
    case .page: words.kindPage
    }
  }

  private func rights(_ rights: Source.Rights) -> String {
    switch rights {
    case .full: words.rightsFull
    case .excerpt: words.rightsExcerpt
    case .headline: words.rightsHeadline
    }
  }
}

extension SourceRow.Health {
  fileprivate var order: Int {
    switch self {
    case .failing: 0
    case .new: 1
    case .fine, .quiet, .paused: 2
    }
  }
}
