import Press
import Testing

@testable import Stories

@Suite struct FrontRankTests {
  private let now: Int64 = 1_767_700_000

  private func candidate(
    _ id: String, outlets: Int, hours: Double = 0, saga: String? = nil, section: Section? = nil,
    copies: Int = 0
  ) -> FrontRank.Candidate {
    let at = now - Int64(hours * 3600)
    let own = (0..<outlets).map { FrontRank.Report(outlet: "o\($0)", arrived: at) }
    let copied = (0..<copies).map {
      FrontRank.Report(outlet: "c\($0)", arrived: at, isCopy: true)
    }
    return FrontRank.Candidate(
      story: id, saga: saga ?? id, section: section, reports: own + copied)
  }

  @Test func moreOutletsStandHigher() {
    let ranked = FrontRank.rank([candidate("a", outlets: 2), candidate("b", outlets: 5)], now: now)
    #expect(ranked.map(\.id) == ["b", "a"])
    #expect(ranked[0].because == "outlets=5 copies=0 hours=0")
  }

  @Test func aReportLosesHalfInEightHours() throws {
    let ranked = FrontRank.rank(
      [candidate("new", outlets: 1), candidate("old", outlets: 1, hours: 8)], now: now)
    #expect(abs(ranked[1].score * 2 - ranked[0].score) < 0.01)
  }

  @Test func anOutletHasOneVoteHoweverMuchItWrites() {
    let many = FrontRank.Candidate(
      story: "many", saga: "many", section: nil,
      reports: (0..<20).map { _ in FrontRank.Report(outlet: "o", arrived: now) })
    let ranked = FrontRank.rank([many, candidate("two", outlets: 2)], now: now)
    #expect(ranked.map(\.id) == ["two", "many"])
  }

  @Test func copiesAreNoIndependentVotes() {
    let ranked = FrontRank.rank(
      [candidate("copied", outlets: 1, copies: 6), candidate("own", outlets: 2)], now: now)
    #expect(ranked.map(\.id) == ["own", "copied"])
  }

  @Test func aSagaHasThreePlacesAndLosesNoStory() {
    let saga = (0..<6).map { candidate("s\($0)", outlets: 9, saga: "saga") }
    let others = (0..<4).map { candidate("x\($0)", outlets: 2) }
    let ranked = FrontRank.rank(saga + others, now: now)
    #expect(ranked.count == 10)
    #expect(ranked.prefix(7).count { $0.id.hasPrefix("s") } == 3)
    #expect(ranked[7].because.hasSuffix("held=saga"))
  }

  @Test func aSectionDoesNotFillTheFront() {
    let sport = (0..<12).map { candidate("s\($0)", outlets: 9, section: .sport) }
    let others = (0..<8).map { candidate("x\($0)", outlets: 1, section: .politik) }
    let ranked = FrontRank.rank(sport + others, now: now)
    #expect(ranked.prefix(6).count { $0.id.hasPrefix("s") } == 4)
  }

  @Test func theOrderGivenDoesNotMatter() {
    let stories = (0..<30).map {
      candidate("s\($0)", outlets: 1 + $0 % 7, hours: Double($0 % 5), section: .politik)
    }
    let one = FrontRank.rank(stories, now: now)
    #expect(FrontRank.rank(stories.reversed(), now: now) == one)
  }

  @Test func reportsFromTheFutureAreNoTrap() {
    let story = FrontRank.Candidate(
      story: "f", saga: "f", section: nil,
      reports: [.init(outlet: "o", arrived: .max), .init(outlet: "p", arrived: .min)])
    #expect(FrontRank.rank([story], now: now).count == 1)
  }
}
