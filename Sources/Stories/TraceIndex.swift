/// The traces of the articles in the window, and for every word the articles that hold it.
///
/// Articles are counted from 1 and stand in a ring; each word of an article remembers how many
/// articles back it was met before, so a word's articles are walked from the newest on without
/// lists of their own, and the oldest article leaves without any being told.
struct TraceIndex: Sendable {
  /// A word of an article: 12 bytes.
  struct Node: Sendable {
    var hash: UInt32 = 0
    /// How many articles back the word was met before, and its place there in the low six bits;
    /// 0 for a word that was not. The highest two bits tell its kind.
    var back: UInt32 = 0
    /// Weights in parts of 65,535.
    var event: UInt16 = 0
    var saga: UInt16 = 0

    var kind: UInt32 { back >> 30 }
    /// `back` without the kind.
    var step: UInt32 { back & (1 << 30 - 1) }
    /// As parts of 1, of the event and of the saga.
    var weights: SIMD2<Float> { SIMD2(Float(event), Float(saga)) * Self.unit }

    private static let unit: Float = 1 / 65_535
  }

  private(set) var words = WordTable()
  /// The oldest article kept.
  private(set) var oldest = 1
  /// The number the next article gets.
  private(set) var next = 1
  private var capacity: Int
  /// By slot: where an article's words stand among the nodes.
  private(set) var stretches: [Stretch]
  /// A ring as well: each article's words side by side, the newest before `head`.
  private(set) var nodes: [Node] = []
  private var head = 0

  struct Stretch: Sendable {
    var start: UInt32 = 0
    var count: UInt8 = 0

    var range: Range<Int> { Int(start)..<Int(start) + Int(count) }
  }

  /// Articles with the same word that are looked at, newest first.
  static let longestWalk = 220

  init(capacity: Int = 1 << 10) {
    self.capacity = capacity
    stretches = Array(repeating: Stretch(), count: capacity)
  }

  /// Places in the ring.
  var slots: Int { capacity }
  /// Articles kept.
  var count: Int { next - oldest }

  func slot(_ article: Int) -> Int { article & (capacity - 1) }

  /// Keeps a trace and answers the article's number.
  mutating func add(_ trace: Trace) -> Int {
    if next - oldest >= capacity { grow() }
    let start = room(for: trace.hashes.count)
    let article = next
    next += 1
    for index in trace.hashes.indices {
      let before = words.note(trace.hashes[index], in: WordPlace(article: article, index: index))
      var back: UInt32 = 0
      let distance = article - before.article
      if before.article >= oldest && distance < 1 << 24 {
        back = UInt32(distance) << 6 | UInt32(before.index)
      }
      if !trace.kinds.isEmpty { back |= trace.kinds[index].rawValue << 30 }
      nodes[start + index] = Node(
        hash: trace.hashes[index], back: back, event: Self.part(trace.weights[index]),
        saga: Self.part(trace.sagaWeights[index]))
    }
    words.nextArticle(oldest: oldest)
    return article
  }

  /// Makes room for the next article's words and answers where they begin.
  private mutating func room(for count: Int) -> Int {
    let tail = oldest < next ? Int(stretches[slot(oldest)].start) : head
    if head >= tail {
      // Behind the newest, or at the front where the oldest have gone.
      if head + count > nodes.count {
        if count < tail { head = 0 } else { widen(by: count) }
      }
    } else if head + count >= tail {
      widen(by: count)
    }
    stretches[slot(next)] = Stretch(start: UInt32(head), count: UInt8(clamping: count))
    defer { head += count }
    return head
  }

  /// Lays all words into a larger ring, the oldest article's first.
  private mutating func widen(by count: Int) {
    let kept = (oldest..<next).reduce(0) { $0 + Int(stretches[slot($1)].count) }
    let before = nodes
    nodes = []
    nodes.reserveCapacity(max(1 << 12, (kept + count) * 5 / 4))
    for article in oldest..<next {
      let slot = slot(article)
      let start = nodes.count
      nodes += before[stretches[slot].range]
      stretches[slot].start = UInt32(start)
    }
    head = nodes.count
    nodes += repeatElement(Node(), count: nodes.capacity - nodes.count)
  }

  private static func part(_ weight: Float) -> UInt16 {
    UInt16(max(0, min(65_535, (weight * 65_535).rounded())))
  }

  /// Lets the oldest article go.
  mutating func dropOldest() { if oldest < next { oldest += 1 } }

  /// A kept article and how alike it is, as a report of the event and as a part of the saga.
  struct Likeness {
    var article: Int
    var event: Float
    var saga: Float
  }

  /// The kept articles that are as alike to a trace as neighbours are, see `Bars`.
  ///
  /// `sums` has a place for every slot and is all zero before and afterwards. The words are walked
  /// side by side, a step each in turn, for a step waits long for memory and the words do not wait
  /// for each other.
  func likenesses(
    of trace: Trace, sums: inout [SIMD2<Float>], work: inout Int
  ) -> [Likeness] {
    var touched: [Int] = []
    touched.reserveCapacity(1 << 10)
    var walks = walks(of: trace)
    var sums = sums.mutableSpan
    let stretches = stretches.span
    let nodes = nodes.span
    var count = walks.count
    var steps = 0
    var going = walks.mutableSpan
    while count > 0 {
      var left = 0
      for place in 0..<count {
        var walk = going[place]
        let slot = slot(walk.article)
        let stretch = stretches[slot]
        guard walk.index < stretch.count else { continue }
        let node = nodes[Int(stretch.start) + Int(walk.index)]
        guard node.hash == walk.hash else { continue }
        if sums[slot] == .zero { touched.append(walk.article) }
        sums[slot] += walk.weight * node.weights
        walk.steps -= 1
        steps += 1
        walk.article -= Int(node.step >> 6)
        walk.index = Int32(truncatingIfNeeded: node.step & 63)
        guard node.step != 0, walk.steps > 0, walk.article >= oldest else { continue }
        going[left] = walk
        left += 1
      }
      count = left
    }
    work += steps
    var found: [Likeness] = []
    found.reserveCapacity(touched.count)
    for article in touched {
      let slot = slot(article)
      let sum = sums[slot]
      sums[slot] = .zero
      if sum[0] >= Bars.neighbour || sum[1] >= Bars.sagaNeighbour {
        found.append(Likeness(article: article, event: sum[0], saga: sum[1]))
      }
    }
    return found
  }

  /// A word on the way back through the articles that hold it.
  private struct Walk {
    var hash: UInt32
    var weight: SIMD2<Float>
    /// Steps that are left.
    var steps: Int32
    var index: Int32
    var article: Int
  }

  private func walks(of trace: Trace) -> [Walk] {
    var walks: [Walk] = []
    walks.reserveCapacity(trace.hashes.count)
    for index in trace.hashes.indices {
      let hash = trace.hashes[index]
      let place = words.newest(of: hash)
      guard place.article >= oldest, place.article < next else { continue }
      let weight = SIMD2(trace.weights[index], trace.sagaWeights[index])
      // Words that weigh little are not worth a long walk.
      let steps = weight.max() < 0.15 ? Self.longestWalk / 4 : Self.longestWalk
      walks.append(
        Walk(
          hash: hash, weight: weight, steps: Int32(steps),
          index: Int32(truncatingIfNeeded: place.index), article: place.article))
    }
    return walks
  }

  private mutating func grow() {
    let before = stretches
    let mask = capacity - 1
    capacity *= 2
    stretches = Array(repeating: Stretch(), count: capacity)
    for article in oldest..<next { stretches[slot(article)] = before[article & mask] }
  }
}

extension TraceIndex {
  func write(to writer: inout DeskWriter) {
    writer.put(capacity)
    writer.put(oldest)
    writer.put(next)
    words.write(to: &writer)
    for article in oldest..<next {
      writer.put(list: nodes[stretches[slot(article)].range]) { writer, node in
        writer.put(node.hash)
        writer.put(node.back)
        writer.put(UInt32(node.event) << 16 | UInt32(node.saga))
      }
    }
  }

  /// Nil where the bytes are no index.
  init?(from reader: inout DeskReader) {
    let capacity = reader.int()
    let oldest = reader.int()
    let next = reader.int()
    guard capacity.nonzeroBitCount == 1, capacity >= 1 << 10, capacity <= 1 << 24,
      let words = WordTable(from: &reader), !reader.isBroken, oldest >= 1, next >= oldest,
      next - oldest <= capacity
    else { return nil }
    self.init(capacity: capacity)
    self.words = words
    self.oldest = oldest
    self.next = oldest
    for _ in oldest..<next {
      let read = reader.list { reader in
        let hash = reader.uint32()
        let back = reader.uint32()
        let weights = reader.uint32()
        return Node(
          hash: hash, back: back, event: UInt16(truncatingIfNeeded: weights >> 16),
          saga: UInt16(truncatingIfNeeded: weights))
      }
      guard !reader.isBroken, read.count <= Trace.width else { return nil }
      let start = room(for: read.count)
      for (index, node) in read.enumerated() { nodes[start + index] = node }
      self.next += 1
    }
  }
}

/// A word's place: an article by number, and the word's index in its trace.
struct WordPlace: Sendable, Hashable {
  var article: Int
  var index: Int
}
