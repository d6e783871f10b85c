package import Newsroom
import Press
import Samples
import Storage

/// What a simulated week came to, held against the rules.
package struct WeekReport: Sendable {
  /// A rule that was broken, and by whom.
  package struct Breach: Sendable, Hashable {
    package var rule: String
    package var source: String
    package var detail: String
  }

  package var sources: Int
  package var rounds: Int
  package var requests: Int
  package var feedRequests: Int
  package var notModified: Int
  /// Answers with a whole body that told nothing new though the source honours conditions.
  package var wasted: Int
  package var published: Int
  package var arrived: Int
  /// Seconds from publication to arrival: the median and the slowest twentieth.
  package var medianDelay: Int64
  package var lateDelay: Int64
  package var breaches: [Breach] = []
  package var round: RunReport
  package var took: Duration

  /// An answer may come so much after the time its source's rhythm wants, for what stands in line.
  private static let slack: Int64 = 180
  private static let shortest: Int64 = 600
  /// The first pause after a failure, less what chance takes off.
  private static let shortestPause: Int64 = 150

  init(
    press: WeekPress, books: [WeekServer.Ledger], library: Library, round: RunReport, rounds: Int,
    end: Int64, took: Duration
  ) throws {
    sources = press.sources.count
    self.rounds = rounds
    self.round = round
    self.took = took
    requests = books.reduce(0) { $0 + $1.feed.count + $1.pages.count + $1.robots.count }
    feedRequests = books.reduce(0) { $0 + $1.feed.count }
    notModified = books.reduce(0) { $0 + $1.feed.count { $0.status == 304 } }
    (wasted, published, arrived, medianDelay, lateDelay) = (0, 0, 0, 0, 0)
    var delays: [Int64] = []
    for source in press.sources {
      checkManners(source, books[source.number])
      checkConditions(source, books[source.number])
      guard source.temper.isSteady else { continue }
      let arrivals = try library.arrivals(ofOutlet: source.host)
      delays += checkArrivals(source, arrivals, from: press.start, until: end)
    }
    delays.sort()
    if !delays.isEmpty {
      medianDelay = delays[delays.count / 2]
      lateDelay = delays[min(delays.count - 1, delays.count * 19 / 20)]
    }
  }

  /// No host is asked more often than the rules allow.
  private mutating func checkManners(_ source: WeekSource, _ book: WeekServer.Ledger) {
    // A redirect asks the same host twice within one check.
    let checks = book.feed.filter { !(300..<400).contains($0.status) || $0.status == 304 }.map(\.at)
    for (before, after) in zip(checks, checks.dropFirst()) where after - before < Self.shortestPause {
      fail("asked again after \(after - before) s", source)
    }
    if book.mostAtATime > 2 { fail("\(book.mostAtATime) requests at a time", source) }
    for (before, after) in zip(book.robots, book.robots.dropFirst()) where after - before < 290 {
      fail("robots.txt asked again after \(after - before) s", source)
    }
    let all = (book.feed.map(\.at) + book.pages + book.robots).sorted()
    for (index, at) in all.enumerated() where index >= 63 {
      // Sixty seconds hold sixty requests; two may be on their way at either end.
      if at - all[index - 63] < 60 { fail("more than a request a second", source) }
    }
    if source.temper == .gone, book.feed.count(where: { $0.status == 410 }) > 1 {
      fail("asked after it was gone for good", source)
    }
    if source.temper == .closed, !book.feed.isEmpty { fail("asked against robots.txt", source) }
    for (before, after) in zip(book.feed, book.feed.dropFirst()) {
      let rest: Int64 = before.status == 503 ? 7_200 : before.status == 429 ? 1_800 : 0
      if after.at - before.at < rest { fail("asked within its Retry-After", source) }
    }
  }

  /// What has not changed costs a 304.
  private mutating func checkConditions(_ source: WeekSource, _ book: WeekServer.Ledger) {
    guard source.temper.hasValidators, source.temper.isSteady else { return }
    var known = -1
    for (at, status) in book.feed where status == 200 {
      var state = source.count(at: at) * 2
      if source.temper == .edited { state += source.count(at: at - 3_600) }
      if state == known {
        wasted += 1
        fail("an unchanged feed was sent whole", source)
      }
      known = state
    }
  }

  /// Every article arrives within its source's rhythm: half the usual gap between articles, ten
  /// minutes at the least, a tenth more by chance, and what the source itself wishes.
  private mutating func checkArrivals(
    _ source: WeekSource, _ arrivals: [Int64: Int64], from start: Int64, until end: Int64
  ) -> [Int64] {
    var delays: [Int64] = []
    let wish: Int64 = source.temper == .patient ? 7_200 : 0
    let rhythm = max(Self.shortest, source.period / 2, wish) * 11 / 10 + Self.slack
    let allowed = min(rhythm, 12 * 3_600 * 11 / 10 + Self.slack)
    for article in 0..<source.count(at: end - allowed) {
      let time = source.published(article)
      guard time >= start else { continue }
      published += 1
      guard let arrival = arrivals[time] else {
        fail("article \(article) of \(time - start) s never arrived", source)
        continue
      }
      arrived += 1
      delays.append(arrival - time)
      if arrival - time > allowed {
        fail("article \(article) came after \(arrival - time) s, \(allowed) allowed", source)
      }
    }
    return delays
  }

  private mutating func fail(_ rule: String, _ source: WeekSource) {
    breaches.append(
      Breach(rule: rule, source: "\(source.number)", detail: source.temper.rawValue))
  }
}
