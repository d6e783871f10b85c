/// Open addressing from a word's hash to what is known of it.
package struct HashTable<Value: Sendable>: Sendable {
  private var keys: [UInt64]
  /// The value of each slot, counted from 1; 0 for a free one.
  private var places: [Int32]
  private var values: [Value] = []

  /// A table with room for about half as many entries as it has slots, a power of two.
  package init(slots: Int = 4) {
    keys = Array(repeating: 0, count: slots)
    places = Array(repeating: 0, count: slots)
    values.reserveCapacity(slots / 2)
  }

  @inline(__always) package subscript(hash: UInt64) -> Value? {
    let place = places[slot(of: hash)]
    return place == 0 ? nil : values[Int(place) - 1]
  }

  package var isEmpty: Bool { values.isEmpty }
  package var count: Int { values.count }

  /// Calls a body with every hash and its value, in no order that tells anything.
  package func each(_ body: (UInt64, Value) -> Void) {
    for (key, place) in zip(keys, places) where place != 0 { body(key, values[Int(place) - 1]) }
  }

  @inline(__always) package func contains(_ hash: UInt64) -> Bool { places[slot(of: hash)] != 0 }

  package subscript(hash: UInt64, default fallback: @autoclosure () -> Value) -> Value {
    get { self[hash] ?? fallback() }
    _modify {
      if !contains(hash) { insert(hash, fallback()) }
      yield &values[Int(places[slot(of: hash)]) - 1]
    }
  }

  private mutating func insert(_ hash: UInt64, _ value: Value) {
    if (values.count + 1) * 2 > keys.count { grow() }
    values.append(value)
    let slot = slot(of: hash)
    keys[slot] = hash
    places[slot] = Int32(truncatingIfNeeded: values.count)
  }

  private mutating func grow() {
    let old = zip(keys, places).filter { $0.1 != 0 }
    keys = Array(repeating: 0, count: Swift.max(64, keys.count * 2))
    places = Array(repeating: 0, count: keys.count)
    for (key, place) in old {
      let slot = slot(of: key)
      keys[slot] = key
      places[slot] = place
    }
  }

  @inline(__always) private func slot(of hash: UInt64) -> Int {
    let mask = keys.count &- 1
    var slot = Int(truncatingIfNeeded: hash ^ (hash >> 32)) & mask
    while places[slot] != 0, keys[slot] != hash { slot = (slot &+ 1) & mask }
    return slot
  }
}
