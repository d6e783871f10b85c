/// When a source is asked again: as often as it has news, no more often than it wishes.
///
/// All times are seconds since 1970 and are given as arguments.
package struct Rhythm: Sendable, Equatable {
  package var shortest: Int
  package var longest: Int
  package var backOff: BackOff

  package init(shortest: Int = 600, longest: Int = 12 * 3600, backOff: BackOff = BackOff()) {
    self.shortest = max(1, shortest)
    self.longest = max(self.shortest, longest)
    self.backOff = backOff
  }

  /// What is known of a source.
  package struct History: Sendable, Equatable {
    /// When it was asked last.
    package var checked: Int64
    /// When its latest entries were published, in any order; those of the future do not count.
    package var published: [Int64]
    /// Failures in a row, 0 after a success.
    package var failures: Int
    /// The longest of what the source itself asks for: `ttl`, `sy:updatePeriod`, `max-age`.
    package var wishedSeconds: Int?
    /// What its last refusal asked for.
    package var retryAfterSeconds: Int?

    package init(
      checked: Int64, published: [Int64] = [], failures: Int = 0, wishedSeconds: Int? = nil,
      retryAfterSeconds: Int? = nil
    ) {
      self.checked = checked
      self.published = published
      self.failures = failures
      self.wishedSeconds = wishedSeconds
      self.retryAfterSeconds = retryAfterSeconds
    }
  }

  /// Seconds between two checks of a healthy source: half the usual gap between its entries, and
  /// longer when it has been silent for longer than that.
  package func interval(_ history: History) -> Int {
    let times = history.published.filter { $0 <= history.checked }.sorted().suffix(30)
    var seconds = 3600
    if let latest = times.last {
      let gaps = zip(times.dropFirst(), times).map { $0 &- $1 }.sorted()
      let silence = history.checked &- latest
      let usual = gaps.isEmpty ? silence : gaps[gaps.count / 2]
      seconds = Int(clamping: max(usual / 2, silence / 10))
    }
    // A wish is followed up to the longest interval: a source cannot switch itself off by it.
    return min(longest, max(shortest, seconds, min(history.wishedSeconds ?? 0, longest)))
  }

  /// When to ask again; `jitter` 0…1 moves it by up to a tenth, so that sources added together do
  /// not stay together.
  package func next(after history: History, jitter: Double = 0.5) -> Int64 {
    if history.failures > 0 {
      return history.checked
        &+ Int64(
          backOff.seconds(
            failures: history.failures, jitter: jitter, retryAfter: history.retryAfterSeconds))
    }
    let seconds = interval(history)
    let part = jitter.isFinite ? min(max(jitter, 0), 1) : 0
    return history.checked &+ Int64(seconds) &+ Int64(Double(seconds) * 0.1 * part)
  }
}
