import Languages

/// A small table from hashes to bits, open addressing over one flat array: looked up for every
/// word of every class and line, where a `Dictionary` costs several times as much.
struct TopicTable: Sendable {
  private struct Slot {
    var key: UInt64 = 0
    /// 0 in a free slot.
    var bits: UInt32 = 0
  }

  private var slots: [Slot]
  private var mask: Int
  private var count = 0

  /// - Parameter capacity: how many entries are expected; more are taken too.
  init(capacity: Int = 0) {
    var size = 64
    while size < capacity * 3 { size *= 2 }
    mask = size - 1
    slots = Array(repeating: Slot(), count: size)
  }

  /// The bits of a hash; 0 where the table has none.
  @inline(__always)
  subscript(key: UInt64) -> UInt32 {
    var place = Self.place(key) & mask
    while slots[place].bits != 0 {
      if slots[place].key == key { return slots[place].bits }
      place = (place &+ 1) & mask
    }
    return 0
  }

  @inline(__always)
  func contains(_ key: UInt64) -> Bool { self[key] != 0 }

  /// Adds bits to those of a hash.
  mutating func add(_ key: UInt64, _ bits: UInt32 = 1) {
    guard bits != 0 else { return }
    if (count + 1) * 2 > slots.count { grow() }
    var place = Self.place(key) & mask
    while slots[place].bits != 0, slots[place].key != key { place = (place &+ 1) & mask }
    if slots[place].bits == 0 { count += 1 }
    slots[place].key = key
    slots[place].bits |= bits
  }

  private mutating func grow() {
    let old = slots
    mask = old.count * 2 - 1
    slots = Array(repeating: Slot(), count: old.count * 2)
    count = 0
    for slot in old { add(slot.key, slot.bits) }
  }

  @inline(__always)
  private static func place(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9e37_79b9_7f4a_7c15) >> 40)
  }
}

extension TopicTable {
  /// All words of a text, each with the same bit.
  init(words: some Sequence<UInt8>) {
    self.init()
    var walk = WordWalk(Array(words)[...])
    while let word = walk.next() { add(word.hash) }
  }

  /// The words of one of the house's lists, German and English.
  init(list: StaticString) { self.init(words: PageWords.text(of: list)) }
}
