/// Places by hash, open addressing over two flat arrays: entered for every run of words of an
/// article, where a `Dictionary` would hash the hash once more.
struct PlaceTable: Sendable {
  private var keys: [UInt64] = []
  private var places: [Int32] = []
  private var mask = 0
  /// Slots that may still be filled; some stay empty so that every search ends soon.
  private var room = 0

  init() {}

  /// A table for at most so many entries; more are not entered.
  init(capacity: Int) {
    var size = 64
    while size &- size / 4 < capacity, size < 1 << 24 { size *= 2 }
    keys = Array(repeating: 0, count: size)
    places = Array(repeating: -1, count: size)
    mask = size - 1
    room = size - size / 4
  }

  /// Where the hash was entered; nil where it was not.
  subscript(key: UInt64) -> Int? {
    guard !keys.isEmpty else { return nil }
    let slot = slot(of: key)
    return places[slot] < 0 ? nil : Int(places[slot])
  }

  /// Enters a place, in the place of an earlier one where `replaces` says so of it.
  mutating func enter(_ key: UInt64, _ place: Int, replaces: (Int) -> Bool) {
    guard !keys.isEmpty else { return }
    let slot = slot(of: key)
    if places[slot] >= 0 {
      if !replaces(Int(places[slot])) { return }
    } else {
      guard room > 0 else { return }
      room -= 1
    }
    keys[slot] = key
    places[slot] = Int32(truncatingIfNeeded: place)
  }

  private func slot(of key: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: (key &* 0x9e37_79b9_7f4a_7c15) >> 40) & mask
    while places[slot] >= 0, keys[slot] != key { slot = (slot + 1) & mask }
    return slot
  }
}
