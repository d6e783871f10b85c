/// What spellings are worth for the name model by themselves, by their places in `Spellings`; the first is what lies
/// beyond a sentence.
struct NameWorths: Sendable {
  private var all: [NameWorth] = []

  mutating func removeAll() { all.removeAll(keepingCapacity: true) }

  /// Makes room for so many spellings.
  mutating func reserve(_ count: Int, _ model: NameModel) {
    if all.isEmpty { all.append(NameFeatures.beyond(model)) }
    guard all.count <= count else { return }
    all.append(contentsOf: repeatElement(NameWorth(), count: count + 1 - all.count))
  }

  @inline(__always) subscript(place: Int) -> NameWorth {
    get { all[place] }
    set { all[place] = newValue }
  }
}

/// What one spelling is worth as the token that is looked at, before it and behind it; and its looks.
struct NameWorth: Sendable {
  var here = SIMD8<Int16>(repeating: 0)
  var before = SIMD8<Int16>(repeating: 0)
  var after = SIMD8<Int16>(repeating: 0)
  var form: UInt64 = 0
  var shape: UInt16 = 0
  var use: UInt8 = 0
  var isKnown = false
}
