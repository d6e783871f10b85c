import ArgumentParser
import Feeds
import Foundation
import Press

/// `dump speed`: reads all feeds of a folder from memory again and again, and tells how fast.
struct DumpSpeed: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "speed", abstract: "How fast the feeds of a folder are read from memory.",
    shouldDisplay: false)

  @Argument(help: "Files or folders.") var paths: [String]
  @Option(help: "How often; the fastest counts.") var times = 3

  /// Larger files, and what is no feed, are left out, as for the peers.
  private static let mostBytes = 2_000_000

  func run() throws {
    let documents = try InputFile.all(below: paths).map { try $0.bytes() }
      .filter { $0.count <= Self.mostBytes && Self.isFeed($0) }
    let bytes = documents.reduce(0) { $0 + $1.count }
    var best = Duration.seconds(1_000_000)
    var entries = 0
    var fields = 0
    for _ in 0..<max(1, times) {
      (entries, fields) = (0, 0)
      let begin = ContinuousClock.now
      for document in documents {
        guard let feed = try? FeedReader.read(document) else { continue }
        entries += feed.entries.count
        for entry in feed.entries {
          fields += entry.title.utf8.count + (entry.contentHTML?.utf8.count ?? 0)
        }
      }
      best = min(best, ContinuousClock.now - begin)
    }
    let seconds = best / .seconds(1)
    print(
      "\("presseschau".padding(toLength: 16, withPad: " ", startingAt: 0))"
        + String(
          format: " %7.1f MB/s %9.0f entries/s", Double(bytes) / 1e6 / seconds,
          Double(entries) / seconds)
        + "  \(entries) entries of \(documents.count) feeds, \(bytes / 1_000_000) MB, \(fields) bytes read"
    )
  }

  private static func isFeed(_ bytes: [UInt8]) -> Bool {
    let head = bytes.prefix(4000)
    return ["<rss", "<feed", "<rdf:RDF"].contains { head.firstRange(of: Array($0.utf8)) != nil }
  }
}
