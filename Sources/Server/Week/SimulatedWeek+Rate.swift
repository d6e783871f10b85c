import Feeds
import Fetching
import NIOPosix
import Samples

extension SimulatedWeek {
  /// How fast feeds are fetched and read.
  package struct FetchRate: Sendable {
    package var feeds: Int
    package var entries: Int
    package var seconds: Double
    package var rate: Double { seconds > 0 ? Double(feeds) / seconds : 0 }
  }

  /// Fetches and reads the feeds of all well-kept sources so many times, without pauses.
  package func fetchRate(times: Int) async throws -> FetchRate {
    let clock = VirtualClock(start: Self.start + 3 * 86_400)
    let press = WeekPress(count: sourceCount, start: Self.start, port: port)
    let server = WeekServer(press: press, clock: clock)
    let group = MultiThreadedEventLoopGroup.singleton
    try await server.start(on: group)
    var settings = settings(press, clock)
    settings.loopbackSpacing = .zero
    settings.inAll = 64
    let fetcher = Fetcher(settings: settings, group: group)
    let urls = press.sources.map { source in
      // Each address stands for a feed of its own, also where its temper would be a bad one.
      "http://\(source.host):\(port)\(source.temper == .json ? "/feed.json" : "/feed.xml")"
    }
    _ = await entries(of: urls, fetcher)
    let begin = ContinuousClock.now
    var count = 0
    for _ in 0..<times { count += await entries(of: urls, fetcher) }
    let time = ContinuousClock.now - begin
    try await fetcher.shutdown()
    await server.stop()
    return FetchRate(
      feeds: urls.count * times, entries: count,
      seconds: Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18)
  }

  private func entries(of urls: [String], _ fetcher: Fetcher) async -> Int {
    await withTaskGroup(of: Int.self) { group in
      var waiting = urls.makeIterator()
      func next() -> Bool {
        guard let url = waiting.next() else { return false }
        group.addTask {
          guard
            let answer = try? await fetcher.fetch(
              Request(url: url, purpose: .feed, obeysRobots: false)),
            let feed = try? FeedReader.read(answer.body, contentType: answer.contentType, url: url)
          else { return 0 }
          return feed.entries.count
        }
        return true
      }
      for _ in 0..<64 where !next() { break }
      var count = 0
      for await entries in group {
        count += entries
        _ = next()
      }
      return count
    }
  }
}
