extension TraceIndex {
  /// Room for adding up how alike an article is to each kept one, used again for every article.
  ///
  /// What two articles share by a word is a product of whole numbers, and both sums of an article,
  /// as a report of the event and as a part of the saga, stand in one place: they are exact and do
  /// not hang on the order of the words.
  struct Sums: Sendable {
    /// A word of the new article and where the articles that hold it stand.
    struct Stretches: Sendable {
      var word: Trace.Word
      /// Each ascending, all of the first later than those of the second.
      var late: Range<Int>
      var early: Range<Int>
    }

    /// The articles that are neighbours, in the order in which they were met.
    var near: ArraySlice<Likeness> { found[..<count] }
    private var found: [Likeness] = []
    private var count = 0
    /// By slot: the sum for the event below, that for the saga above; all zero between articles.
    private var values: [UInt64] = []
    /// The articles that have a sum, and a place more than that.
    private var articles: [UInt32] = []

    /// A weight of 1 on the side of the new article: below a holder's 65,535, so that the sum of two
    /// articles that are the same stays below 2^32 however its parts were rounded.
    private static var whole: Float { 60_000 }
    /// What a sum of 1 stands for.
    static var part: Float { 1 / (whole * 65_535) }
    static var eventBar: UInt32 { UInt32(Bars.neighbour / part) }
    static var sagaBar: UInt32 { UInt32(Bars.sagaNeighbour / part) }
    static var matterBar: UInt32 { UInt32(Bars.sameMatter / part) }

    /// Adds up what each word shares with the articles in its stretches, the last first, and leaves the
    /// neighbours among them in `near`; answers the number of steps.
    mutating func add(_ words: [Stretches], of holders: Holders, slots: Int) -> Int {
      let steps = words.reduce(0) { $0 + $1.late.count + $1.early.count }
      if values.count != slots { values = Array(repeating: 0, count: slots) }
      if articles.count <= steps { articles = Array(repeating: 0, count: steps * 2 + 1) }
      let touched = Self.add(words, of: holders.places, to: &values, &articles)
      if found.count <= touched {
        found = Array(repeating: Likeness(0, 0), count: touched * 2 + 1)
      }
      count = Self.gather(touched, of: articles, &values, into: &found)
      return steps
    }

    private static func add(
      _ words: [Stretches], of holders: [Holders.Holder], to values: inout [UInt64],
      _ articles: inout [UInt32]
    ) -> Int {
      let (words, holders) = (words.span, holders.span)
      var values = values.mutableSpan
      var articles = articles.mutableSpan
      var count = 0
      for index in words.indices {
        let stretches = words[index]
        let late = holders.extracting(stretches.late)
        add(stretches.word, late, &values, &articles, &count)
        guard !stretches.early.isEmpty else { continue }
        add(stretches.word, holders.extracting(stretches.early), &values, &articles, &count)
      }
      return count
    }

    @inline(__always)
    private static func add(
      _ word: Trace.Word, _ holders: Span<Holders.Holder>, _ values: inout MutableSpan<UInt64>,
      _ articles: inout MutableSpan<UInt32>, _ count: inout Int
    ) {
      let event = UInt64(UInt32(word.event * whole + 0.5))
      let saga = UInt64(UInt32(word.saga * whole + 0.5)) << 32
      let mask = UInt32(truncatingIfNeeded: values.count - 1)
      precondition(count + holders.count < articles.count && values.count > 0)
      var place = holders.count
      while place > 0 {
        place &-= 1
        // Unchecked, for this is walked hundreds of times an article: the place is in the stretch, the
        // mask keeps the slot among the values, and each step adds one article at most.
        let holder = holders[unchecked: place]
        let slot = Int(holder.article & mask)
        let sum = values[unchecked: slot]
        articles[unchecked: count] = holder.article
        count &+= sum == 0 ? 1 : 0
        values[unchecked: slot] =
          sum &+ event &* UInt64(holder.event) &+ saga &* UInt64(holder.saga)
      }
    }

    /// Puts the articles that are neighbours into `near`, answers their number and leaves no sums.
    private static func gather(
      _ touched: Int, of articles: [UInt32], _ values: inout [UInt64], into near: inout [Likeness]
    ) -> Int {
      var values = values.mutableSpan
      var near = near.mutableSpan
      let articles = articles.span.extracting(first: touched)
      precondition(near.count > touched && values.count > 0)
      let mask = UInt32(truncatingIfNeeded: values.count - 1)
      var count = 0
      for place in articles.indices {
        // The mask keeps the slot among the values; there are no more neighbours than articles.
        let article = articles[unchecked: place]
        let slot = Int(article & mask)
        let sum = values[unchecked: slot]
        values[unchecked: slot] = 0
        let likeness = Likeness(article, sum)
        near[unchecked: count] = likeness
        count &+= likeness.isNeighbour || likeness.isSagaNeighbour ? 1 : 0
      }
      return count
    }
  }
}
