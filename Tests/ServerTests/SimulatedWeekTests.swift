import Foundation
import Press
import Storage
import Testing

@testable import Server

/// The full week is `Scripts/check-week`; this is a small one over the same real HTTP.
/// It takes minutes of a core, and so runs only where `PRESSESCHAU_WEEK` is set.
@Suite(
  .enabled(if: ProcessInfo.processInfo.environment["PRESSESCHAU_WEEK"] != nil),
  .timeLimit(.minutes(10))
) struct SimulatedWeekTests {
  @Test func noRuleIsBrokenInTwoDaysOfEverySortOfSource() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "week-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let library = try Library(path: folder.appending(path: "week.sqlite").path)
    let week = SimulatedWeek(sourceCount: 64, days: 2, port: 18_560)
    let report = try await week.run(in: library)
    for breach in report.breaches.prefix(10) {
      Issue.record("source \(breach.source), \(breach.detail): \(breach.rule)")
    }
    #expect(report.arrived == report.published)
    #expect(report.published > 500)
    #expect(report.notModified > 500)
    #expect(report.wasted == 0)
    // Those that moved for good have their new address.
    let moved = try library.sources().filter { $0.source.url.hasSuffix("/neu/feed.xml") }
    #expect(!moved.isEmpty)
  }
}
