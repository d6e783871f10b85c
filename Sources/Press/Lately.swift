/// Values that were of use lately, by key and bounded by weight: what was not asked for while the
/// others came to half of the bound is forgotten. A single value of more weight is kept until then.
package struct Lately<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private struct Item {
    var value: Value
    var weight: Int
  }

  private var young: [Key: Item] = [:]
  private var old: [Key: Item] = [:]
  /// Weight of the young ones.
  private var weight = 0
  private let half: Int

  /// - Parameter limit: the weight of all values, at most.
  package init(limit: Int) { half = limit / 2 }

  /// Keeps a value; one that was kept for the key gives way.
  package mutating func keep(_ value: Value, for key: Key, weight: Int) {
    old[key] = nil
    if let before = young[key] { self.weight -= before.weight }
    if self.weight + weight > half, !young.isEmpty {
      young[key] = nil
      old = young
      young = [:]
      self.weight = 0
    }
    young[key] = Item(value: value, weight: weight)
    self.weight += weight
  }

  /// The value for a key, which now counts as used.
  package mutating func value(for key: Key) -> Value? {
    if let item = young[key] { return item.value }
    guard let item = old.removeValue(forKey: key) else { return nil }
    keep(item.value, for: key, weight: item.weight)
    return item.value
  }

  /// The value for a key, which is no longer kept: it can be changed without a copy.
  package mutating func take(for key: Key) -> Value? {
    if let item = young.removeValue(forKey: key) {
      weight -= item.weight
      return item.value
    }
    return old.removeValue(forKey: key)?.value
  }
}
