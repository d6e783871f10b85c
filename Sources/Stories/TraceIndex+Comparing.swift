extension TraceIndex {
  /// How alike two articles are.
  struct Cosines {
    /// As reports of an event, and as parts of a saga.
    fileprivate(set) var both: SIMD2<Float> = .zero
    var event: Float { both[0] }
    var saga: Float { both[1] }
    /// What of the latter rests on names of places, and on numbers where it does on such names.
    fileprivate(set) var places: Float = 0
    fileprivate var numbers: Float = 0

    /// Adds what a word says that both hold.
    fileprivate mutating func add(
      _ product: SIMD2<Float>, _ kind: Trace.Kind, _ other: Trace.Kind
    ) {
      both += product
      switch max(kind.rawValue, other.rawValue) {
      case Trace.Kind.place.rawValue: places += product[1]
      case Trace.Kind.number.rawValue: numbers += product[1]
      default: break
      }
    }
  }

  /// Calls `body` for every pair of articles of two lists, with how alike they are.
  ///
  /// The words of the shorter list are laid out for looking up, and each of the longer one is looked up
  /// once: the cost is that of the words of both and of those they share, not of the pairs.
  borrowing func compare(
    _ left: ArraySlice<Int>, _ right: ArraySlice<Int>, _ body: (Int, Int, Cosines) -> Void
  ) {
    let isLeftShorter = left.count <= right.count
    let known = KnownWords(of: isLeftShorter ? left : right, in: self)
    let (knownStep, otherStep) = isLeftShorter ? (right.count, 1) : (1, right.count)
    var pairs = Array(repeating: Cosines(), count: left.count * right.count)
    var grid = pairs.mutableSpan
    let (nodes, kinds) = (nodes.span, kinds.span)
    let (words, table) = (known.words.span, known.table.span)
    var place = 0
    for article in isLeftShorter ? right : left {
      for at in stretches[slot(article)].range {
        let hash = nodes[at].hash
        var next = Int(table[Int(hash) & (table.count - 1)])
        while next != 0 {
          let word = words[next - 1]
          next = Int(word.next)
          guard word.hash == hash else { continue }
          grid[Int(word.place) * knownStep + place].add(
            word.weights * nodes[at].weights, word.kind, kinds[at])
        }
      }
      place += otherStep
    }
    place = 0
    for x in left {
      for y in right {
        var found = grid[place]
        if found.places > 0 { found.places += found.numbers }
        body(x, y, found)
        place += 1
      }
    }
  }

  /// The words of some articles for looking up.
  private struct KnownWords {
    struct Word {
      var hash: UInt32
      /// The next word that may have the same hash, counted from 1; 0 after the last.
      var next: UInt16
      /// The article's place in its list.
      var place: UInt8
      var kind: Trace.Kind
      var weights: SIMD2<Float>
    }

    private(set) var words: [Word] = []
    /// By the low bits of their hashes the words last noted, counted from 1.
    private(set) var table: [UInt16]

    init(of articles: ArraySlice<Int>, in index: borrowing TraceIndex) {
      var count = 0
      for article in articles { count += Int(index.stretches[index.slot(article)].count) }
      precondition(articles.count <= 256 && count <= UInt16.max)
      var size = 64
      while size < count * 2 { size *= 2 }
      table = Array(repeating: 0, count: size)
      words.reserveCapacity(count)
      for (place, article) in articles.enumerated() {
        for at in index.stretches[index.slot(article)].range {
          let node = index.nodes[at]
          let bucket = Int(node.hash) & (size - 1)
          words.append(
            Word(
              hash: node.hash, next: table[bucket], place: UInt8(truncatingIfNeeded: place),
              kind: index.kinds[at], weights: node.weights))
          table[bucket] = UInt16(truncatingIfNeeded: words.count)
        }
      }
    }
  }
}
