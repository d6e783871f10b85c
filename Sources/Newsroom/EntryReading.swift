import Documents
import Fetching
import Markup
import Press
import Storage

/// What became of an entry.
enum EntryOutcome: Sendable {
  case page(ReadPage)
  /// Its page will not come, and it has no words of its own.
  case lost(SourceFault)
  /// Its page did not come this time.
  case later(SourceFault)
}

/// Gets what stands behind the entries of one source: the entry's own text where the feed gives all
/// of it, else the page; the teaser where a wall stands before the page.
struct EntryReading: Sendable {
  let fetcher: Fetcher
  let source: Source
  let access: SourceAccess?
  let language: Language?
  let now: Int64
  private let trimming: PageTrimming

  /// A feed's own text is taken for the article from this many bytes on.
  private static let wholeText = 1_000
  /// After so long an entry whose page does not come is read from its teaser.
  private static let patience: Int64 = 86_400

  init(
    fetcher: Fetcher, source: Source, access: SourceAccess?, language: Language?, now: Int64
  ) {
    self.fetcher = fetcher
    self.source = source
    self.access = access
    self.language = language
    self.now = now
    trimming = PageTrimming(source.selectors)
  }

  /// The page for an entry, or why it could not be had this time.
  func page(of entry: Entry) async -> EntryOutcome {
    if let content = entry.contentHTML, content.utf8.count >= Self.wholeText || entry.url == nil {
      return .page(ReadPage(raw(EntryPage(entry, language: language).bytes, for: entry)))
    }
    guard let url = entry.url else {
      let text = EntryPage(entry, language: language).bytes
      return .page(ReadPage(raw(text, for: entry)))
    }
    do {
      let answer = try await fetcher.fetch(
        Request(
          url: url, headers: access?.fields(for: url, of: source) ?? [], purpose: .page))
      return read(answer, for: entry, at: url)
    } catch {
      return failure(error, for: entry)
    }
  }

  private func read(_ answer: Response, for entry: Entry, at url: String)
    -> EntryOutcome
  {
    var page = raw(answer.body, for: entry)
    page.url = answer.finalURL
    page.contentType = answer.contentType
    page.isEntryText = false
    page.capture = Capture(
      url: answer.finalURL, fetchedAt: now, status: answer.status,
      headers: answer.headers.map { Capture.Header(name: $0.name, value: $0.value) },
      body: answer.body)
    if !source.selectors.isEmpty {
      page.bytes = trimming.trimmed(
        Encodings.utf8(from: page.bytes, contentType: answer.contentType).bytes)
      page.contentType = "text/html; charset=utf-8"
    }
    let read = ReadPage(page)
    switch Wall.access(read.article, html: answer.body, asked: url, got: answer.finalURL) {
    case nil: return .page(read)
    case .paywall where read.refusal == nil:
      var marked = read
      marked.article.access = .paywall
      return .page(marked)
    case let wall?: return standIn(for: entry, wall) ?? .lost(Self.fault(wall, url))
    }
  }

  /// What a page that does not come means: a wall or a lost page leaves the teaser, all else is
  /// tried again for a day.
  private func failure(_ error: FetchError, for entry: Entry) -> EntryOutcome {
    let fault = SourceFault(error)
    var wall: Access?
    if case .refused(_, let status) = error { wall = Wall.access(status: status) }
    switch error {
    case .cancelled, .closed: return .later(fault)
    default: break
    }
    let isOld = entry.time.map { now - $0 > Self.patience } ?? false
    guard wall != nil || !error.isTransient || isOld else { return .later(fault) }
    return standIn(for: entry, wall ?? .teaser) ?? .lost(fault)
  }

  /// The entry's headline and teaser as an article that says what it is; nil where the entry has no
  /// words for it.
  private func standIn(for entry: Entry, _ access: Access) -> EntryOutcome? {
    var entry = entry
    guard let teaser = entry.contentHTML ?? entry.summary.map(EntryPage.paragraph) else {
      return nil
    }
    entry.contentHTML = teaser
    var read = ReadPage(raw(EntryPage(entry, language: language).bytes, for: entry))
    read.article.access = access
    read.isStandIn = true
    return read.refusal == nil ? .page(read) : nil
  }

  private func raw(_ bytes: [UInt8], for entry: Entry) -> RawPage {
    RawPage(
      form: .html, bytes: bytes, url: entry.url, contentType: "text/html; charset=utf-8",
      label: entry.url ?? entry.id, source: source.url,
      hints: Hints(
        title: entry.title.isEmpty ? nil : entry.title, published: entry.published,
        authors: entry.authors, teaser: entry.summary, outlet: source.title),
      categories: entry.categories,
      capture: Capture(url: entry.url ?? entry.id, fetchedAt: now, body: bytes),
      entry: SeenEntry(entry, of: source, now: now), isEntryText: true)
  }

  private static func fault(_ wall: Access, _ url: String) -> SourceFault {
    switch wall {
    case .consentWall: SourceFault(.consentWall, url)
    case .paywall, .teaser: SourceFault(.paywall, url)
    case .blocked, .full: SourceFault(.blocked, url)
    }
  }
}

extension SourceAccess {
  /// What goes with a request: only to the source's own host and to those named, and never over an
  /// open line where the source has a closed one.
  func fields(for url: String, of source: Source) -> [(name: String, value: String)] {
    guard let own = WebURL(source.url), let target = WebURL(url), let host = target.host,
      host == own.host || hosts.contains(host.description),
      target.scheme == "https" || own.scheme == "http"
    else { return [] }
    var fields = headers.map { (name: $0.name, value: $0.value) }
    if login != nil || password != nil {
      fields.append(("Authorization", BasicLogin.header(login ?? "", password ?? "")))
    }
    if let cookie { fields.append(("Cookie", cookie)) }
    if let userAgent { fields.append(("User-Agent", userAgent)) }
    return fields
  }
}
