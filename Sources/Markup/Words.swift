#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Eight bytes at a time: the usual carry tricks on a 64-bit word.
///
/// Loads are bounds-checked (`RawSpan`), so no input can be read beyond its end.
enum Words {
  /// A word of eight equal bytes.
  @inline(__always)
  static func all(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

  /// The high bit of each zero byte; exact up to and including the lowest one.
  @inline(__always)
  static func zeros(_ word: UInt64) -> UInt64 {
    (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
  }

  /// The high bit of each byte below `limit` (at most 128); exact up to and including the lowest one.
  @inline(__always)
  static func below(_ word: UInt64, _ limit: UInt8) -> UInt64 {
    (word &- all(limit)) & ~word & 0x8080_8080_8080_8080
  }

  /// The high bit of each byte that is a capital letter of ASCII; exact for all bytes.
  @inline(__always)
  static func capitals(_ word: UInt64) -> UInt64 {
    let low = word & all(0x7F)
    return (low &+ all(0x3F)) & ~(low &+ all(0x25)) & ~word & all(0x80)
  }

  /// The first place in `start..<stop` that holds the byte, or `stop`.
  @inline(__always)
  static func find(_ source: Span<UInt8>, _ start: Int, _ stop: Int, _ byte: UInt8) -> Int {
    let bytes = source.bytes
    let pattern = all(byte)
    var place = start
    while place &+ 8 <= stop {
      let found = zeros(bytes.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self) ^ pattern)
      if found != 0 { return place &+ found.trailingZeroBitCount / 8 }
      place &+= 8
    }
    while place < stop, source[place] != byte { place &+= 1 }
    return place
  }

  /// `find` for stretches of which most are short and some are not: 32 bytes by hand, then `findFar`.
  @inline(__always)
  static func findNear(_ source: Span<UInt8>, _ start: Int, _ stop: Int, _ byte: UInt8) -> Int {
    let near = min(stop, start &+ 32)
    let place = find(source, start, near, byte)
    return place < near ? place : findFar(source, place, stop, byte)
  }

  /// `find` for long stretches (scripts, styles, comments): the C library's `memchr`, which looks at
  /// 32 bytes and more at a time. Measured on pages of the web: 8 % of all parsing less than `find`.
  @inline(__always)
  static func findFar(_ source: Span<UInt8>, _ start: Int, _ stop: Int, _ byte: UInt8) -> Int {
    guard start >= 0, start < stop, stop <= source.count else { return stop }
    return source.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress,
        let found = memchr(base + start, Int32(byte), stop - start)
      else { return stop }
      return UnsafeRawPointer(base).distance(to: UnsafeRawPointer(found))
    }
  }
}
