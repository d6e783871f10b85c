/// For every word the newest articles that hold it, and what it weighs in each.
///
/// A word's articles stand side by side in a ring of 1, 2, 4 … 256 places, so that they are walked
/// without waiting for memory at each step. A ring full of articles that are still kept is doubled; the
/// widest lets its oldest go.
struct Holders: Sendable {
  /// An article that holds a word.
  struct Holder: Sendable {
    var article: UInt32
    /// Weights in parts of 65,535.
    var event: UInt16
    var saga: UInt16
  }

  /// Where a word's articles stand.
  struct Ring: Sendable {
    fileprivate var start: UInt32 = 0
    fileprivate var count: UInt16 = 0
    /// The place the next article gets.
    fileprivate var next: UInt8 = 0
    /// A power of two, by its exponent; `none` where the word has no ring yet.
    fileprivate var width: UInt8 = none

    fileprivate static let none = UInt8.max

    /// Where it stands; nil where there is none.
    var place: UInt32? { width == Self.none ? nil : start }
    fileprivate var room: Int { 1 << Int(width) }
  }

  /// Rings side by side.
  private(set) var places: [Holder] = []
  /// By width the rings nobody uses any more.
  private var free: [[UInt32]] = Array(repeating: [], count: Int(widest) + 1)

  private static let widest: UInt8 = 8

  /// Notes that an article, the newest of all, holds the word of a ring.
  mutating func add(_ holder: Holder, to ring: inout Ring, oldest: UInt32) {
    if ring.width == Ring.none { ring = Ring(start: take(0), width: 0) }
    if Int(ring.count) < ring.room {
      ring.count += 1
    } else if ring.width < Self.widest, places[Int(ring.start) + Int(ring.next)].article >= oldest {
      widen(&ring)
    }
    places[Int(ring.start) + Int(ring.next)] = holder
    ring.next = UInt8(truncatingIfNeeded: (Int(ring.next) + 1) & (ring.room - 1))
  }

  /// Where the newest articles of a ring stand, `most` at most, with what has been met before beyond
  /// the ring's end first; each stretch is ascending.
  @inline(__always)
  func newest(of ring: Ring, _ most: Int) -> (late: Range<Int>, early: Range<Int>) {
    guard ring.width != Ring.none else { return (0..<0, 0..<0) }
    let start = Int(ring.start)
    let next = start + Int(ring.next == 0 ? UInt16(ring.room) : UInt16(ring.next))
    let count = min(most, Int(ring.count))
    let late = max(start, next - count)
    let end = start + ring.room
    return (late..<next, end - (count - (next - late))..<end)
  }

  /// Moves a ring down to a place where none stands any more, without the articles that are no longer
  /// kept, and answers where the next may begin.
  ///
  /// Rings are drawn together from the first to the last; none gets longer.
  mutating func drawDown(_ ring: inout Ring, to start: Int, oldest: UInt32) -> Int {
    let kept = (0..<Int(ring.count)).map { step in
      places[Int(ring.start) + (Int(ring.next) - Int(ring.count) + step) & (ring.room - 1)]
    }.drop { $0.article < oldest }
    guard !kept.isEmpty else {
      ring = Ring()
      return start
    }
    var width: UInt8 = 0
    while 1 << Int(width) < kept.count { width += 1 }
    let room = 1 << Int(width)
    ring = Ring(
      start: UInt32(start), count: UInt16(kept.count),
      next: UInt8(truncatingIfNeeded: kept.count & (room - 1)), width: width)
    for (place, holder) in kept.enumerated() { places[start + place] = holder }
    return start + room
  }

  /// Lets the places behind the last ring go.
  mutating func cut(from end: Int) {
    places.removeLast(places.count - end)
    for width in free.indices { free[width].removeAll() }
  }

  /// Doubles a ring that is full.
  private mutating func widen(_ ring: inout Ring) {
    let room = ring.room
    let start = take(ring.width + 1)
    for step in 0..<room {
      let place = (Int(ring.next) + step) & (room - 1)
      places[Int(start) + step] = places[Int(ring.start) + place]
    }
    free[Int(ring.width)].append(ring.start)
    ring.start = start
    ring.width += 1
    ring.next = UInt8(room)
    ring.count += 1
  }

  /// Places for a ring, by the exponent of their number.
  private mutating func take(_ width: UInt8) -> UInt32 {
    if let start = free[Int(width)].popLast() { return start }
    let start = places.count
    let end = start + 1 << Int(width)
    if places.capacity < end { places.reserveCapacity(max(end, start * 2 + 1 << 10)) }
    places += repeatElement(Holder(article: 0, event: 0, saga: 0), count: end - start)
    return UInt32(start)
  }
}
