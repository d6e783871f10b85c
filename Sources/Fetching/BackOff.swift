/// How long a source that fails is left alone: longer with every failure, up to a day.
package struct BackOff: Sendable, Equatable {
  /// Seconds after the first failure.
  package var base: Int
  /// The longest pause, in seconds, whatever the server says.
  package var ceiling: Int

  package init(base: Int = 300, ceiling: Int = 24 * 3600) {
    self.base = max(1, base)
    self.ceiling = max(1, ceiling)
  }

  /// Seconds to wait after so many failures in a row; `jitter` 0…1 spreads sources that failed
  /// together over the upper half of the pause. What the server asks for counts up to the ceiling.
  package func seconds(failures: Int, jitter: Double, retryAfter: Int? = nil) -> Int {
    guard failures > 0 else { return 0 }
    let doublings = min(failures - 1, 20)
    let full = min(ceiling, base.multipliedReportingOverflow(by: 1 << doublings).partialValue)
    let part = jitter.isFinite ? min(max(jitter, 0), 1) : 0
    let pause = full / 2 + Int(Double(full - full / 2) * part)
    return min(ceiling, max(pause, min(retryAfter ?? 0, ceiling), 1))
  }
}
