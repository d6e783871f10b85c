extension TraceIndex {
  /// How alike two articles are.
  struct Cosines {
    /// As reports of an event, and as parts of a saga.
    var both: SIMD2<Float> = .zero
    var event: Float { both[0] }
    var saga: Float { both[1] }
    /// What of the latter rests on names of places, and on numbers where it does on such names.
    var places: Float = 0
  }

  /// Calls `body` for every pair of articles of two lists with how alike they are.
  func compare(_ left: [Int], _ right: [Int], _ body: (Int, Int, Cosines) -> Void) {
    var marks = Marks()
    for x in left {
      marks.set(nodes, stretches[slot(x)].range)
      for y in right { body(x, y, cosines(marks, stretches[slot(y)].range)) }
      marks.clear(nodes)
    }
  }

  /// An article's words for looking up: quicker than to walk two lists side by side.
  private struct Marks {
    private static let mask = 1_023
    /// The word's place in the article, counted from 1.
    private var table = Array(repeating: UInt8(0), count: mask + 1)
    private(set) var start = 0
    private var end = 0

    mutating func set(_ nodes: [Node], _ range: Range<Int>) {
      (start, end) = (range.lowerBound, range.upperBound)
      for place in range {
        var at = Int(nodes[place].hash) & Self.mask
        while table[at] != 0 { at = (at + 1) & Self.mask }
        table[at] = UInt8(truncatingIfNeeded: place - start + 1)
      }
    }

    mutating func clear(_ nodes: [Node]) {
      for place in start..<end {
        var at = Int(nodes[place].hash) & Self.mask
        while table[at] != 0 {
          table[at] = 0
          at = (at + 1) & Self.mask
        }
      }
    }

    /// The node that holds a word, -1 where none does.
    @inline(__always)
    func place(of hash: UInt32, in nodes: Span<Node>) -> Int {
      var at = Int(hash) & Self.mask
      while table[at] != 0 {
        let place = start + Int(table[at]) - 1
        if nodes[place].hash == hash { return place }
        at = (at + 1) & Self.mask
      }
      return -1
    }
  }

  private func cosines(_ marks: borrowing Marks, _ other: Range<Int>) -> Cosines {
    var found = Cosines()
    var numbers: Float = 0
    let nodes = nodes.span
    for at in other {
      let b = nodes[at]
      let place = marks.place(of: b.hash, in: nodes)
      guard place >= 0 else { continue }
      let a = nodes[place]
      let product = a.weights * b.weights
      found.both += product
      switch max(a.kind, b.kind) {
      case Trace.Kind.place.rawValue: found.places += product[1]
      case Trace.Kind.number.rawValue: numbers += product[1]
      default: break
      }
    }
    if found.places > 0 { found.places += numbers }
    return found
  }
}
