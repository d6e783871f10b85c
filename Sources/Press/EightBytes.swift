/// Eight bytes of a text at once, the first lowest: what a loop over bytes does, in an eighth of its turns.
public enum EightBytes {
  /// The eight at a place, which all have to be there.
  @inlinable @inline(__always) public static func load(_ bytes: Span<UInt8>, _ at: Int) -> UInt64 {
    UInt64(littleEndian: bytes.bytes.unsafeLoadUnaligned(fromByteOffset: at, as: UInt64.self))
  }

  /// Those before an end that is eight bytes off at most; the others are 0.
  @inlinable @inline(__always) public static func load(
    _ bytes: Span<UInt8>, _ at: Int, upTo end: Int
  ) -> UInt64 {
    if at &+ 8 <= bytes.count {
      return load(bytes, at) & (UInt64.max >> (64 &- 8 &* UInt64(end &- at)))
    }
    var eight: UInt64 = 0
    for place in at..<end { eight |= UInt64(bytes[place]) << (8 &* UInt64(place &- at)) }
    return eight
  }

  /// How many of them, from the first, are ASCII letters.
  @inlinable @inline(__always) public static func letters(_ eight: UInt64) -> Int {
    let small = (eight | each(0x20)) & each(0x7F)
    let fromA = small &+ each(0x80 &- 0x61)
    let beyondZ = small &+ each(0x80 &- 0x7B)
    let others = ~(fromA & ~beyondZ & ~eight) & each(0x80)
    return others.trailingZeroBitCount >> 3
  }

  /// How many of them begin a code point.
  @inlinable @inline(__always) public static func codePoints(_ eight: UInt64) -> Int {
    let goesOn = (eight >> 7) & ~(eight >> 6) & each(1)
    return 8 &- Int(truncatingIfNeeded: (goesOn &* each(1)) >> 56)
  }

  /// How many of the first of them, fewer than eight, begin a code point.
  @inlinable @inline(__always) public static func codePoints(_ eight: UInt64, of count: Int) -> Int
  {
    let goesOn = (eight >> 7) & ~(eight >> 6) & each(1)
    let first = goesOn & ~(UInt64.max << (8 &* UInt64(count)))
    return count &- Int(truncatingIfNeeded: (first &* each(1)) >> 56)
  }

  /// The first place of a byte or another one; the end where there is none.
  @inlinable @inline(__always) public static func find(
    _ byte: UInt8, or other: UInt8, in bytes: Span<UInt8>, from start: Int
  ) -> Int {
    var at = start
    while at &+ 8 <= bytes.count {
      let eight = load(bytes, at)
      let (one, two) = (eight ^ each(UInt64(byte)), eight ^ each(UInt64(other)))
      let zeros = ((one &- each(1)) & ~one | (two &- each(1)) & ~two) & each(0x80)
      if zeros != 0 { return at &+ (zeros.trailingZeroBitCount >> 3) }
      at &+= 8
    }
    while at < bytes.count, bytes[at] != byte, bytes[at] != other { at &+= 1 }
    return at
  }

  /// The first place of a byte; the end where there is none.
  @inlinable @inline(__always) public static func find(
    _ byte: UInt8, in bytes: Span<UInt8>, from start: Int
  ) -> Int {
    let wanted = each(UInt64(byte))
    var at = start
    while at &+ 8 <= bytes.count {
      let other = load(bytes, at) ^ wanted
      let zeros = (other &- each(1)) & ~other & each(0x80)
      if zeros != 0 { return at &+ (zeros.trailingZeroBitCount >> 3) }
      at &+= 8
    }
    while at < bytes.count, bytes[at] != byte { at &+= 1 }
    return at
  }

  /// A byte eight times.
  @inlinable @inline(__always) public static func each(_ byte: UInt64) -> UInt64 {
    byte &* 0x0101_0101_0101_0101
  }
}
