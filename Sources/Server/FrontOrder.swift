package import Storage
import Stories

/// Stories in the order of fronts, each with why it stands there.
package struct FrontOrder: Sendable {
  package struct Place: Sendable {
    package var story: StorySummary
    package var score: Double
    /// In fixed terms with their values, see `FrontRank.Ranked.because`.
    package var because: String
  }

  package let places: [Place]

  /// The newest stories, of which the front is made.
  private static let mostLookedAt = 400

  /// The order of the front.
  package init(of library: Library, now: Int64) throws(LibraryError) {
    self.init(try library.stories(limit: Self.mostLookedAt), now: now)
  }

  /// The order of some stories.
  init(_ stories: [StorySummary], now: Int64) {
    let byID = Dictionary(stories.map { ($0.id, $0) }) { first, _ in first }
    places = FrontRank.rank(stories.map(\.candidate), now: now).compactMap { ranked in
      byID[ranked.id].map { Place(story: $0, score: ranked.score, because: ranked.because) }
    }
  }
}
