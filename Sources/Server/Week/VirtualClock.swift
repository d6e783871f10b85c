package import Fetching
import Synchronization

/// A clock that stands until someone waits for it: then it goes to that time at once.
package final class VirtualClock: Sendable {
  private let milliseconds: Mutex<Int64>

  /// - Parameter start: seconds since 1970.
  package init(start: Int64) { milliseconds = Mutex(start * 1000) }

  /// Seconds since 1970.
  package var now: Int64 { milliseconds.withLock { $0 / 1000 } }

  /// Goes on to a time; never back.
  package func advance(to seconds: Int64) {
    milliseconds.withLock { $0 = max($0, seconds * 1000) }
  }

  /// The same for the fetcher's manners.
  package var fetchClock: FetchClock {
    FetchClock(
      now: { .milliseconds(self.milliseconds.withLock { $0 }) },
      sleep: { until in
        let (seconds, attoseconds) = until.components
        let target = seconds * 1000 + attoseconds / 1_000_000_000_000_000
        self.milliseconds.withLock { $0 = max($0, target) }
        // Others that are ready go first, as they would in the time that passes.
        await Task.yield()
        try Task.checkCancellation()
      })
  }
}
