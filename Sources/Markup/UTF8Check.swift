/// Tells whether bytes are well-formed UTF-8 (Unicode, table 3-7).
///
/// Our own, because Swift's `UTF8Span(validating:)` took longer than reading the whole page into a
/// tree: it looks at ASCII in eights only between other characters. This one skips 64 at a time.
enum UTF8Check {
  static func holds(_ bytes: Span<UInt8>) -> Bool { sequences(in: bytes) != nil }

  /// How many characters take more than one byte; nil where the bytes are not well-formed.
  static func sequences(in bytes: Span<UInt8>) -> Int? {
    var count = 0
    let raw = bytes.bytes
    let end = bytes.count
    var place = 0
    while place < end {
      while place &+ 64 <= end {
        let words = raw.unsafeLoadUnaligned(fromByteOffset: place, as: SIMD8<UInt64>.self)
        let half = words.lowHalf | words.highHalf
        let quarter = half.lowHalf | half.highHalf
        if (quarter[0] | quarter[1]) & 0x8080_8080_8080_8080 != 0 { break }
        place &+= 64
      }
      while place &+ 8 <= end {
        let word = raw.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self)
        let found = word & 0x8080_8080_8080_8080
        if found != 0 {
          place &+= found.trailingZeroBitCount / 8
          break
        }
        place &+= 8
      }
      // One run of what is not ASCII, or the last few bytes.
      while place < end {
        if bytes[place] < 0x80 {
          place &+= 1
          if place &+ 8 <= end { break }
          continue
        }
        let length = sequenceLength(bytes, place)
        if length == 0 { return nil }
        place &+= length
        count &+= 1
      }
    }
    return count
  }

  /// The length of the well-formed sequence at a byte from 0x80 on, or 0.
  @inline(__always)
  private static func sequenceLength(_ bytes: Span<UInt8>, _ place: Int) -> Int {
    let first = bytes[place]
    guard first >= 0xC2, first <= 0xF4, place &+ 1 < bytes.count else { return 0 }
    let second = bytes[place &+ 1]
    if first < 0xE0 { return second & 0xC0 == 0x80 ? 2 : 0 }
    let least: UInt8 = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80
    let most: UInt8 = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF
    guard second >= least, second <= most, place &+ 2 < bytes.count,
      bytes[place &+ 2] & 0xC0 == 0x80
    else { return 0 }
    if first < 0xF0 { return 3 }
    guard place &+ 3 < bytes.count, bytes[place &+ 3] & 0xC0 == 0x80 else { return 0 }
    return 4
  }
}
