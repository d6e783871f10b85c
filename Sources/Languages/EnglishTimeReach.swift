/// The words around an English expression that limit it: `since tomorrow`, `no later than 6:00`, `2018 or later`.
struct EnglishTimeReach {
  let view: SentenceView
  let words: TimeWords

  func reach(_ found: [FoundTime]) -> [FoundTime] {
    var limit = view.start
    return found.map { time in
      defer { limit = time.tokens.upperBound }
      guard time.kind == .date || time.kind == .time, !time.isVague else { return time }
      var time = time
      var start = time.tokens.lowerBound
      for _ in 0..<3 {
        guard let before = bound(endingAt: start, of: time, limit: limit) else { break }
        start = before
      }
      var end = time.tokens.upperBound
      if let (word, length) = words.entry(view, at: end), word.kind == .reach { end += length }
      time.tokens = start..<end
      return time
    }
  }

  private static let the = WordSet("the")
  private static let around = WordSet("around about")

  /// Where the words of a bound begin that end before a token.
  private func bound(endingAt end: Int, of time: FoundTime, limit: Int) -> Int? {
    if end - 1 >= limit, time.kind == .time, Self.around.contains(view[end - 1]) { return end - 1 }
    let end = end - 1 > limit && Self.the.contains(view[end - 1]) ? end - 1 : end
    var start = end - 1
    var found: Int?
    while start >= limit, start >= end - 3 {
      if let (word, length) = words.entry(view, at: start), word.kind == .bound,
        start + length == end
      {
        found = start
      }
      start -= 1
    }
    return found
  }
}
