/// The 64-bit FNV-1a hash (draft-eastlake-fnv): quick, the same on every machine, and no defence
/// against somebody who wants two texts to collide.
@frozen public struct FNV1a: Sendable {
  public private(set) var value: UInt64

  @inlinable public init() { self.init(value: 0xcbf2_9ce4_8422_2325) }

  @usableFromInline init(value: UInt64) { self.value = value }

  @inlinable public mutating func mix(_ byte: UInt8) {
    self = FNV1a(value: (value ^ UInt64(byte)) &* 0x0000_0100_0000_01b3)
  }

  @inlinable public mutating func mix(_ bytes: some Sequence<UInt8>) {
    let isMixed: Void? = bytes.withContiguousStorageIfAvailable { mix($0) }
    if isMixed == nil { for byte in bytes { mix(byte) } }
  }

  /// Bytes that lie in one piece.
  @usableFromInline mutating func mix(_ bytes: UnsafeBufferPointer<UInt8>) {
    var value = value
    for byte in bytes { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    self.value = value
  }

  @inlinable public static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash = FNV1a()
    hash.mix(bytes)
    return hash.value
  }
}
