/// The traces of the articles in the window, and for every word the articles that hold it.
///
/// Articles are counted from 1 and stand in a ring; each word of an article remembers how many
/// articles back it was met before, so a word's articles are walked from the newest on without
/// lists of their own, and the oldest article leaves without any being told.
struct TraceIndex: Sendable {
  private(set) var words = WordTable()
  /// The oldest article kept.
  private(set) var oldest = 1
  /// The number the next article gets.
  private(set) var next = 1
  private var capacity: Int
  private var lengths: [UInt8]
  private var hashes: [UInt32]
  private var weights: [Float]
  private var back: [UInt32]

  /// Articles with the same word that are looked at, newest first.
  static let longestWalk = 400

  init(capacity: Int = 1 << 10) {
    self.capacity = capacity
    lengths = Array(repeating: 0, count: capacity)
    hashes = Array(repeating: 0, count: capacity * Trace.width)
    weights = Array(repeating: 0, count: capacity * Trace.width)
    back = Array(repeating: 0, count: capacity * Trace.width)
  }

  func slot(_ article: Int) -> Int { article & (capacity - 1) }
  var slots: Int { capacity }

  /// Keeps a trace and answers the article's number.
  mutating func add(_ trace: Trace) -> Int {
    if next - oldest >= capacity { grow() }
    let article = next
    next += 1
    let slot = slot(article)
    let start = slot * Trace.width
    lengths[slot] = UInt8(clamping: trace.hashes.count)
    for index in trace.hashes.indices {
      let before = words.note(trace.hashes[index], in: article)
      hashes[start + index] = trace.hashes[index]
      weights[start + index] = trace.weights[index]
      back[start + index] = before >= oldest ? UInt32(clamping: article - before) : 0
    }
    words.nextArticle(oldest: oldest)
    return article
  }

  /// Lets the oldest article go.
  mutating func dropOldest() { if oldest < next { oldest += 1 } }

  func trace(of article: Int) -> Trace {
    let slot = slot(article)
    let range = slot * Trace.width..<slot * Trace.width + Int(lengths[slot])
    return Trace(hashes: Array(hashes[range]), weights: Array(weights[range]))
  }

  func cosine(_ left: Int, _ right: Int) -> Float {
    var i = slot(left) * Trace.width
    var j = slot(right) * Trace.width
    let iEnd = i + Int(lengths[slot(left)])
    let jEnd = j + Int(lengths[slot(right)])
    var sum: Float = 0
    while i < iEnd && j < jEnd {
      let a = hashes[i]
      let b = hashes[j]
      if a == b {
        sum += weights[i] * weights[j]
        i += 1
        j += 1
      } else if a < b {
        i += 1
      } else {
        j += 1
      }
    }
    return sum
  }

  /// Adds up the products of weights with every kept article that shares words with a trace.
  ///
  /// `sums` has a place for every slot and comes back with the touched ones filled.
  func likeness(
    of trace: Trace, sums: inout [Float], touched: inout [Int], work: inout Int
  ) {
    for index in trace.hashes.indices {
      let hash = trace.hashes[index]
      let weight = trace.weights[index]
      var article = words.newest(of: hash)
      var steps = 0
      while article >= oldest && steps < Self.longestWalk {
        let slot = slot(article)
        guard let place = place(of: hash, slot) else { break }
        if sums[slot] == 0 { touched.append(article) }
        sums[slot] += weight * weights[place]
        steps += 1
        guard back[place] != 0 else { break }
        article -= Int(back[place])
      }
      work += steps
    }
  }

  /// Where a slot's article holds a word; nil where the slot has been taken by another.
  private func place(of hash: UInt32, _ slot: Int) -> Int? {
    var low = slot * Trace.width
    var high = low + Int(lengths[slot])
    let end = high
    while low < high {
      let middle = (low + high) / 2
      if hashes[middle] < hash { low = middle + 1 } else { high = middle }
    }
    return low < end && hashes[low] == hash ? low : nil
  }

  private mutating func grow() {
    var larger = TraceIndex(capacity: capacity * 2)
    for article in oldest..<next {
      let from = slot(article)
      let to = larger.slot(article)
      larger.lengths[to] = lengths[from]
      for index in 0..<Int(lengths[from]) {
        larger.hashes[to * Trace.width + index] = hashes[from * Trace.width + index]
        larger.weights[to * Trace.width + index] = weights[from * Trace.width + index]
        larger.back[to * Trace.width + index] = back[from * Trace.width + index]
      }
    }
    larger.words = words
    larger.oldest = oldest
    larger.next = next
    self = larger
  }
}
