import ArgumentParser
import Fetching
import Foundation
import NIOPosix
import Newsroom
import Samples
import Server
import Storage

/// `dump week`: lets a week go by for a press of invented sources, good and bad.
struct DumpWeek: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "week",
    abstract: "A simulated week over real HTTP on loopback; ends with 1 where a rule was broken.",
    shouldDisplay: false)

  @Option(help: "How many sources.") var sources = 500
  @Option(help: "How many days.") var days = 7
  @Option(help: "The port they are served on, each on a loopback address of its own.")
  var port = 18_500
  @Option(help: "Keep the library in this file.") var library: String?
  @Option(help: "Fetch all feeds so many times without pauses first, and tell the rate.")
  var rate = 0

  func run() async throws {
    let week = SimulatedWeek(sourceCount: sources, days: days, port: port)
    if rate > 0 { try await measure(week) }
    if days == 0 { return }
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "presseschau-week-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let library = try Library(path: library ?? folder.appending(path: "week.sqlite").path)
    let report = try await week.run(in: library) { day, rounds in
      say("day \(day) is over after \(rounds) rounds; \(DumpFuzz.resident() >> 10) MiB")
    }
    for line in report.lines { print(line) }
    for line in report.round.lines(after: report.took, counts: try library.counts()) { print(line) }
    print("memory at the end: \(DumpFuzz.resident() >> 10) MiB")
    try library.close()
    if !report.breaches.isEmpty { throw ExitCode(1) }
  }

  /// Feeds a second, fetched and read, without pauses and without keeping anything.
  private func measure(_ week: SimulatedWeek) async throws {
    let figure = try await week.fetchRate(times: rate)
    print(
      "\(figure.feeds) feeds fetched and read in \(figure.seconds) s: \(Int(figure.rate)) a second,"
        + " \(figure.entries) entries; \(DumpFuzz.resident() >> 10) MiB")
  }
}

extension WeekReport {
  /// What happened, for people.
  var lines: [String] {
    let seconds = Int(took.components.seconds)
    var lines = [
      "\(sources) sources, \(rounds) rounds in \(seconds) s: \(requests) requests,"
        + " \(feedRequests) of them for feeds, \(notModified) answered by 304, \(wasted) sent in vain",
      "\(arrived) of \(published) articles arrived; half within \(medianDelay / 60) min,"
        + " 95 of 100 within \(lateDelay / 60) min",
      breaches.isEmpty ? "no rule was broken" : "\(breaches.count) times a rule was broken:",
    ]
    let kinds = Dictionary(grouping: breaches) { breach in
      breach.detail + ": " + breach.rule.filter { !$0.isNumber }
    }
    for (_, list) in kinds.sorted(by: { $0.key < $1.key }) {
      lines.append(
        "  \(list.count) × \(list[0].detail), source \(list[0].source): \(list[0].rule)")
    }
    return lines
  }
}
