/// Gives back in order what comes out of order.
struct InOrder {
  /// The place that comes next.
  private(set) var due = 0
  private var waiting: [Int: [ExtractPart]] = [:]

  /// What may be written now that a place is there.
  mutating func add(_ parts: [ExtractPart], at place: Int) -> [[ExtractPart]] {
    waiting[place] = parts
    var ready: [[ExtractPart]] = []
    while let next = waiting.removeValue(forKey: due) {
      ready.append(next)
      due += 1
    }
    return ready
  }
}
