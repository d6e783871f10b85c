/// Adds scores up by place; places are reused from article to article, so that nothing is sorted
/// or hashed for the many that come to little.
struct Tally: Sendable {
  private var sums: [Float]
  private var counts: [Int32]
  private var touched: [Int] = []

  init(places: Int = 0) {
    sums = Array(repeating: 0, count: places)
    counts = Array(repeating: 0, count: places)
  }

  /// Makes room for so many places.
  mutating func widen(_ places: Int) {
    guard places > sums.count else { return }
    let more = max(places, sums.count * 2) - sums.count
    sums += Array(repeating: 0, count: more)
    counts += Array(repeating: 0, count: more)
  }

  mutating func add(_ score: Float, to place: Int) {
    if counts[place] == 0 { touched.append(place) }
    counts[place] += 1
    sums[place] += score
  }

  /// The places whose mean reaches their bar, best first; the tally is empty afterwards.
  ///
  /// `rule` says for a place and its number of scores what the sum is divided by, and the bar.
  mutating func empty(
    _ rule: (_ place: Int, _ count: Int) -> (divisor: Float, bar: Float)
  ) -> [StoryDesk.View.Likeness] {
    var found: [StoryDesk.View.Likeness] = []
    for place in touched {
      let count = Int(counts[place])
      let (divisor, bar) = rule(place, count)
      let score = sums[place] / divisor
      if score >= bar {
        found.append(StoryDesk.View.Likeness(place: place, score: score, count: count))
      }
      sums[place] = 0
      counts[place] = 0
    }
    touched.removeAll(keepingCapacity: true)
    return found.sorted { ($0.score, $1.place) > ($1.score, $0.place) }
  }
}
