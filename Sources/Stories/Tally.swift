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
  /// The places that have a score, and a place more than that.
  private var touched: [Int32] = [0]
  private var count = 0

  /// Makes room for so many places.
  mutating func widen(_ places: Int) {
    let count = self.places.count
    guard places > count else { return }
    self.places += repeatElement(Place(), count: max(places, count * 2) - count)
  }

  /// Adds up the scores `body` answers for each number below `count`, in their order.
  @inline(__always)
  mutating func add(_ count: Int, _ body: (Int) -> Score?) {
    if touched.count <= self.count + count {
      touched += repeatElement(0, count: self.count + count * 2 + 1 - touched.count)
    }
    self.count = Self.add(count, body, to: &places, &touched, self.count)
  }

  @inline(__always)
  private static func add(
    _ scores: Int, _ body: (Int) -> Score?, to places: inout [Place], _ touched: inout [Int32],
    _ count: Int
  ) -> Int {
    var places = places.mutableSpan
    var touched = touched.mutableSpan
    precondition(count + scores < touched.count)
    var count = count
    for index in 0..<scores {
      guard let score = body(index) else { continue }
      var place = places[Int(score.place)]
      // Unchecked, for there is room for each score.
      touched[unchecked: count] = score.place
      count &+= place.count == 0 ? 1 : 0
      place.sum += score.score
      place.count &+= 1
      places[unchecked: Int(score.place)] = place
    }
    return count
  }

  /// The places whose mean reaches their bar, best first; the tally is empty afterwards.
  ///
  /// `rule` says for a place and its number of scores what the sum is divided by, and the bar.
  mutating func empty(
    _ rule: (_ place: Int, _ count: Int) -> (divisor: Float, bar: Float)
  ) -> [StoryDesk.View.Likeness] {
    var found: [StoryDesk.View.Likeness] = []
    for place in touched[..<count].lazy.map(Int.init) {
      let count = Int(places[place].count)
      let (divisor, bar) = rule(place, count)
      let score = places[place].sum / divisor
      if score >= bar {
        found.append(StoryDesk.View.Likeness(place: place, score: score, count: count))
      }
      places[place] = Place()
    }
    count = 0
    return found.sorted { ($0.score, $1.place) > ($1.score, $0.place) }
  }
}
