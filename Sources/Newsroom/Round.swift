package import Fetching
package import Storage

/// Asks all sources that are due, several at a time.
package struct Round: Sendable {
  let library: Library
  let check: SourceCheck
  private static let atATime = 16

  package init(library: Library, desk: NewsDesk, fetcher: Fetcher) {
    self.library = library
    check = SourceCheck(library: library, inbox: Inbox(desk: desk), fetcher: fetcher)
  }

  /// Asks what is due and says what came of it. `progress` hears of each source that is done.
  ///
  /// - Parameter all: whether sources are asked that are not due yet, too.
  package func run(
    now: Int64, all: Bool = false,
    progress: @Sendable (_ done: Int, _ of: Int) -> Void = { _, _ in }
  ) async throws -> RunReport {
    let due = try library.sources().filter { all || $0.nextCheckAt <= now }
    var whole = RunReport()
    try await withThrowingTaskGroup(of: RunReport.self) { group in
      var waiting = due.makeIterator()
      for _ in 0..<Self.atATime {
        guard let state = waiting.next() else { break }
        group.addTask { try await check.run(state, now: now) }
      }
      var done = 0
      while let report = try await group.next() {
        whole.add(report)
        done += 1
        progress(done, due.count)
        if let state = waiting.next() {
          group.addTask { try await check.run(state, now: now) }
        }
      }
    }
    return whole
  }
}
