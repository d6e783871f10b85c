import Newsroom
import Testing

@testable import Storage
@testable import presseschau

@Suite struct RunReportWordsTests {
  @Test func aSourceThatFailsAgainAndAgainIsNamedOnce() {
    var report = RunReport()
    for round in 0..<5 {
      for name in round == 0 ? ["a", "b", "c", "d"] : ["a"] {
        report.failures.append(
          RunReport.Failure(what: "http://\(name).example/", why: "It is away.", isSource: true))
      }
    }
    report.failures.append(RunReport.Failure(what: "/page", why: "It is empty."))
    let lines = report.lines(
      after: .seconds(1),
      counts: LibraryCounts(articles: 0, copies: 0, stories: 0, outlets: 0, sources: 4))
    #expect(
      lines.contains(
        "  4 sources, 8 times: It is away. http://a.example/, http://b.example/,"
          + " http://c.example/ and 1 more"))
    #expect(lines.contains("  1 page: It is empty. /page"))
  }
}
