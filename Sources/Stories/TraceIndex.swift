/// The traces of the articles in the window, and for every word the articles that hold it.
///
/// Articles are counted from 1 and stand in a ring, each with its words side by side; the newest articles
/// that hold a word stand with the word. The oldest article leaves without any of them being told.
struct TraceIndex: Sendable {
  /// A word of an article: 8 bytes.
  struct Node: Sendable {
    var hash: UInt32 = 0
    /// Weights in parts of 65,535.
    var event: UInt16 = 0
    var saga: UInt16 = 0

    /// As parts of 1, of the event and of the saga.
    var weights: SIMD2<Float> { TraceIndex.weights(event, saga) }
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
  /// What each node's word is, by its place among them.
  private(set) var kinds: [Trace.Kind] = []
  private var head = 0
  /// Words of the articles that are kept.
  private var kept = 0

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
    let start = room(for: trace.words.count)
    let article = next
    next += 1
    for (place, word) in trace.words.enumerated() {
      let event = Self.part(word.event)
      let saga = Self.part(word.saga)
      nodes[start + place] = Node(hash: word.hash, event: event, saga: saga)
      kinds[start + place] = word.kind
      words.note(
        word.hash,
        in: Holders.Holder(
          article: UInt32(truncatingIfNeeded: article), event: event, saga: saga), oldest: oldest)
    }
    words.nextArticle(oldest: oldest)
    return article
  }

  /// Makes room for the next article's words and answers where they begin.
  private mutating func room(for count: Int) -> Int {
    let tail = oldest < next ? Int(stretches[slot(oldest)].start) : head
    if head >= tail {
      // Behind the newest, or at the front where the oldest have gone: memory is taken as far as it is
      // written, and a quarter more than what is kept is enough.
      let isLong = head + count > max(Self.shortest, kept * 5 / 4)
      if isLong && count < tail {
        head = 0
      } else if head + count > nodes.capacity {
        widen(by: count)
      }
    } else if head + count >= tail {
      widen(by: count)
    }
    if head + count > nodes.count {
      let more = head + count - nodes.count
      nodes += repeatElement(Node(), count: more)
      kinds += repeatElement(.other, count: more)
    }
    stretches[slot(next)] = Stretch(start: UInt32(head), count: UInt8(clamping: count))
    kept += count
    defer { head += count }
    return head
  }

  private static let shortest = 1 << 12

  /// Lays all words into a larger ring, the oldest article's first.
  private mutating func widen(by count: Int) {
    let before = (nodes, kinds)
    let size = max(Self.shortest, (kept + count) * 2)
    nodes = []
    kinds = []
    nodes.reserveCapacity(size)
    kinds.reserveCapacity(size)
    for article in oldest..<next {
      let slot = slot(article)
      let start = nodes.count
      nodes += before.0[stretches[slot].range]
      kinds += before.1[stretches[slot].range]
      stretches[slot].start = UInt32(start)
    }
    head = nodes.count
  }

  /// Weights in parts of 65,535 as parts of 1.
  static func weights(_ event: UInt16, _ saga: UInt16) -> SIMD2<Float> {
    SIMD2(Float(event), Float(saga)) * unit
  }

  private static let unit: Float = 1 / 65_535

  private static func part(_ weight: Float) -> UInt16 {
    UInt16(max(0, min(65_535, (weight * 65_535).rounded())))
  }

  /// Lets the oldest article go.
  mutating func dropOldest() {
    guard oldest < next else { return }
    kept -= Int(stretches[slot(oldest)].count)
    oldest += 1
  }

  /// The words of a kept article.
  func trace(_ article: Int) -> Trace {
    Trace(
      words: stretches[slot(article)].range.map { place in
        let weights = nodes[place].weights
        return Trace.Word(
          hash: nodes[place].hash, event: weights[0], saga: weights[1], kind: kinds[place])
      })
  }

  /// A kept article and how alike it is, as a report of the event and as a part of the saga.
  struct Likeness: Sendable {
    private let number: UInt32
    private let sums: (event: UInt32, saga: UInt32)

    init(_ number: UInt32, _ sum: UInt64) {
      self.number = number
      sums = (UInt32(truncatingIfNeeded: sum), UInt32(truncatingIfNeeded: sum >> 32))
    }

    var article: Int { Int(number) }
    var event: Float { Float(sums.event) * Sums.part }
    var saga: Float { Float(sums.saga) * Sums.part }
    /// Whether it reaches the bars of a neighbour, as either.
    var isNeighbour: Bool { sums.event >= Sums.eventBar }
    var isSagaNeighbour: Bool { sums.saga >= Sums.sagaBar }
    /// Whether it is so alike as a part of a saga that both are of one matter.
    var isOfSameMatter: Bool { sums.saga >= Sums.matterBar }
  }

  /// Finds the kept articles that are as alike to a trace as neighbours are, see `Bars`, and leaves them
  /// in `sums.near`.
  ///
  /// The words are walked one after the other, the newest article that holds one first.
  func findNear(_ trace: Trace, sums: inout Sums, work: inout Int) {
    let holders = words.holders.places.span
    var found: [Sums.Stretches] = []
    found.reserveCapacity(trace.words.count)
    for word in trace.words {
      // Words that weigh little are not worth a long walk.
      let isLight = max(word.event, word.saga) < 0.15
      let places = words.newest(of: word.hash, isLight ? Self.longestWalk / 4 : Self.longestWalk)
      let late = kept(places.late, holders)
      // What was met before is older still.
      let early = late.lowerBound > places.late.lowerBound ? 0..<0 : kept(places.early, holders)
      found.append(Sums.Stretches(word: word, late: late, early: early))
    }
    work += sums.add(found, of: words.holders, slots: capacity)
  }

  /// The part of a stretch, which is ascending, whose articles are still kept.
  @inline(__always)
  private func kept(_ stretch: Range<Int>, _ holders: Span<Holders.Holder>) -> Range<Int> {
    let oldest = UInt32(truncatingIfNeeded: oldest)
    var low = stretch.lowerBound
    guard low < stretch.upperBound, holders[low].article < oldest else { return stretch }
    var high = stretch.upperBound
    while low < high {
      let middle = (low + high) / 2
      if holders[middle].article < oldest { low = middle + 1 } else { high = middle }
    }
    return low..<stretch.upperBound
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
      writer.put(list: stretches[slot(article)].range) { writer, place in
        writer.put(nodes[place].hash)
        writer.put(UInt32(nodes[place].event) << 16 | UInt32(nodes[place].saga))
        writer.put(UInt32(kinds[place].rawValue))
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
        let weights = reader.uint32()
        let node = Node(
          hash: hash, event: UInt16(truncatingIfNeeded: weights >> 16),
          saga: UInt16(truncatingIfNeeded: weights))
        return (node, Trace.Kind(rawValue: UInt8(truncatingIfNeeded: reader.uint32())) ?? .other)
      }
      guard !reader.isBroken, read.count <= Trace.width else { return nil }
      let start = room(for: read.count)
      for (place, (node, kind)) in read.enumerated() {
        nodes[start + place] = node
        kinds[start + place] = kind
        self.words.restore(
          node.hash,
          in: Holders.Holder(
            article: UInt32(truncatingIfNeeded: self.next), event: node.event, saga: node.saga))
      }
      self.next += 1
    }
  }
}
