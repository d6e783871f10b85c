import Fetching
import Testing

@Suite struct BackOffTests {
  @Test func pausesDoubleUpToADay() {
    let backOff = BackOff(base: 300)
    let pauses = (1...12).map { backOff.seconds(failures: $0, jitter: 1) }
    #expect(pauses.prefix(4) == [300, 600, 1200, 2400])
    #expect(pauses.suffix(2) == [86_400, 86_400])
    #expect(backOff.seconds(failures: .max, jitter: 1) == 86_400)
    #expect(backOff.seconds(failures: 0, jitter: 1) == 0)
  }

  @Test func jitterStaysInTheUpperHalf() {
    let backOff = BackOff(base: 300)
    #expect(backOff.seconds(failures: 3, jitter: 0) == 600)
    #expect(backOff.seconds(failures: 3, jitter: 0.5) == 900)
    #expect(backOff.seconds(failures: 3, jitter: .nan) == 600)
    #expect(backOff.seconds(failures: 3, jitter: 99) == 1200)
  }

  @Test func theServersWishCountsUpToTheCeiling() {
    let backOff = BackOff()
    #expect(backOff.seconds(failures: 1, jitter: 0, retryAfter: 7000) == 7000)
    #expect(backOff.seconds(failures: 1, jitter: 0, retryAfter: .max) == 86_400)
    #expect(backOff.seconds(failures: 1, jitter: 0, retryAfter: -5) == 150)
  }
}

@Suite struct RhythmTests {
  private let now: Int64 = 1_795_000_000

  private func history(every seconds: Int64, count: Int64 = 20) -> Rhythm.History {
    .init(checked: now, published: (0..<count).map { now - 60 - $0 * seconds })
  }

  @Test func aBusySourceIsAskedOftenAndAQuietOneSeldom() {
    let rhythm = Rhythm()
    #expect(rhythm.interval(history(every: 60)) == 600)
    #expect(rhythm.interval(history(every: 4 * 3600)) == 2 * 3600)
    #expect(rhythm.interval(history(every: 7 * 86_400)) == 12 * 3600)
  }

  @Test func silenceMakesTheGapLonger() {
    let rhythm = Rhythm()
    let old = (0..<20).map { now - 5 * 86_400 - $0 * 600 }
    #expect(rhythm.interval(.init(checked: now, published: old)) == 12 * 3600)
  }

  @Test func datesOfTheFutureDoNotCount() {
    let rhythm = Rhythm()
    let odd = Rhythm.History(checked: now, published: [now + 999_999, .max])
    #expect(rhythm.interval(odd) == 3600)
    #expect(rhythm.interval(.init(checked: now, published: [.min, now])) > 0)
  }

  @Test func aWishIsFollowedButCannotSwitchASourceOff() {
    let rhythm = Rhythm()
    var asked = history(every: 60)
    asked.wishedSeconds = 3600
    #expect(rhythm.interval(asked) == 3600)
    asked.wishedSeconds = .max
    #expect(rhythm.interval(asked) == 12 * 3600)
  }

  @Test func failuresBackOff() {
    let rhythm = Rhythm()
    let failed = Rhythm.History(checked: now, failures: 2)
    #expect(rhythm.next(after: failed, jitter: 1) == now + 600)
    #expect(rhythm.next(after: history(every: 60), jitter: 1) == now + 660)
  }

  /// How often a source is asked in a day that publishes every so many seconds, or fails.
  private func checks(every gap: Int64, failing: Bool = false) -> Int {
    let rhythm = Rhythm()
    var dice = Dice(seed: UInt64(gap))
    var time = now
    var count = 0
    var failures = 0
    while time < now + 86_400 {
      count += 1
      failures = failing ? failures + 1 : 0
      let latest = time - time % gap
      let history = Rhythm.History(
        checked: time, published: (0..<20).map { latest - $0 * gap }, failures: failures)
      time = rhythm.next(after: history, jitter: Double(dice.roll(1000)) / 1000)
    }
    return count
  }

  @Test func aDayOfASourceIsPolite() {
    #expect((120...144).contains(checks(every: 60)))
    #expect((20...26).contains(checks(every: 2 * 3600)))
    #expect(checks(every: 7 * 86_400) <= 3)
    #expect(checks(every: 60, failing: true) <= 14)
  }
}
