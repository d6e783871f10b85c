import ArgumentParser
import Documents
import Feeds
import Fetching
import Foundation
import NIOPosix
import Press

/// `dump fetch`: fetches what the lines of standard input name and reads it, as for a source.
struct DumpFetch: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fetch",
    abstract:
      "Fetch and read addresses: lines {\"id\",\"url\",\"etag\"} in, one row back for each.",
    shouldDisplay: false)

  @OptionGroup var fetching: FetchOption
  @Option(help: "The total deadline of one fetch, in seconds.") var deadline = 20
  @Option(help: "How many at a time.") var atATime = 24
  @Option(help: "How many at a time to one host.") var perHost = 2

  private struct Row: Decodable, Sendable {
    var id: String?
    var url: String
    var etag: String?
  }

  struct Outcome: Encodable, Sendable {
    var id: String
    /// `feed`, `page`, `sitemap`, `list`, `notModified`, `error`.
    var result: String
    var entries: Int?
    var title: String?
    var why: String?
    var milliseconds: Int
    var bytes: Int?
    var httpVersion: Int?
  }

  func run() async throws {
    var settings = try fetching.settings()
    settings.totalDeadline = .seconds(deadline)
    settings.perHost = perHost
    settings.inAll = atATime
    let fetcher = Fetcher(settings: settings, group: MultiThreadedEventLoopGroup.singleton)
    let rows = try JSONLines.read("-").map { line in
      try JSONDecoder().decode(Row.self, from: Data(line))
    }
    try await withThrowingTaskGroup(of: Outcome.self) { group in
      var waiting = rows.makeIterator()
      for _ in 0..<atATime {
        guard let row = waiting.next() else { break }
        group.addTask { await Self.outcome(row, fetcher) }
      }
      while let outcome = try await group.next() {
        try JSONLines.print(outcome)
        if let row = waiting.next() { group.addTask { await Self.outcome(row, fetcher) } }
      }
    }
    try await fetcher.shutdown()
    say(
      "memory: \(DumpFuzz.resident()) KiB at the end, \(DumpFuzz.resident("VmHWM")) KiB at the highest"
    )
  }

  private static func outcome(_ row: Row, _ fetcher: Fetcher) async -> Outcome {
    let begin = ContinuousClock.now
    var outcome = Outcome(id: row.id ?? row.url, result: "error", milliseconds: 0)
    do {
      let answer = try await fetcher.fetch(
        Request(url: row.url, etag: row.etag, purpose: .feed))
      outcome.bytes = answer.body.count
      outcome.httpVersion = answer.httpVersion
      if answer.notModified { outcome.result = "notModified" } else { read(answer, &outcome) }
    } catch {
      outcome.why = "\(error)"
    }
    outcome.milliseconds = Int((ContinuousClock.now - begin) / .milliseconds(1))
    return outcome
  }

  private static func read(_ answer: Response, _ outcome: inout Outcome) {
    if let feed = try? FeedReader.read(
      answer.body, contentType: answer.contentType, url: answer.finalURL)
    {
      outcome.result = "feed"
      outcome.entries = feed.entries.count
      outcome.title = feed.entries.first.map { String($0.title.prefix(80)) }
    } else if let list = try? OPML.read(answer.body), !list.isEmpty {
      outcome.result = "list"
      outcome.entries = list.count
    } else if let sitemap = try? SitemapReader.read(answer.body) {
      outcome.result = "sitemap"
      if case .urls(let pages) = sitemap { outcome.entries = pages.count }
    } else {
      let article = ArticleReader.article(
        page: answer.body, url: answer.finalURL, contentType: answer.contentType, hints: nil)
      outcome.title = String(article.headline.prefix(80))
      if article.body.utf8.isEmpty {
        outcome.why = "\(answer.finalURL): neither a feed nor an article"
      } else {
        outcome.result = "page"
      }
    }
  }
}
