/// The clock manners go by: how far apart requests start, how long a robots.txt is kept. Limits of
/// time on the network always go by the machine's own clock.
package struct FetchClock: Sendable {
  /// Time since a moment that never changes.
  package var now: @Sendable () -> Duration
  /// Returns at that time; throws when the work is called off.
  package var sleep: @Sendable (_ until: Duration) async throws -> Void

  package init(
    now: @escaping @Sendable () -> Duration,
    sleep: @escaping @Sendable (_ until: Duration) async throws -> Void
  ) {
    self.now = now
    self.sleep = sleep
  }

  /// The machine's clock that never goes back.
  package static let continuous: FetchClock = {
    let origin = ContinuousClock.now
    return FetchClock(
      now: { ContinuousClock.now - origin },
      sleep: { try await Task.sleep(until: origin + $0, clock: .continuous) })
  }()
}
