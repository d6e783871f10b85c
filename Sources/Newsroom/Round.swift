package import Fetching
package import Storage

/// Asks all sources that are due, several at a time.
package struct Round: Sendable {
  let library: Library
  let check: SourceCheck
  private static let atATime = 24
  /// Sources that failed last time may be slow again: they get a few places only, so that the
  /// others are read meanwhile.
  private static let failingAtATime = 6

  package init(
    library: Library, desk: NewsDesk, fetcher: Fetcher, hubs: HubDesk? = nil,
    patience: Duration = .milliseconds(300)
  ) {
    self.library = library
    check = SourceCheck(
      library: library, inbox: Inbox(desk: desk, patience: patience), fetcher: fetcher, hubs: hubs)
  }

  /// Asks what is due and says what came of it. `progress` hears of each source that is done.
  ///
  /// - Parameter all: whether sources are asked that are not due yet, too.
  package func run(
    now: Int64, all: Bool = false,
    progress: @Sendable (_ done: Int, _ of: Int) -> Void = { _, _ in }
  ) async throws -> RunReport {
    let due = try all ? library.sources() : library.sourcesDue(at: now)
    var queue = WaitingSources(due, failingAtATime: Self.failingAtATime)
    let clock = check.fetcher.settings.clock
    let start = clock.now()
    var whole = RunReport()
    try await withThrowingTaskGroup(of: (report: RunReport, wasFailing: Bool).self) { group in
      var running = 0
      var done = 0
      repeat {
        while running < Self.atATime, let state = queue.next() {
          running += 1
          group.addTask {
            // A round may take long: pauses count from when each source was asked.
            let waited = (clock.now() - start).components.seconds
            return (try await check.run(state, now: now + waited), state.failures > 0)
          }
        }
        guard let result = try await group.next() else { break }
        running -= 1
        if result.wasFailing { queue.failingDone() }
        whole.add(result.report)
        done += 1
        progress(done, due.count)
      } while true
    }
    return whole
  }
}

/// Sources that wait for their turn: the healthy first, of those that failed a few at a time.
private struct WaitingSources {
  private var healthy: [SourceState]
  private var failing: [SourceState]
  private let limit: Int
  private var running = 0

  init(_ due: [SourceState], failingAtATime limit: Int) {
    healthy = due.filter { $0.failures == 0 }.reversed()
    failing = due.filter { $0.failures > 0 }.reversed()
    self.limit = limit
  }

  mutating func next() -> SourceState? {
    if running < limit, let state = failing.popLast() {
      running += 1
      return state
    }
    return healthy.popLast()
  }

  mutating func failingDone() { running -= 1 }
}
