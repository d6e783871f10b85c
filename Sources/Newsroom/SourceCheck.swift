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
  let hubs: HubDesk?

  /// New entries taken from one source at a time and in a day (THREATS T2).
  static let mostEntries = 200
  static let mostEntriesOfADay: Int = 1_000
  /// Pages of a sitemap or a page that are looked at; the newest come first.
  static let mostListed = 2_000
  /// Of a source that lists its old pages, too, so many are read at the first look.
  static let firstLook = 20
  /// So many pages are read before they are filed, so that the first are seen soon.
  private static let batch = 25
  /// A source that has said it is gone for good is asked once more after a month.
  private static let afterTheEnd: Int64 = 30 * 86_400
  /// An entry that is no longer listed is remembered for so long.
  private static let memory: Int64 = 90 * 86_400

  package init(
    library: Library, inbox: Inbox, fetcher: Fetcher, rhythm: Rhythm = Rhythm(),
    hubs: HubDesk? = nil
  ) {
    self.library = library
    self.inbox = inbox
    self.fetcher = fetcher
    self.rhythm = rhythm
    self.hubs = hubs
  }

  /// Asks, reads and files. A source that fails is noted with the source and named in the report.
  ///
  /// - Throws: `LibraryError` only: the library takes nothing any more.
  package func run(_ state: SourceState, now: Int64) async throws -> RunReport {
    guard state.isUnread else { return try await ask(state, now: now) }
    await inbox.firstReading(begins: true)
    do {
      let report = try await ask(state, now: now)
      await inbox.firstReading(begins: false)
      return report
    } catch {
      await inbox.firstReading(begins: false)
      throw error
    }
  }

  private func ask(_ state: SourceState, now: Int64) async throws -> RunReport {
    var report = RunReport()
    report.sources = 1
    var state = state
    state.checkedAt = now
    let clock = fetcher.settings.clock
    let start = clock.now()
    var later: Int64 { now + (clock.now() - start).components.seconds }
    do {
      let access = try library.access(of: state.source.url)
      if let mail = await hubs?.mail.take(state.source.url) {
        try await read(mail, access, &state, &report, now: now)
      } else {
        let answer = try await fetcher.fetch(
          Request(
            url: state.source.url, etag: state.etag, lastModified: state.lastModified,
            headers: access?.fields(for: state.source.url, of: state.source) ?? [],
            purpose: state.source.kind.purpose))
        if answer.notModified {
          report.unchangedSources = 1
          report.notModified = 1
        } else {
          try await read(answer, access, &state, &report, now: now)
        }
        try move(&state, to: answer.movedPermanentlyTo)
      }
      succeed(&state, now: later)
    } catch let error as LibraryError {
      throw error
    } catch {
      fail(&state, error, &report, now: later)
    }
    try library.note(state)
    return report
  }

  private func succeed(_ state: inout SourceState, now: Int64) {
    state.succeededAt = now
    state.failures = 0
    state.fault = nil
    state.nextCheckAt = rhythm.next(
      after: Rhythm.History(
        checked: now, published: state.published, wishedSeconds: state.wishedSeconds),
      jitter: Self.jitter(state))
  }

  private func fail(
    _ state: inout SourceState, _ error: any Error, _ report: inout RunReport, now: Int64
  ) {
    let fault = SourceFault(error, about: state.source.url)
    // What was given up because we stop is no fault of the source.
    if fault.kind == .stopped { return }
    state.failures += 1
    state.fault = fault
    state.nextCheckAt = rhythm.next(
      after: Rhythm.History(
        checked: now, failures: state.failures,
        retryAfterSeconds: (error as? FetchError)?.retryAfterSeconds),
      jitter: Self.jitter(state))
    if fault.kind == .gone { state.nextCheckAt = now + Self.afterTheEnd }
    report.failedSources = 1
    report.failures.append(
      RunReport.Failure(what: state.source.url, why: "\(error)", fault: fault, isSource: true))
  }

  /// Takes the address a source has moved to for good, once it was read there.
  private func move(_ state: inout SourceState, to new: String?) throws(LibraryError) {
    guard let new, new != state.source.url else { return }
    let host = SourceFinder.host(of: new)
    let outlet = Outlet(id: host, name: state.source.title)
    if try library.move(source: state.source.url, to: new, outlet: outlet) {
      state.source.outlet = host
    }
    state.source.url = new
  }

  /// 0…1 by the source's address, so that sources added together are not asked together.
  private static func jitter(_ state: SourceState) -> Double {
    let seed = "\(state.source.url) \(state.checkedAt ?? 0)"
    return Double(FNV1a.hash(seed.utf8) % 1000) / 1000
  }
}

// Reading what came.
extension SourceCheck {
  private func read(
    _ answer: Response, _ access: SourceAccess?, _ state: inout SourceState,
    _ report: inout RunReport, now: Int64
  ) async throws {
    let hash = FNV1a.text(answer.body)
    if state.contentHash == hash {
      state.etag = answer.etag
      state.lastModified = answer.lastModified
      report.unchangedSources = 1
      return
    }
    var content = try SourceContent(answer, of: state.source)
    if !content.further.isEmpty { try await readFurther(&content, access, state.source) }
    if !content.title.isEmpty, state.source.title == state.source.url {
      state.source.title = content.title
    }
    let isWhole = try await file(content, access, &state, &report, now: now)
    let times = content.entries.compactMap(\.time).filter { $0 <= now }.sorted().suffix(30)
    if !times.isEmpty { state.published = Array(times) }
    state.wishedSeconds = content.wishedSeconds
    // Only what was read to its end may be passed over next time.
    state.etag = isWhole ? answer.etag : nil
    state.lastModified = isWhole ? answer.lastModified : nil
    state.contentHash = isWhole ? hash : nil
    if let hub = content.hub {
      await hubs?.follow(
        state.source.url, hub: hub, topic: content.topic ?? answer.finalURL, now: now)
    }
  }

  /// The first sitemaps of an index; the others list what is older.
  private func readFurther(
    _ content: inout SourceContent, _ access: SourceAccess?, _ source: Source
  ) async throws {
    for address in content.further.prefix(3) {
      let answer = try await fetcher.fetch(
        Request(
          url: address, headers: access?.fields(for: address, of: source) ?? [],
          purpose: .sitemap))
      content.entries += try SourceContent(answer, of: source).entries
    }
    content.entries.sort { ($0.time ?? 0) > ($1.time ?? 0) }
    content.entries = Array(content.entries.prefix(Self.mostListed))
  }

  /// Files what is new; returns whether all of it could be had.
  private func file(
    _ content: SourceContent, _ access: SourceAccess?, _ state: inout SourceState,
    _ report: inout RunReport, now: Int64
  ) async throws -> Bool {
    let source = state.source
    let seen = try library.seenEntries(of: source.url)
    var fresh: [Entry] = []
    var known: Set<Entry.ID> = []
    for entry in content.entries where known.insert(entry.id).inserted {
      if seen[entry.id] != entry.changeHash(in: source.kind) { fresh.append(entry) }
    }
    if content.listsAllPages, state.succeededAt == nil {
      try library.markSeen(
        fresh.dropFirst(Self.firstLook).map { SeenEntry($0, of: source, now: now) })
      fresh = Array(fresh.prefix(Self.firstLook))
    }
    let quota = try Self.mostEntriesOfADay - library.entryCount(of: source.url, since: now - 86_400)
    let taken = fresh.prefix(max(0, min(Self.mostEntries, quota)))
    if taken.count < fresh.count { report.postponed += fresh.count - taken.count }
    // Oldest first: stories grow as they did in the world.
    let ordered = taken.sorted { ($0.time ?? now) < ($1.time ?? now) }
    let reading = EntryReading(
      fetcher: fetcher, source: source, access: access, language: content.language, now: now)
    let missed = try await readAll(ordered, reading, &state, &report, now: now)
    if content.entries.count < Self.mostListed {
      try library.forgetEntries(of: source.url, before: now - Self.memory, but: known)
    }
    return missed == 0 && taken.count == fresh.count
  }

  /// Reads entries batch by batch; returns how many could not be had this time.
  private func readAll(
    _ entries: [Entry], _ reading: EntryReading, _ state: inout SourceState,
    _ report: inout RunReport, now: Int64
  ) async throws -> Int {
    var missed = 0
    var rest = entries[...]
    while !rest.isEmpty {
      var pages: [ReadPage] = []
      for entry in rest.prefix(Self.batch) {
        switch await reading.page(of: entry) {
        case .page(let page): pages.append(page)
        case .later(let fault):
          missed += 1
          report.failures.append(RunReport.Failure(of: entry, fault))
        case .lost(let fault):
          // Nobody is asked again and again for what is not there.
          try library.markSeen([SeenEntry(entry, of: reading.source, now: reading.now)])
          report.failures.append(RunReport.Failure(of: entry, fault))
        }
        if Task.isCancelled { throw SourceFault(.stopped, state.source.url) }
      }
      rest = rest.dropFirst(Self.batch)
      let filed = try await inbox.file(pages, isFirst: state.isUnread)
      if filed.newArticles + filed.newVersions > 0 { state.newsAt = now }
      report.add(filed)
    }
    return missed
  }
}

extension SourceState {
  /// Whether it is asked for the first time.
  fileprivate var isUnread: Bool { succeededAt == nil && failures == 0 }
}

extension Source.Kind {
  /// What a source of this kind is asked for.
  var purpose: Request.Purpose {
    switch self {
    case .feed: .feed
    case .sitemap: .sitemap
    case .page: .page
    }
  }
}

extension SeenEntry {
  /// An entry as it is listed now.
  init(_ entry: Entry, of source: Source, now: Int64) {
    self.init(
      source: source.url, id: entry.id, hash: entry.changeHash(in: source.kind), article: nil,
      seenAt: now)
    enclosures = entry.enclosures
  }
}

extension RunReport.Failure {
  /// A page of a source that could not be had.
  init(of entry: Entry, _ fault: SourceFault) {
    self.init(
      what: entry.url ?? entry.id, why: fault.detail ?? fault.kind.rawValue, fault: fault)
  }
}
