/// The element names of one document that the standard does not know, each with a number.
struct NameList {
  private(set) var slices: [Slice] = []
  /// Places in `slices` plus one, by hash; 0 is free.
  private var places: [UInt32] = []

  /// As many names as a node's code can tell apart; later ones share the last number.
  private static let limit = 0xFF_0000

  /// Bytes of memory the names take, and take while they grow.
  var size: Int { slices.count &* 2 &* MemoryLayout<Slice>.stride &+ places.count &* 6 }

  /// The number of a name. Names are hashed with the process's seed, so that no document can choose
  /// names that all fall in one place.
  mutating func id(
    of name: Slice, in source: Span<UInt8>, extra: [UInt8]
  ) -> UInt32 {
    if slices.count &* 4 >= places.count &* 3 { grow(source, extra) }
    var spot = hash(name, source, extra) & (places.count &- 1)
    while places[spot] != 0 {
      let place = Int(places[spot] &- 1)
      if equal(slices[place], name, source, extra) {
        return Tag.firstUnknown &+ UInt32(truncatingIfNeeded: place)
      }
      spot = (spot &+ 1) & (places.count &- 1)
    }
    if slices.count < NameList.limit {
      slices.append(name)
      places[spot] = UInt32(truncatingIfNeeded: slices.count)
    }
    return Tag.firstUnknown &+ UInt32(truncatingIfNeeded: slices.count &- 1)
  }

  private mutating func grow(_ source: Span<UInt8>, _ extra: [UInt8]) {
    places = [UInt32](repeating: 0, count: max(16, places.count * 2))
    for (place, slice) in slices.enumerated() {
      var spot = hash(slice, source, extra) & (places.count &- 1)
      while places[spot] != 0 { spot = (spot &+ 1) & (places.count &- 1) }
      places[spot] = UInt32(truncatingIfNeeded: place &+ 1)
    }
  }

  private func hash(_ name: Slice, _ source: Span<UInt8>, _ extra: [UInt8]) -> Int {
    var hasher = Hasher()
    var word: UInt64 = 0
    var count = 0
    for place in name.offset..<name.end {
      word = word << 8 | UInt64(name.isExtra ? extra[place] : source[place])
      count &+= 1
      if count & 7 == 0 { hasher.combine(word) }
    }
    hasher.combine(word)
    hasher.combine(count)
    return hasher.finalize()
  }

  private func equal(_ one: Slice, _ other: Slice, _ source: Span<UInt8>, _ extra: [UInt8]) -> Bool
  {
    guard one.count == other.count else { return false }
    for step in 0..<Int(one.count) {
      let left = one.isExtra ? extra[one.offset &+ step] : source[one.offset &+ step]
      let right = other.isExtra ? extra[other.offset &+ step] : source[other.offset &+ step]
      if left != right { return false }
    }
    return true
  }
}
