import Editions
import Evidence
import HTTPTypes
import Hypertext
import Languages
import Press
import Storage
import Stories

/// Lays out what a path leads to from what the library holds.
struct PageRenderer: Sendable {
  let library: Library
  let settings: SiteSettings

  /// Entries of a list; more would not go through the first TCP window (13,000 bytes gzip).
  static let mostListed = 40

  typealias Made = (answer: Answer, subjects: Set<Shelf.Subject>)

  /// The page at an address; nil where there is nothing.
  func page(at address: Address, now: Int64) throws -> Made? {
    let edition = try edition(address.language, now: now)
    switch address.place {
    case .front: return try front(edition)
    case .section(let section): return try self.section(section, edition)
    case .story(let id): return try story(id, edition)
    case .article(let id, _): return try article(id, edition)
    case .passage(let id, let version, let sentence):
      return try passage(id, version: version, sentence: sentence, address.place, edition)
    case .outlet(let id): return try outlet(id, edition)
    case .name(let key): return try name(key, edition)
    case .day(let day): return try self.day(day, edition)
    case .search(let query, let page): return try search(query, page: page, edition)
    case .sources:
      return (
        html(try sourcesPage(edition, csrf: settings.formToken).html), [.sources, .everything]
      )
    case .how: return (html(HowPage(edition: edition).html), [])
    case .frontFeed, .sectionFeed, .storyFeed: return try feed(address.place, edition)
    case .sourceList: return try sourceList()
    case .robots:
      let text = RobotsText.text(edition: edition, isPublic: settings.isPublic)
      return (Answer(contentType: "text/plain; charset=utf-8", body: Array(text.utf8)), [])
    case .icon:
      return (
        Answer(contentType: "image/svg+xml", body: Array(Asset.icon.utf8), maxAge: 86_400), []
      )
    case .imprint, .privacy: return nil
    }
  }

  /// What all pages share; the bar shows the sections everybody looks for and those with news.
  func edition(_ language: EditionLanguage, now: Int64) throws -> Edition {
    let always: Set<Section> = [.politik, .wirtschaft, .unternehmen, .technik, .unterhaltung]
    let filled = always.union(try library.sectionsWithStories())
    var edition = Edition(
      language: language, now: now, zone: settings.zone, title: settings.title,
      sections: Section.allCases.filter(filled.contains), notice: settings.notice,
      base: settings.base, hasLeanArticles: true)
    edition.hasDesk = true
    return edition
  }

  func html(_ piece: HTML, status: HTTPResponse.Status = .ok, maxAge: Int? = 30) -> Answer {
    Answer(
      status: status, contentType: "text/html; charset=utf-8", body: piece.bytes, maxAge: maxAge)
  }

  func error(_ status: HTTPResponse.Status, _ language: EditionLanguage, now: Int64) -> Answer {
    let edition =
      (try? edition(language, now: now))
      ?? Edition(language: language, now: now, title: settings.title)
    return html(
      ErrorPage(edition: edition, status: status.code).html, status: status, maxAge: nil)
  }

  // MARK: Fronts

  private func front(_ edition: Edition) throws -> Made {
    let ranked = try ranked(try library.stories(limit: 400), now: edition.now)
    if ranked.isEmpty {
      let page = WelcomePage(
        edition: edition, packs: settings.packs, csrf: settings.formToken,
        pendingSources: try library.counts().sources)
      return (html(page.html, maxAge: 0), [.everything, .sources])
    }
    let outlets = try outletNames()
    let shown = Array(ranked.prefix(30))
    let page = FrontPage(
      edition: edition, stories: shown.map { $0.teaser(outlets) },
      voice: try voice(of: shown.prefix(8), outlets))
    return (html(page.html), [.everything])
  }

  private func section(_ section: Section, _ edition: Edition) throws -> Made {
    let sections = section == .wirtschaft ? [section, .unternehmen] : [section]
    let stories = try ranked(
      try library.stories(in: sections, limit: 200), now: edition.now)
    let outlets = try outletNames()
    let page = SectionPage(
      edition: edition, section: section,
      stories: stories.prefix(Self.mostListed).map { $0.teaser(outlets) })
    return (html(page.html), [.everything])
  }

  private func day(_ day: CivilDay, _ edition: Edition) throws -> Made {
    let midnight = Int64(day.daysSince1970) * 86_400
    let start = midnight - edition.zone.offset(at: midnight)
    let stories = try library.stories(
      between: start, and: start + 86_400, limit: Self.mostListed)
    let outlets = try outletNames()
    let page = DayPage(
      edition: edition, day: day, stories: stories.map { $0.teaser(outlets) },
      previous: CivilDay(daysSince1970: day.daysSince1970 - 1),
      next: start + 86_400 < edition.now ? CivilDay(daysSince1970: day.daysSince1970 + 1) : nil)
    return (html(page.html), [.everything])
  }

  /// By rank; what the rank leaves out follows by date.
  private func ranked(_ stories: [StorySummary], now: Int64) throws -> [StorySummary] {
    let byID = Dictionary(stories.map { ($0.id, $0) }) { first, _ in first }
    let ranked = FrontRank.rank(stories.map(\.candidate), now: now).compactMap { byID[$0.id] }
    let taken = Set(ranked.map(\.id))
    return ranked + stories.filter { !taken.contains($0.id) }
  }

  /// The first full quotation with a named speaker in the stories at the top.
  private func voice(of stories: some Sequence<StorySummary>, _ outlets: OutletNames) throws
    -> Voice?
  {
    for summary in stories {
      guard let story = try library.story(summary.id) else { continue }
      let quote = story.dossier.quotes.first { claim in
        claim.kind == .direct && claim.speaker != nil
          && (40...160).contains(claim.citation.words.utf8.count)
      }
      if let quote {
        return Voice(
          claim: quote, outlet: outlets[quote.citation.outlet], language: summary.language)
      }
    }
    return nil
  }

  func outletNames() throws -> OutletNames { OutletNames(try library.outlets()) }
}

/// Outlets by id; one that is unknown goes by its host.
struct OutletNames: Sendable {
  private let byID: [Outlet.ID: Outlet]

  init(_ outlets: [Outlet]) {
    byID = Dictionary(outlets.map { ($0.id, $0) }) { first, _ in first }
  }

  subscript(id: Outlet.ID) -> Outlet { byID[id] ?? Outlet(id: id, name: id) }
}

extension StorySummary {
  func teaser(_ outlets: OutletNames) -> StoryTeaser {
    StoryTeaser(
      id: id, headline: headline, standfirst: standfirst, kicker: kicker,
      headlineOutlet: outlets[leadOutlet], headlineArticle: lead, articleCount: articleCount,
      independentCount: independentCount, outlets: self.outlets.map { outlets[$0] },
      newest: PressDate(instant: lastAt), section: section, language: language,
      comparison: disagreement)
  }

  var candidate: FrontRank.Candidate {
    FrontRank.Candidate(
      story: id, saga: saga, section: section,
      reports: reports.map {
        FrontRank.Report(outlet: $0.outlet, arrived: $0.at, isCopy: $0.isCopy)
      })
  }
}
