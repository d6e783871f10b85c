/// The traces of the articles in the window, and for every word the articles that hold it.
///
/// Articles are counted from 1 and stand in a ring; each word of an article remembers how many
/// articles back it was met before, so a word's articles are walked from the newest on without
/// lists of their own, and the oldest article leaves without any being told.
struct TraceIndex: Sendable {
  /// A word of an article: 12 bytes.
  private struct Node: Sendable {
    var hash: UInt32 = 0
    /// How many articles back the word was met before, and its place there in the low six bits;
    /// 0 for a word that was not.
    var back: UInt32 = 0
    /// Weights in parts of 65,535.
    var event: UInt16 = 0
    var saga: UInt16 = 0
  }

  private(set) var words = WordTable()
  /// The oldest article kept.
  private(set) var oldest = 1
  /// The number the next article gets.
  private(set) var next = 1
  private var capacity: Int
  private var lengths: [UInt8]
  private var nodes: [Node]

  /// Articles with the same word that are looked at, newest first.
  static let longestWalk = 220
  private static let unit: Float = 1 / 65_535

  init(capacity: Int = 1 << 10) {
    self.capacity = capacity
    lengths = Array(repeating: 0, count: capacity)
    nodes = Array(repeating: Node(), count: capacity * Trace.width)
  }

  /// Places in the ring.
  var slots: Int { capacity }
  /// Articles kept.
  var count: Int { next - oldest }

  func slot(_ article: Int) -> Int { article & (capacity - 1) }

  /// Keeps a trace and answers the article's number.
  mutating func add(_ trace: Trace) -> Int {
    if next - oldest >= capacity { grow() }
    let article = next
    next += 1
    let slot = slot(article)
    let start = slot * Trace.width
    lengths[slot] = UInt8(clamping: trace.hashes.count)
    for index in trace.hashes.indices {
      let before = words.note(trace.hashes[index], in: WordPlace(article: article, index: index))
      var back: UInt32 = 0
      let distance = article - before.article
      if before.article >= oldest && distance < 1 << 26 {
        back = UInt32(distance) << 6 | UInt32(before.index)
      }
      nodes[start + index] = Node(
        hash: trace.hashes[index], back: back, event: Self.part(trace.weights[index]),
        saga: Self.part(trace.sagaWeights[index]))
    }
    words.nextArticle(oldest: oldest)
    return article
  }

  private static func part(_ weight: Float) -> UInt16 {
    UInt16(max(0, min(65_535, (weight * 65_535).rounded())))
  }

  /// Lets the oldest article go.
  mutating func dropOldest() { if oldest < next { oldest += 1 } }

  /// How alike two articles are, as reports of an event and as parts of a saga.
  func cosines(_ left: Int, _ right: Int) -> (event: Float, saga: Float) {
    var i = slot(left) * Trace.width
    var j = slot(right) * Trace.width
    let iEnd = i + Int(lengths[slot(left)])
    let jEnd = j + Int(lengths[slot(right)])
    var sum: SIMD2<Float> = .zero
    while i < iEnd && j < jEnd {
      let a = nodes[i]
      let b = nodes[j]
      if a.hash == b.hash {
        sum += Self.weights(a) * Self.weights(b)
        i += 1
        j += 1
      } else if a.hash < b.hash {
        i += 1
      } else {
        j += 1
      }
    }
    return (sum[0], sum[1])
  }

  private static func weights(_ node: Node) -> SIMD2<Float> {
    SIMD2(Float(node.event), Float(node.saga)) * unit
  }

  /// Adds up the products of weights with every kept article that shares words with a trace.
  ///
  /// `sums` has a place for every slot and comes back with the touched ones filled.
  func likeness(
    of trace: Trace, sums: inout [SIMD2<Float>], touched: inout [Int],
    work: inout Int
  ) {
    for index in trace.hashes.indices {
      let hash = trace.hashes[index]
      let weight = SIMD2(trace.weights[index], trace.sagaWeights[index])
      // Words that weigh little are not worth a long walk.
      let most = weight.max() < 0.15 ? Self.longestWalk / 4 : Self.longestWalk
      var place = words.newest(of: hash)
      var steps = 0
      while place.article >= oldest && place.article < next && place.index < Trace.width
        && steps < most
      {
        let slot = slot(place.article)
        let node = nodes[slot * Trace.width + place.index]
        guard node.hash == hash else { break }
        if sums[slot] == .zero { touched.append(place.article) }
        sums[slot] += weight * Self.weights(node)
        steps += 1
        guard node.back != 0 else { break }
        place.article -= Int(node.back >> 6)
        place.index = Int(node.back & 63)
      }
      work += steps
    }
  }

  private mutating func grow() {
    var larger = TraceIndex(capacity: capacity * 2)
    for article in oldest..<next {
      let from = slot(article)
      let to = larger.slot(article)
      larger.lengths[to] = lengths[from]
      for index in 0..<Int(lengths[from]) {
        larger.nodes[to * Trace.width + index] = nodes[from * Trace.width + index]
      }
    }
    larger.words = words
    larger.oldest = oldest
    larger.next = next
    self = larger
  }
}

extension TraceIndex {
  func write(to writer: inout DeskWriter) {
    writer.put(capacity)
    writer.put(oldest)
    writer.put(next)
    words.write(to: &writer)
    for article in oldest..<next {
      let start = slot(article) * Trace.width
      writer.put(list: nodes[start..<start + Int(lengths[slot(article)])]) { writer, node in
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
    self.next = next
    for article in oldest..<next {
      let slot = slot(article)
      let read = reader.list { reader in
        let hash = reader.uint32()
        let back = reader.uint32()
        let weights = reader.uint32()
        return Node(
          hash: hash, back: back, event: UInt16(truncatingIfNeeded: weights >> 16),
          saga: UInt16(truncatingIfNeeded: weights))
      }
      guard !reader.isBroken, read.count <= Trace.width else { return nil }
      lengths[slot] = UInt8(read.count)
      for (index, node) in read.enumerated() { nodes[slot * Trace.width + index] = node }
    }
  }
}

/// A word's place: an article by number, and the word's index in its trace.
struct WordPlace: Sendable, Hashable {
  var article: Int
  var index: Int
}
