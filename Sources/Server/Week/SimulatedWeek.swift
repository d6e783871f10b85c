package import Fetching
import NIOCore
import NIOPosix
import Newsroom
import Press
package import Samples
package import Storage

/// A week of the newsroom in a few minutes: a virtual clock, real HTTP on loopback, many sources
/// good and bad.
package struct SimulatedWeek: Sendable {
  package var sourceCount: Int
  package var days: Int
  package var port: Int
  /// Monday, 5 January 2026, midnight UTC.
  package static let start: Int64 = 1_767_571_200

  package init(sourceCount: Int = 500, days: Int = 7, port: Int = 18_500) {
    self.sourceCount = sourceCount
    self.days = days
    self.port = port
  }

  /// Settings for this press and nothing else: its pauses are those of the web, by the virtual
  /// clock; what hangs is given up soon by the real one.
  package func settings(_ press: WeekPress, _ clock: VirtualClock) -> FetchSettings {
    var settings = FetchSettings()
    settings.guardSettings.allowedLoopback = press.sources.compactMap {
      GuardSettings.Loopback($0.host, ports: port...port)
    }
    settings.loopbackSpacing = settings.spacing
    settings.totalDeadline = .seconds(2)
    settings.connectDeadline = .seconds(2)
    settings.clock = clock.fetchClock
    return settings
  }

  /// Lets the week go by in a library and tells what happened. `progress` hears of each day.
  package func run(
    in library: Library, progress: @Sendable (_ day: Int, _ rounds: Int) -> Void = { _, _ in }
  ) async throws -> WeekReport {
    let begin = ContinuousClock.now
    let clock = VirtualClock(start: Self.start)
    let press = WeekPress(count: sourceCount, start: Self.start, port: port)
    let server = WeekServer(press: press, clock: clock)
    let group = MultiThreadedEventLoopGroup.singleton
    try await server.start(on: group)
    let fetcher = Fetcher(settings: settings(press, clock), group: group)
    var whole = RunReport()
    var rounds = 0
    do {
      try add(press, to: library)
      let desk = try NewsDesk(library: library)
      let round = Round(library: library, desk: desk, fetcher: fetcher, patience: .zero)
      var day = 0
      let end = Self.start + Int64(days) * 86_400
      while clock.now < end {
        let now = clock.now
        whole.add(try await round.run(now: now))
        rounds += 1
        let next = try library.nextCheck() ?? end
        clock.advance(to: max(next, now + 60))
        if (clock.now - Self.start) / 86_400 > Int64(day) {
          day += 1
          progress(day, rounds)
        }
      }
      try await desk.close()
    } catch {
      try? await fetcher.shutdown()
      await server.stop()
      throw error
    }
    try await fetcher.shutdown()
    await server.stop()
    return try WeekReport(
      press: press, books: server.books, library: library, round: whole, rounds: rounds,
      end: Self.start + Int64(days) * 86_400, took: ContinuousClock.now - begin)
  }

  private func add(_ press: WeekPress, to library: Library) throws(LibraryError) {
    let sources = press.sources.map { source in
      let kind: Source.Kind =
        switch source.temper {
        case .sitemap: .sitemap
        case .page: .page
        default: .feed
        }
      return Source(
        url: press.url(of: source), kind: kind, outlet: source.host,
        title: "Bote \(source.number)", category: source.temper.rawValue)
    }
    _ = try library.add(
      sources, outlets: sources.map { Outlet(id: $0.outlet, name: $0.title) }, at: Self.start)
  }
}
