import Fetching
import Newsroom
import Press
import Samples
import ServiceLifecycle
import Storage

/// Files invented pages at a steady pace, as if so many came from the web, to measure how reading the
/// paper bears it. Each is a page of the sample press at an address of its own, with other words.
struct Rehearsal: Service {
  let library: Library
  let perSecond: Int

  func run() async throws {
    try await withTaskExecutorPreference(QuietThreads.news) { try await work() }
  }

  private func work() async throws {
    let desk = try NewsDesk(library: library)
    let press = SamplePress(weeks: SamplePress.weeks(at: secondsNow()), port: 8181)
    let pages = press.outlets.flatMap { outlet in
      outlet.articlePaths.compactMap { press.file(outlet: outlet.address, path: $0) }
    }
    let clock = ContinuousClock()
    let start = clock.now
    try await cancelWhenGracefulShutdown {
      var filed = 0
      while !Task.isCancelled, !pages.isEmpty {
        let raw = (filed..<(filed + perSecond)).map { page($0, pages[$0 % pages.count].body) }
        let report = try await desk.file(await ReadPage.read(raw))
        filed += perSecond
        let spent = clock.now - start
        let wanted = Duration.seconds(Double(filed) / Double(perSecond))
        say("\(filed) pages in \(spent), \(report.newArticles) new in the last second")
        do { try await clock.sleep(for: max(.zero, wanted - spent)) } catch { return }
      }
    }
    try await desk.close()
  }

  private func page(_ number: Int, _ body: [UInt8]) -> RawPage {
    let now = secondsNow()
    let url = "https://rehearsal\(number % 40).example/\(now)/\(number)"
    // Other words, so that each is an article of its own.
    let word = String(UInt64(number) &* 0x9E37_79B9_7F4A_7C15, radix: 36)
    let bytes = Array(
      String(decoding: body, as: UTF8.self).replacing("<p>", with: "<p>\(word.prefix(7)) ").utf8)
    return RawPage(
      form: .html, bytes: bytes, url: url, contentType: "text/html; charset=utf-8", label: url,
      capture: Capture(url: url, fetchedAt: now, status: 200, body: bytes))
  }
}
