package import Press

/// Orders the stories of a front page by how many newsrooms report them, and how lately.
///
/// Every outlet has one vote a story, with its latest own report; a copy's vote counts little. What
/// came long ago fades. A saga gets some places and no more, and so does a section.
package enum FrontRank {
  /// What the ranking knows of a story.
  package struct Candidate: Sendable, Hashable {
    package var story: Story.ID
    package var saga: String
    package var section: Section?
    package var reports: [Report]

    package init(story: Story.ID, saga: String, section: Section?, reports: [Report]) {
      self.story = story
      self.saga = saga
      self.section = section
      self.reports = reports
    }
  }

  /// One article of a story.
  package struct Report: Sendable, Hashable {
    package var outlet: Outlet.ID
    /// Seconds since 1970.
    package var arrived: Int64
    package var isCopy: Bool

    package init(outlet: Outlet.ID, arrived: Int64, isCopy: Bool = false) {
      self.outlet = outlet
      self.arrived = arrived
      self.isCopy = isCopy
    }
  }

  /// A story's place on the front.
  package struct Ranked: Sendable, Hashable, Identifiable {
    package var id: Story.ID
    package var score: Double
    /// Why it stands here, in fixed terms with their values: `outlets=5 copies=1 hours=2`; `held`
    /// names the rule that put it further down.
    package var because: String

    package init(id: Story.ID, score: Double, because: String) {
      self.id = id
      self.score = score
      self.because = because
    }
  }

  /// How the front is filled.
  package struct Rules: Sendable, Hashable {
    /// Hours in which a report loses half of its weight.
    package var halfLife: Double = 8
    /// Places a saga has at most; the rest of its stories follow after all others.
    package var mostOfASaga = 3
    /// Places of any ten that one section may fill.
    package var mostOfASection = 4
    /// What an outlet's vote is worth when all it has is a copy.
    package var copyWeight = 0.15

    package init() {}
  }

  /// The candidates in the order of the front; none is lost.
  package static func rank(
    _ candidates: [Candidate], now: Int64, rules: Rules = Rules()
  ) -> [Ranked] {
    let weighed = candidates.map { weigh($0, now: now, rules: rules) }
    let order = weighed.indices.sorted {
      (weighed[$0].score, candidates[$1].story) > (weighed[$1].score, candidates[$0].story)
    }
    return placed(order.map { (candidates[$0], weighed[$0]) }, rules)
  }

  /// A story's score, before sagas and sections are looked at.
  private static func weigh(_ candidate: Candidate, now: Int64, rules: Rules) -> Ranked {
    var votes: [Outlet.ID: Double] = [:]
    var copies: Set<Outlet.ID> = []
    var newest = Int64.min
    for report in candidate.reports {
      // A report from the future is one that has just come.
      let age = Double(max(0, now &- min(report.arrived, now)))
      newest = max(newest, min(report.arrived, now))
      let fresh = halved(age / 3600 / max(rules.halfLife, 0.1))
      let vote = report.isCopy ? fresh * rules.copyWeight : fresh
      votes[report.outlet] = max(votes[report.outlet] ?? 0, vote)
      if report.isCopy { copies.insert(report.outlet) }
    }
    for report in candidate.reports where !report.isCopy { copies.remove(report.outlet) }
    // Summed in a fixed order: floating sums depend on it.
    let score = votes.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value }
    let hours = newest == .min ? 0 : max(0, now &- newest) / 3600
    return Ranked(
      id: candidate.story, score: score,
      because: "outlets=\(votes.count - copies.count) copies=\(copies.count) hours=\(hours)")
  }

  /// Fills the places one after the other, each with the best story no rule holds back.
  private static func placed(_ ordered: [(Candidate, Ranked)], _ rules: Rules) -> [Ranked] {
    let (sagas, sagaCount) = sagaNumbers(ordered)
    var places = [Int](repeating: 0, count: sagaCount)
    var waiting = Array(ordered.indices)
    var placed: [Ranked] = []
    placed.reserveCapacity(ordered.count)
    var lately: [Section?] = []
    while !waiting.isEmpty {
      let full = fullSections(lately, rules)
      func isHeld(_ index: Int) -> (saga: Bool, section: Bool) {
        (
          places[sagas[index]] >= rules.mostOfASaga,
          ordered[index].0.section.map(full.contains) ?? false
        )
      }
      let window = waiting.prefix(120)
      let free = window.firstIndex { isHeld($0) == (false, false) }
      let index = waiting.remove(at: free ?? window.firstIndex { !isHeld($0).saga } ?? 0)
      var ranked = ordered[index].1
      let held = isHeld(index)
      if held.saga { ranked.because += " held=saga" }
      if held.section { ranked.because += " held=section" }
      places[sagas[index]] += 1
      lately.append(ordered[index].0.section)
      if lately.count > 9 { lately.removeFirst() }
      placed.append(ranked)
    }
    return placed
  }

  /// For each story a number for its saga, and how many sagas there are.
  private static func sagaNumbers(_ ordered: [(Candidate, Ranked)]) -> ([Int], count: Int) {
    var numbers: [String: Int] = [:]
    var sagas: [Int] = []
    sagas.reserveCapacity(ordered.count)
    for (candidate, _) in ordered {
      let number = numbers[candidate.saga] ?? numbers.count
      numbers[candidate.saga] = number
      sagas.append(number)
    }
    return (sagas, numbers.count)
  }

  /// The sections that have their share of the last ten places.
  private static func fullSections(_ lately: [Section?], _ rules: Rules) -> Set<Section> {
    var counts: [Section: Int] = [:]
    for case let section? in lately { counts[section, default: 0] += 1 }
    return Set(counts.filter { $0.value >= rules.mostOfASection }.keys)
  }

  /// One half to the power of a number, within a thousandth.
  private static func halved(_ power: Double) -> Double {
    guard power < 60 else { return 0 }
    let whole = power.rounded(.down)
    let rest = (power - whole) * 0.693_147_180_559_945
    // e^-x for 0…ln 2
    let fraction = 1 - rest * (1 - rest / 2 * (1 - rest / 3 * (1 - rest / 4 * (1 - rest / 5))))
    return fraction / Double(UInt64(1) << UInt64(whole))
  }
}
