/// Writes numbers and strings into bytes, little-endian, lists with their length before them.
struct DeskWriter {
  private(set) var bytes: [UInt8] = []

  mutating func put(_ value: UInt64) {
    for shift in stride(from: UInt64(0), to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: value >> shift))
    }
  }

  mutating func put(_ value: UInt32) {
    for shift in stride(from: UInt32(0), to: 32, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: value >> shift))
    }
  }

  mutating func put(_ value: Int) { put(UInt64(bitPattern: Int64(value))) }
  mutating func put(_ value: Float) { put(value.bitPattern) }

  mutating func put(_ value: String) {
    put(value.utf8.count)
    bytes += value.utf8
  }

  mutating func put(_ value: String?) {
    bytes.append(value == nil ? 0 : 1)
    if let value { put(value) }
  }

  mutating func put(_ value: Int64?) {
    bytes.append(value == nil ? 0 : 1)
    if let value { put(Int(value)) }
  }

  mutating func put<Item>(
    list: some Collection<Item>, _ item: (inout DeskWriter, Item) -> Void
  ) {
    put(list.count)
    for element in list { item(&self, element) }
  }
}

/// Reads what `DeskWriter` wrote; after the first thing that is not there all it reads is empty.
struct DeskReader {
  private let bytes: [UInt8]
  private var index: Int
  private(set) var isBroken = false

  init(_ bytes: [UInt8], from index: Int) {
    self.bytes = bytes
    self.index = index
  }

  mutating func byte() -> UInt8 {
    guard index < bytes.count else {
      isBroken = true
      return 0
    }
    defer { index += 1 }
    return bytes[index]
  }

  mutating func uint64() -> UInt64 {
    var value: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 64, by: 8) { value |= UInt64(byte()) << shift }
    return value
  }

  mutating func uint32() -> UInt32 {
    var value: UInt32 = 0
    for shift in stride(from: UInt32(0), to: 32, by: 8) { value |= UInt32(byte()) << shift }
    return value
  }

  mutating func int() -> Int { Int(truncatingIfNeeded: Int64(bitPattern: uint64())) }
  mutating func float() -> Float { Float(bitPattern: uint32()) }

  /// A length; one that the bytes left cannot hold breaks the reading.
  mutating func length() -> Int {
    let length = int()
    guard length >= 0, length <= bytes.count - index else {
      isBroken = true
      return 0
    }
    return length
  }

  mutating func string() -> String {
    let length = length()
    defer { index += length }
    return String(decoding: bytes[index..<index + length], as: UTF8.self)
  }

  mutating func optionalString() -> String? { byte() == 1 ? string() : nil }
  mutating func optionalInt64() -> Int64? { byte() == 1 ? Int64(int()) : nil }

  mutating func list<Item>(_ item: (inout DeskReader) -> Item) -> [Item] {
    let length = length()
    var items: [Item] = []
    for _ in 0..<length {
      items.append(item(&self))
      if isBroken { break }
    }
    return items
  }
}
