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
  /// Stories of the front with headline, outlets and mostly a standfirst.
  static let onFront = 30

  typealias Made = (answer: Answer, subjects: Set<Shelf.Subject>)

  /// The page at an address as a reader wants it to look; nil where there is nothing.
  /// - Parameter before: what stood there; where it is still true it is not packed again.
  func page(
    at address: Address, now: Int64, look: ReaderLook = ReaderLook(),
    care: Answer.Care = .whole, before: Answer? = nil
  ) throws -> Made? {
    var edition = try edition(address.language, now: now)
    edition.look = look
    guard let laid = try laid(at: address, edition) else { return nil }
    return (
      laid.answer(for: look, root: settings.root, now: now, care: care, before: before),
      laid.subjects
    )
  }

  /// The same, not yet packed.
  func laid(at address: Address, _ edition: Edition) throws -> LaidOut? {
    switch address.place {
    case .front: return try front(edition)
    case .section(let section): return try self.section(section, edition)
    case .story(let id): return try story(id, edition)
    case .article(let id, _): return try article(id, edition)
    case .passage(let id, let version, let sentence):
      return try passage(id, version: version, sentence: sentence, address.place, edition)
    case .outlet(let id): return try outlet(id, edition)
    case .name(let key): return try name(key, edition)
    case .quantity(let anchor): return try quantity(anchor, edition)
    case .day(let day): return try self.day(day, edition)
    case .archive: return try archive(edition)
    case .search(let query, let page, let below):
      return try search(query, page: page, below: below, edition)
    case .sources:
      return LaidOut(
        try sourcesPage(edition, csrf: settings.formToken).html,
        subjects: [.sources, .everything])
    case .how: return LaidOut(HowPage(edition: edition).html)
    case .imprint, .privacy, .corrections: return try legal(address.place, edition)
    case .feed(let topic, let format): return try feed(topic, format, edition)
    case .sourceList: return try sourceList()
    case .sitemap(let part): return try sitemap(part, edition)
    case .robots:
      let text = RobotsText.text(edition: edition, isPublic: settings.isPublic)
      return LaidOut(contentType: "text/plain; charset=utf-8", bytes: Array(text.utf8))
    case .icon:
      return LaidOut(
        contentType: "image/svg+xml", bytes: Array(Asset.icon.utf8), maxAge: 86_400)
    case .look:
      return LaidOut(LookPage(edition: edition, csrf: settings.formToken).html, maxAge: nil)
    case .asset(let asset):
      return LaidOut(
        contentType: asset.contentType,
        bytes: asset.bytes(title: settings.title, root: settings.root), maxAge: 3_600)
    case .picture(let id, let width): return try picture(id, width: width)
    // Drawn by another program, which takes its time: see `Site.card`.
    case .card: return nil
    }
  }

  /// What all pages share; the bar shows the sections everybody looks for and those with news.
  func edition(_ language: EditionLanguage, now: Int64) throws -> Edition {
    let always: Set<Section> = [.politik, .wirtschaft, .unternehmen, .technik, .unterhaltung]
    let filled = always.union(try library.sectionsWithStories())
    var edition = Edition(
      language: language, now: now, zone: settings.zone, title: settings.title,
      sections: Section.allCases.filter(filled.contains), notice: settings.notice,
      base: settings.base, hasLegalPages: try hasLegalPages, hasLeanSheets: true,
      leastForName: settings.isPublic ? 2 : 1,
      hyphenator: HyphenLibrary.german)
    edition.hasDesk = true
    edition.hasCards = settings.cards != nil
    edition.hub = settings.hub
    return edition
  }

  /// Imprint and privacy are linked when both are written.
  private var hasLegalPages: Bool {
    get throws {
      try library.setting("page.imprint") != nil && library.setting("page.privacy") != nil
    }
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

  private func front(_ edition: Edition) throws -> LaidOut {
    let ranked = try FrontOrder(of: library, now: edition.now).places.map(\.story)
    if ranked.isEmpty {
      let page = WelcomePage(
        edition: edition, packs: settings.packs, csrf: settings.formToken,
        pendingSources: try library.counts().sources)
      return LaidOut(page.html, maxAge: 0, subjects: [.everything, .sources])
    }
    let outlets = try outletNames()
    let shown = ranked.prefix(Self.onFront)
    // The newest of what has no place above.
    let brief = ranked.dropFirst(Self.onFront).sorted { ($0.lastAt, $0.id) > ($1.lastAt, $1.id) }
    let today = edition.zone.day(at: edition.now)
    let page = FrontPage(
      edition: edition, stories: shown.map { $0.teaser(outlets) },
      voices: voices(of: shown, outlets),
      brief: brief.prefix(12).map { $0.teaser(outlets) },
      days: try days(edition, limit: 7).filter { $0 < today },
      picture: try shown.first.flatMap { try leadPicture(of: $0) })
    return LaidOut(page.html, subjects: [.stories])
  }

  private func section(_ section: Section, _ edition: Edition) throws -> LaidOut {
    let sections = section == .wirtschaft ? [section, .unternehmen] : [section]
    let stories = FrontOrder(try library.stories(in: sections, limit: 200), now: edition.now)
      .places.map(\.story)
    let outlets = try outletNames()
    let page = SectionPage(
      edition: edition, section: section,
      stories: stories.prefix(Self.mostListed).map { $0.teaser(outlets) })
    return LaidOut(page.html, subjects: Set(sections.map(Shelf.Subject.section)))
  }

  private func day(_ day: CivilDay, _ edition: Edition) throws -> LaidOut {
    let stories = try self.stories(of: day, edition)
    let outlets = try outletNames()
    let days = try days(edition)
    let page = DayPage(
      edition: edition, day: day, stories: stories.map { $0.teaser(outlets) },
      previous: days.first { $0 < day }, next: days.last { $0 > day })
    return LaidOut(page.html, subjects: [.everything])
  }

  /// The stories with an article of that day, the best first.
  func stories(of day: CivilDay, _ edition: Edition) throws -> [StorySummary] {
    let midnight = Int64(day.daysSince1970) * 86_400
    let start = midnight - edition.zone.offset(at: midnight)
    let stories = try library.stories(between: start, and: start + 86_400, limit: 400)
    return FrontOrder(stories, now: start + 86_400).places.prefix(Self.mostListed).map(\.story)
  }

  private func archive(_ edition: Edition) throws -> LaidOut {
    LaidOut(
      ArchivePage(edition: edition, days: try days(edition, limit: 600)).html,
      subjects: [.everything])
  }

  /// The days that have articles, newest first, none in the future.
  func days(_ edition: Edition, limit: Int = .max) throws -> [CivilDay] {
    let offset = edition.zone.offset(at: edition.now)
    let tomorrow = Int64(edition.zone.day(at: edition.now).daysSince1970 + 1) * 86_400 - offset
    return try library.days(until: tomorrow, offset: offset, limit: limit)
  }

  /// A full quotation with a named speaker from each of the first stories that have one: three of
  /// different speakers, else the best one.
  private func voices(of stories: some Sequence<StorySummary>, _ outlets: OutletNames) -> [Voice] {
    var voices: [Voice] = []
    var speakers: Set<String> = []
    for summary in stories where voices.count < 3 {
      // Only what several report has quotations that are worth a place here.
      guard summary.articleCount > 1 || voices.isEmpty, let quote = summary.quote,
        let speaker = quote.speaker, speakers.insert(speaker).inserted
      else { continue }
      voices.append(
        Voice(claim: quote, outlet: outlets[quote.citation.outlet], language: summary.language))
    }
    return voices.count == 2 ? Array(voices.prefix(1)) : voices
  }

  func outletNames() throws -> OutletNames { OutletNames(try library.outlets()) }
}

/// Outlets by id; one that is unknown goes by its host.
struct OutletNames: Sendable {
  private let byID: [Outlet.ID: Outlet]

  /// All that are known.
  let all: [Outlet]

  init(_ outlets: [Outlet]) {
    all = outlets
    byID = Dictionary(outlets.map { ($0.id, $0) }) { first, _ in first }
  }

  func known(_ id: Outlet.ID) -> Outlet? { byID[id] }

  subscript(id: Outlet.ID) -> Outlet { byID[id] ?? Outlet(id: id, name: id) }
}

extension StorySummary {
  func teaser(_ outlets: OutletNames) -> StoryTeaser {
    StoryTeaser(
      id: id, headline: headline, standfirst: standfirst, kicker: kicker,
      headlineOutlet: outlets[leadOutlet], headlineArticle: lead, articleCount: articleCount,
      independentCount: independentOutlets.count, outlets: self.outlets.map { outlets[$0] },
      newest: PressDate(instant: lastAt), section: section, language: language,
      comparison: disagreement, hasClaims: hasClaims ?? true)
  }

  var candidate: FrontRank.Candidate {
    FrontRank.Candidate(
      story: id, saga: saga, section: section,
      reports: reports.map {
        FrontRank.Report(outlet: $0.outlet, arrived: $0.at, isCopy: $0.isCopy)
      })
  }
}
