package import Press

/// Orders the stories of a front page.
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
    /// Why it stands here, in fixed terms with their values.
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
    package var mostOfASaga = 3
    /// Share of the front one section may fill, in tenths.
    package var mostOfASection = 4

    package init() {}
  }

  package static func rank(
    _ candidates: [Candidate], now: Int64, rules: Rules = Rules()
  ) -> [Ranked] {
    []
  }
}
