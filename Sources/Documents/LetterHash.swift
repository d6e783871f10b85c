/// A hash of a word's bytes, taken eight at a time: short words cost one step.
struct LetterHash {
  private var state: UInt64 = 0xcbf2_9ce4_8422_2325
  private var pending: UInt64 = 0
  private var count: UInt64 = 0

  /// Whether the next bytes may be taken eight at a time.
  @inline(__always)
  var isAligned: Bool { count & 7 == 0 }

  var value: UInt64 {
    @inline(__always) get { isAligned ? state : Self.mixed(state ^ pending) }
  }

  @inline(__always)
  mutating func take(_ byte: UInt8) {
    pending |= UInt64(byte) << (8 &* (count & 7))
    count &+= 1
    if isAligned {
      state = Self.mixed(state ^ pending)
      pending = 0
    }
  }

  /// Takes up to eight bytes at once, the first of them lowest; only where `isAligned`.
  @inline(__always)
  mutating func take(_ chunk: LetterChunk) {
    if chunk.count == 8 { state = Self.mixed(state ^ chunk.bytes) } else { pending = chunk.bytes }
    count &+= UInt64(truncatingIfNeeded: chunk.count)
  }

  @inline(__always)
  private static func mixed(_ word: UInt64) -> UInt64 {
    let product = word.multipliedFullWidth(by: 0x9e37_79b9_7f4a_7c15)
    return product.high ^ product.low
  }
}

/// The ASCII letters with which eight bytes begin.
struct LetterChunk {
  /// In lower case, the first lowest, zero behind the last.
  let bytes: UInt64
  let count: Int
  /// The high bit of each of the eight bytes that is a capital, and that is a small letter.
  let capitals: UInt64
  let smalls: UInt64

  /// - Parameter digits: whether digits count as letters.
  @inline(__always)
  init(_ word: UInt64, digits: Bool) {
    let high: UInt64 = 0x8080_8080_8080_8080
    let low = word & ~high
    let ascii = ~word & high
    // From `a` on and not beyond `z`; the sums cannot carry into the next byte.
    smalls = (low &+ 0x1F1F_1F1F_1F1F_1F1F) & ~(low &+ 0x0505_0505_0505_0505) & ascii
    capitals = (low &+ 0x3F3F_3F3F_3F3F_3F3F) & ~(low &+ 0x2525_2525_2525_2525) & ascii
    var letters = smalls | capitals
    if digits {
      letters |= (low &+ 0x5050_5050_5050_5050) & ~(low &+ 0x4646_4646_4646_4646) & ascii
    }
    let others = ~letters & high
    let bits = UInt64(truncatingIfNeeded: others.trailingZeroBitCount & ~7)
    count = others == 0 ? 8 : Int(truncatingIfNeeded: bits >> 3)
    let lowered = word | (capitals >> 2)
    bytes = others == 0 ? lowered : lowered & ((1 << bits) &- 1)
  }
}
