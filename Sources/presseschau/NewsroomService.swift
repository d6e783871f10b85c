import Fetching
import Newsroom
import Press
import Samples
import ServiceLifecycle
import Storage

/// Reads the sources that are due, again and again, until it is told to stop.
struct NewsroomService: Service {
  let library: Library
  let fetcher: Fetcher
  let samples: SampleServices
  var hubs: HubDesk?
  /// Whether one round over all sources, due or not, is enough.
  var endsAfterFirst = false
  var retention = Retention()
  /// Brings pictures after the one round; in a running house they have a service of their own.
  var pictures: PictureDesk?

  func run() async throws {
    // Readers come first: reading and filing news runs on threads that yield to theirs.
    try await withTaskExecutorPreference(QuietThreads.news) { try await work() }
  }

  private func work() async throws {
    let desk = try NewsDesk(library: library)
    try await cancelWhenGracefulShutdown {
      let round = Round(library: library, desk: desk, fetcher: fetcher, hubs: hubs)
      await samples.wait()
      await addSamples()
      try await read(round, all: endsAfterFirst || !samples.homes.isEmpty, isFirst: true)
      if endsAfterFirst {
        try await pictures?.bringAll()
        return
      }
      var prunedAt: Int64 = 0
      while !Task.isCancelled {
        do { try await Task.sleep(for: .seconds(5)) } catch { return }
        await followRulings(desk)
        try await read(round, all: false, isFirst: false)
        prune(&prunedAt)
      }
    }
    try await desk.close()
  }

  /// Lets go what is old; what sources say of their own is looked at once an hour.
  private func prune(_ last: inout Int64) {
    let now = secondsNow()
    do {
      if retention != Retention() { _ = try library.prune(retention, now: now) }
      guard now - last >= 3_600 else { return }
      last = now
      _ = try library.pruneBySource(now: now)
    } catch {
      say("\(error)")
    }
  }

  /// Stories are mended as the operator wants, also where no news comes.
  private func followRulings(_ desk: NewsDesk) async {
    do { try await desk.followRulings() } catch { say("\(error)") }
  }

  /// The sample outlets are found like any other: by their home pages.
  private func addSamples() async {
    let finder = SourceFinder(library: library, fetcher: fetcher)
    let known = Set((try? library.sources().map(\.source.outlet)) ?? [])
    for home in samples.homes where !known.contains(SourceFinder.host(of: home)) {
      do {
        _ = try await finder.add(address: home, at: secondsNow())
      } catch {
        if !Task.isCancelled { say("\(error)") }
      }
    }
  }

  private func read(_ round: Round, all: Bool, isFirst: Bool) async throws {
    let start = ContinuousClock.now
    let progress = Progress()
    let report: RunReport
    do {
      report = try await round.run(now: secondsNow(), all: all) { done, count in
        progress.show("\(done) of \(count) sources read")
      }
    } catch is CancellationError {
      progress.clear()
      return
    } catch let error as LibraryError {
      // Reading goes on from what is kept; the next round tries again.
      progress.clear()
      say("\(error)")
      if endsAfterFirst { throw error }
      return
    }
    progress.clear()
    // What was given up because we stop is asked again next time.
    if Task.isCancelled { return }
    let isWorthWords = isFirst || report.newArticles + report.newVersions > 0
    guard report.sources > 0, isWorthWords || !report.failures.isEmpty else { return }
    let counts = try library.counts()
    for line in report.lines(after: ContinuousClock.now - start, counts: counts) { say(line) }
  }
}

/// Brings pictures home beside reading, so that neither waits for the other.
struct PictureService: Service {
  let pictures: PictureDesk
  let icons: IconDesk

  func run() async throws {
    try await withTaskExecutorPreference(QuietThreads.news) {
      try await cancelWhenGracefulShutdown {
        while !Task.isCancelled {
          do { try await Task.sleep(for: .seconds(5)) } catch { return }
          try await pictures.bringAll()
          do {
            _ = try await icons.run(now: secondsNow())
          } catch let error as LibraryError {
            say("\(error)")
          }
        }
      }
    }
  }
}

extension PictureDesk {
  /// Brings what there is; a library that cannot be written to is said and tried again later.
  fileprivate func bringAll() async throws {
    do {
      let count = try await run(now: secondsNow())
      if count > 0 { say(count == 1 ? "1 picture came in." : "\(count) pictures came in.") }
    } catch let error as LibraryError {
      say("\(error)")
    }
  }
}
