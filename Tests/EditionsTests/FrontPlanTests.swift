import Press
import Testing

@testable import Editions

@Suite struct FrontPlanTests {
  private func stories(_ sections: [Section?]) -> [StoryTeaser] {
    sections.enumerated().map { index, section in
      StoryTeaser(
        id: "s\(index)", headline: "Zeile \(index)",
        headlineOutlet: Outlet(id: "o\(index % 5)", name: "Bote"), section: section)
    }
  }

  private func shown(_ plan: FrontPlan) -> Set<String> {
    let groups = (plan.wide.map { [$0] } ?? []) + plan.rows.flatMap { $0 }
    var ids = groups.flatMap(\.stories).map(\.id) + plan.brief.map(\.id)
    if case .latest(let latest) = plan.box { ids += latest.map(\.id) }
    return Set(ids)
  }

  @Test(arguments: [0, 1, 2, 3, 5, 9, 17, 29])
  func noStoryGetsLost(count: Int) {
    let sections: [Section?] = [.politik, .sport, .politik, nil, .wissen, .kultur, .politik]
    let rest = stories((0..<count).map { sections[$0 * 3 % 7] })
    let lead = StoryTeaser(
      id: "lead", headline: "Erste", headlineOutlet: Outlet(id: "o", name: "Bote"))
    let plan = FrontPlan(lead: lead, rest: rest, brief: [])
    #expect(shown(plan) == Set(rest.map(\.id)))
  }

  @Test func theBoxHoldsFiguresThenWhatIsCoveredThenWhatIsNew() {
    let lead = FloodSample.teaser
    if case .figures(let story, _) = FrontPlan(lead: lead, rest: [], brief: []).box {
      #expect(story.id == lead.id)
    } else {
      Issue.record("the lead's figures are not in the box")
    }
    var plain = lead
    plain.comparison = nil
    if case .none = FrontPlan(lead: plain, rest: stories([.sport]), brief: []).box {
    } else {
      Issue.record("a box of nothing")
    }
    let brief = stories(Array(repeating: .sport, count: 8))
    let plan = FrontPlan(lead: plain, rest: [], brief: brief)
    if case .latest(let latest) = plan.box {
      #expect(latest.count == 5 && plan.brief.count == 3)
    } else {
      Issue.record("what is new is not in the box")
    }
  }
}
