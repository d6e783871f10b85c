/// What spellings are worth for the name model by themselves, by their places in `Spellings`; the first is what lies
/// beyond a sentence.
struct NameWorths: Sendable {
  private var all: [NameWorth] = []

  /// What the hints of tokens are worth, by their bits; a few sets are those of nearly all tokens.
  private var hints = Array(repeating: HintWorth(), count: 64)

  mutating func removeAll() { all.removeAll(keepingCapacity: true) }

  /// Makes room for so many spellings.
  mutating func reserve(_ count: Int, _ model: NameModel) {
    if all.isEmpty { all.append(NameFeatures.beyond(model)) }
    guard all.count <= count else { return }
    all.append(contentsOf: repeatElement(NameWorth(), count: count + 1 - all.count))
  }

  /// What hints are worth, reckoned where another set stands in their place.
  @inline(__always) mutating func worth(
    of set: UInt64, _ reckon: (UInt64) -> HintWorth
  ) -> Int {
    let place = Int(truncatingIfNeeded: (set &* 0x9E37_79B9_7F4A_7C15) >> 58)
    if hints[place].set != set { hints[place] = reckon(set) }
    return place
  }

  @inline(__always) func hint(_ place: Int) -> HintWorth { hints[place] }

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

/// What a set of hints is worth at the token that is looked at, and at those around it.
struct HintWorth: Sendable {
  var set: UInt64 = .max
  var here = SIMD8<Int16>(repeating: 0)
  var before = SIMD8<Int16>(repeating: 0)
  var after = SIMD8<Int16>(repeating: 0)
  var twoBefore = SIMD8<Int16>(repeating: 0)
  var twoBehind = SIMD8<Int16>(repeating: 0)
}
