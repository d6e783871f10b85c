/// A small table from hashes to bits, open addressing over two flat arrays: looked up for every
/// word of every class and line, where a `Dictionary` costs several times as much.
struct TopicTable: Sendable {
  private var keys: [UInt64]
  private var values: [UInt32]
  private let mask: Int

  init(_ entries: [UInt64: UInt32]) {
    var size = 64
    while size < entries.count * 3 { size *= 2 }
    mask = size - 1
    keys = Array(repeating: 0, count: size)
    values = Array(repeating: 0, count: size)
    for (key, value) in entries {
      var slot = Self.slot(key) & mask
      while values[slot] != 0 { slot = (slot + 1) & mask }
      keys[slot] = key
      values[slot] = value
    }
  }

  /// The bits of a hash; 0 where the table has none.
  subscript(key: UInt64) -> UInt32 {
    var slot = Self.slot(key) & mask
    while values[slot] != 0 {
      if keys[slot] == key { return values[slot] }
      slot = (slot + 1) & mask
    }
    return 0
  }

  private static func slot(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9e37_79b9_7f4a_7c15) >> 40)
  }
}
