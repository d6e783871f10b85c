/// Adds scores up by place; places are reused from article to article, so that nothing is sorted
/// or hashed for the many that come to little.
struct Tally: Sendable {
  /// A score and the place it belongs to.
  struct Score: Sendable {
    var place: Int32
    var score: Float

    init(_ score: Float, to place: Int) {
      self.score = score
      self.place = Int32(truncatingIfNeeded: place)
    }
  }

  private struct Place: Sendable {
    var sum: Float = 0
    var count: Int32 = 0
  }

  private var places: [Place] = []
  private var touched: [Int] = []

  /// Makes room for so many places.
  mutating func widen(_ places: Int) {
    let count = self.places.count
    guard places > count else { return }
    self.places += repeatElement(Place(), count: max(places, count * 2) - count)
  }

  /// Adds scores up, in their order.
  mutating func add(_ scores: [Score]) {
    Self.add(scores, to: &places, &touched)
  }

  private static func add(
    _ scores: [Score], to places: inout [Place], _ touched: inout [Int]
  ) {
    var places = places.mutableSpan
    let scores = scores.span
    for index in scores.indices {
      let place = Int(scores[index].place)
      if places[place].count == 0 { touched.append(place) }
      places[place].sum += scores[index].score
      places[place].count += 1
    }
  }

  /// The places whose mean reaches their bar, best first; the tally is empty afterwards.
  ///
  /// `rule` says for a place and its number of scores what the sum is divided by, and the bar.
  mutating func empty(
    _ rule: (_ place: Int, _ count: Int) -> (divisor: Float, bar: Float)
  ) -> [StoryDesk.View.Likeness] {
    var found: [StoryDesk.View.Likeness] = []
    for place in touched {
      let count = Int(places[place].count)
      let (divisor, bar) = rule(place, count)
      let score = places[place].sum / divisor
      if score >= bar {
        found.append(StoryDesk.View.Likeness(place: place, score: score, count: count))
      }
      places[place] = Place()
    }
    touched.removeAll(keepingCapacity: true)
    return found.sorted { ($0.score, $1.place) > ($1.score, $0.place) }
  }
}
