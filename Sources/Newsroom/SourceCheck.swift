import Documents
import Feeds
package import Fetching
import Press
package import Storage

/// Asks one source for news and puts what is new in the inbox.
package struct SourceCheck: Sendable {
  let library: Library
  let inbox: Inbox
  let fetcher: Fetcher
  let rhythm: Rhythm

  /// A feed's own text is taken for the article from this many bytes on.
  private static let wholeText = 1_000
  /// A source that has said it is gone for good is asked once more after a month.
  private static let afterTheEnd: Int64 = 30 * 86_400
  /// New entries taken from one source at a time (THREATS T2).
  private static let mostEntries = 200

  package init(
    library: Library, inbox: Inbox, fetcher: Fetcher, rhythm: Rhythm = Rhythm()
  ) {
    self.library = library
    self.inbox = inbox
    self.fetcher = fetcher
    self.rhythm = rhythm
  }

  /// Asks, reads and files. A source that fails is noted with the source and named in the report.
  ///
  /// - Throws: `LibraryError` only: the library takes nothing any more.
  package func run(_ state: SourceState, now: Int64) async throws -> RunReport {
    var report = RunReport()
    report.sources = 1
    var state = state
    state.checkedAt = now
    do {
      let answer = try await fetcher.fetch(
        Request(
          url: state.source.url, etag: state.etag, lastModified: state.lastModified,
          purpose: .feed))
      var published: [Int64] = []
      var wished: Int?
      if answer.notModified {
        report.unchangedSources = 1
      } else {
        (published, wished) = try await read(answer, &state, &report, now: now)
      }
      state.succeededAt = now
      state.failures = 0
      state.lastError = nil
      if !published.isEmpty || state.nextCheckAt == 0 {
        state.nextCheckAt = rhythm.next(
          after: Rhythm.History(checked: now, published: published, wishedSeconds: wished),
          jitter: Self.jitter(state))
      } else {
        state.nextCheckAt = now + max(600, min(6 * 3600, state.nextCheckAt - now))
      }
    } catch let error as LibraryError {
      throw error
    } catch {
      state.failures += 1
      state.lastError = "\(error)"
      state.nextCheckAt = rhythm.next(
        after: Rhythm.History(
          checked: now, failures: state.failures,
          retryAfterSeconds: (error as? FetchError)?.retryAfterSeconds),
        jitter: Self.jitter(state))
      if case .gone = error as? FetchError { state.nextCheckAt = now + Self.afterTheEnd }
      report.failures.append(RunReport.Failure(what: state.source.url, why: "\(error)"))
    }
    try library.note(state)
    return report
  }

  /// Reads a feed's new entries; returns when its entries were published, and how long the feed
  /// wishes to be left alone.
  private func read(
    _ answer: Response, _ state: inout SourceState, _ report: inout RunReport, now: Int64
  ) async throws -> (published: [Int64], wishedSeconds: Int?) {
    state.etag = answer.etag
    state.lastModified = answer.lastModified
    let hash = FNV1a.text(answer.body)
    if state.contentHash == hash {
      report.unchangedSources = 1
      return ([], nil)
    }
    let feed = try FeedReader.read(
      answer.body, contentType: answer.contentType, url: answer.finalURL)
    if !feed.title.isEmpty, state.source.title == state.source.url {
      state.source.title = feed.title
    }
    let seen = try library.seenEntries(of: state.source.url)
    let fresh = feed.entries.filter { seen[$0.id] != $0.changeHash }.prefix(Self.mostEntries)
    // Oldest first: stories grow as they did in the world.
    let ordered = fresh.sorted { ($0.published?.start ?? now) < ($1.published?.start ?? now) }
    var pages: [RawPage] = []
    for entry in ordered {
      do {
        pages.append(try await page(of: entry, in: feed, state.source, now: now))
      } catch {
        report.failures.append(RunReport.Failure(what: entry.url ?? entry.id, why: "\(error)"))
      }
    }
    let filed = try await inbox.file(await ReadPage.read(pages))
    if filed.newArticles + filed.newVersions > 0 { state.newsAt = now }
    report.add(filed)
    // Only a feed that was read to its end may be passed over next time.
    if pages.count == ordered.count { state.contentHash = hash }
    return (feed.entries.compactMap { $0.published?.start }, feed.ttl.map { $0 &* 60 })
  }

  /// The entry's own text where the feed gives all of it, else the page behind it.
  private func page(of entry: Entry, in feed: Feed, _ source: Source, now: Int64) async throws
    -> RawPage
  {
    let hints = Hints(
      title: entry.title, published: entry.published, authors: entry.authors,
      teaser: entry.summary, outlet: source.title)
    let seen = SeenEntry(
      source: source.url, id: entry.id, hash: entry.changeHash, article: nil)
    if let content = entry.contentHTML, content.utf8.count >= Self.wholeText || entry.url == nil {
      let body = EntryPage(entry, language: feed.language).bytes
      return RawPage(
        form: .html, bytes: body, url: entry.url, contentType: "text/html; charset=utf-8",
        label: entry.url ?? entry.id, source: source.url, hints: hints,
        categories: entry.categories,
        capture: Capture(url: entry.url ?? entry.id, fetchedAt: now, body: body), entry: seen,
        isEntryText: true)
    }
    guard let url = entry.url else { throw SourceError.nothingFound(entry.id) }
    let answer = try await fetcher.fetch(Request(url: url, purpose: .page))
    return RawPage(
      form: .html, bytes: answer.body, url: answer.finalURL, contentType: answer.contentType,
      label: url, source: source.url, hints: hints, categories: entry.categories,
      capture: Capture(
        url: answer.finalURL, fetchedAt: now, status: answer.status,
        headers: answer.headers.map { Capture.Header(name: $0.name, value: $0.value) },
        body: answer.body),
      entry: seen)
  }

  /// 0…1 by the source's address, so that sources added together are not asked together.
  private static func jitter(_ state: SourceState) -> Double {
    Double(FNV1a.hash(state.source.url.utf8) % 1000) / 1000
  }
}
