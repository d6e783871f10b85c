/// A hash of bytes taken eight at a time, for what is compared within one reading only.
enum ByteHash {
  static func of(_ span: Span<UInt8>) -> UInt64 {
    let bytes = span.bytes
    let end = span.count
    var hash = UInt64(truncatingIfNeeded: end) &* 0x9e37_79b9_7f4a_7c15
    var place = 0
    while place &+ 8 <= end {
      hash = mixed(hash ^ bytes.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self))
      place &+= 8
    }
    var rest: UInt64 = 0
    while place < end {
      rest = rest << 8 | UInt64(span[place])
      place &+= 1
    }
    return mixed(hash ^ rest)
  }

  @inline(__always)
  private static func mixed(_ word: UInt64) -> UInt64 {
    let product = word.multipliedFullWidth(by: 0x9e37_79b9_7f4a_7c15)
    return product.high ^ product.low
  }
}
