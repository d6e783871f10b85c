/// Writes a value in the coding of `FoldedCoding`.
struct FoldedEncoder: Encoder {
  fileprivate let writer: FoldedWriter
  /// How many arrays and objects were open when the value began.
  fileprivate let level: Int

  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  static func bytes(of value: some Encodable) throws -> [UInt8] {
    let writer = FoldedWriter()
    try writer.encode(value)
    return writer.finished
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    KeyedEncodingContainer(
      FoldedFields<Key>(writer: writer, depth: writer.open(.object, at: level)))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    FoldedItems(writer: writer, depth: writer.open(.array, at: level))
  }

  func singleValueContainer() -> any SingleValueEncodingContainer { self }
}

extension FoldedEncoder: SingleValueEncodingContainer {
  func encodeNil() { writer.write(.null) }
  func encode(_ value: Bool) { writer.write(value ? .true : .false) }
  func encode(_ value: String) { writer.write(value) }
  func encode(_ value: Double) { writer.write(value) }
  func encode(_ value: Float) { writer.write(Double(value)) }
  func encode(_ value: Int) { writer.write(Int64(value)) }
  func encode(_ value: Int8) { writer.write(Int64(value)) }
  func encode(_ value: Int16) { writer.write(Int64(value)) }
  func encode(_ value: Int32) { writer.write(Int64(value)) }
  func encode(_ value: Int64) { writer.write(value) }
  func encode(_ value: UInt) { writer.write(UInt64(value)) }
  func encode(_ value: UInt8) { writer.write(UInt64(value)) }
  func encode(_ value: UInt16) { writer.write(UInt64(value)) }
  func encode(_ value: UInt32) { writer.write(UInt64(value)) }
  func encode(_ value: UInt64) { writer.write(value) }
  func encode(_ value: some Encodable) throws { try value.encode(to: self) }
}

/// The bytes written so far, and which arrays and objects are still open.
private final class FoldedWriter {
  private var bytes: [UInt8] = []
  private var names: [String: Int] = [:]
  /// Where the lengths of open arrays and objects stand.
  private var opened: [Int] = []

  /// Version, names and the value.
  var finished: [UInt8] {
    var head = [FoldedCoding.version]
    Self.append(UInt64(names.count), to: &head)
    for name in names.sorted(by: { $0.value < $1.value }) {
      Self.append(UInt64(name.key.utf8.count), to: &head)
      head += Array(name.key.utf8)
    }
    return head + bytes
  }

  /// A whole value: what it opens is closed behind it.
  func encode(_ value: some Encodable) throws {
    let (level, start) = (opened.count, bytes.count)
    try value.encode(to: FoldedEncoder(writer: self, level: level))
    if bytes.count == start { _ = open(.object, at: level) }
    close(to: level)
  }

  /// Opens an array or object, or goes on with the one this value has opened before.
  ///
  /// - Returns: how many are open with it.
  func open(_ tag: FoldedCoding.Tag, at level: Int) -> Int {
    guard opened.count <= level else { return level + 1 }
    write(tag)
    opened.append(bytes.count)
    bytes += [0, 0, 0, 0]
    return opened.count
  }

  /// Closes what was opened after so many.
  func close(to depth: Int) {
    while opened.count > depth {
      let place = opened.removeLast()
      var length = UInt32(truncatingIfNeeded: bytes.count - place - 4)
      for index in place..<(place + 4) {
        bytes[index] = UInt8(truncatingIfNeeded: length)
        length >>= 8
      }
    }
  }

  func write(name: String) {
    let number = names[name] ?? names.count
    if number == names.count { names[name] = number }
    Self.append(UInt64(number), to: &bytes)
  }

  func write(_ tag: FoldedCoding.Tag) { bytes.append(tag.rawValue) }

  func write(_ value: Int64) {
    guard value < 0 else { return write(UInt64(value)) }
    write(.negative)
    Self.append(UInt64(~value), to: &bytes)
  }

  func write(_ value: UInt64) {
    write(.natural)
    Self.append(value, to: &bytes)
  }

  func write(_ value: Double) {
    write(.double)
    var bits = value.bitPattern
    for _ in 0..<8 {
      bytes.append(UInt8(truncatingIfNeeded: bits))
      bits >>= 8
    }
  }

  func write(_ value: String) {
    write(.string)
    Self.append(UInt64(value.utf8.count), to: &bytes)
    bytes += value.utf8
  }

  private static func append(_ number: UInt64, to bytes: inout [UInt8]) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }
}

/// The fields of an object.
private struct FoldedFields<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let writer: FoldedWriter
  let depth: Int

  var codingPath: [any CodingKey] { [] }

  private func value(_ key: some CodingKey) -> FoldedEncoder {
    writer.close(to: depth)
    writer.write(name: key.stringValue)
    return FoldedEncoder(writer: writer, level: depth)
  }

  func encodeNil(forKey key: Key) { value(key).encodeNil() }
  func encode(_ value: Bool, forKey key: Key) { self.value(key).encode(value) }
  func encode(_ value: String, forKey key: Key) { self.value(key).encode(value) }
  func encode(_ value: Double, forKey key: Key) { self.value(key).encode(value) }
  func encode(_ value: Float, forKey key: Key) { self.value(key).encode(value) }
  func encode(_ value: Int, forKey key: Key) { self.value(key).encode(value) }
  func encode(_ value: Int8, forKey key: Key) { self.value(key).encode(value) }
  func encode(_ value: Int16, forKey key: Key) { self.value(key).encode(value) }
  func encode(_ value: Int32, forKey key: Key) { self.value(key).encode(value) }
  func encode(_ value: Int64, forKey key: Key) { self.value(key).encode(value) }
  func encode(_ value: UInt, forKey key: Key) { self.value(key).encode(value) }
  func encode(_ value: UInt8, forKey key: Key) { self.value(key).encode(value) }
  func encode(_ value: UInt16, forKey key: Key) { self.value(key).encode(value) }
  func encode(_ value: UInt32, forKey key: Key) { self.value(key).encode(value) }
  func encode(_ value: UInt64, forKey key: Key) { self.value(key).encode(value) }

  func encode(_ value: some Encodable, forKey key: Key) throws {
    _ = self.value(key)
    try writer.encode(value)
  }

  func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type, forKey key: Key)
    -> KeyedEncodingContainer<Nested>
  {
    value(key).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    value(key).unkeyedContainer()
  }

  func superEncoder() -> any Encoder { value(FoldedKey.parent) }
  func superEncoder(forKey key: Key) -> any Encoder { value(key) }
}

/// The values of an array.
private struct FoldedItems: UnkeyedEncodingContainer {
  let writer: FoldedWriter
  let depth: Int
  private(set) var count = 0

  init(writer: FoldedWriter, depth: Int) {
    self.writer = writer
    self.depth = depth
  }

  var codingPath: [any CodingKey] { [] }

  private mutating func next() -> FoldedEncoder {
    writer.close(to: depth)
    count += 1
    return FoldedEncoder(writer: writer, level: depth)
  }

  mutating func encodeNil() { next().encodeNil() }
  mutating func encode(_ value: Bool) { next().encode(value) }
  mutating func encode(_ value: String) { next().encode(value) }
  mutating func encode(_ value: Double) { next().encode(value) }
  mutating func encode(_ value: Float) { next().encode(value) }
  mutating func encode(_ value: Int) { next().encode(value) }
  mutating func encode(_ value: Int8) { next().encode(value) }
  mutating func encode(_ value: Int16) { next().encode(value) }
  mutating func encode(_ value: Int32) { next().encode(value) }
  mutating func encode(_ value: Int64) { next().encode(value) }
  mutating func encode(_ value: UInt) { next().encode(value) }
  mutating func encode(_ value: UInt8) { next().encode(value) }
  mutating func encode(_ value: UInt16) { next().encode(value) }
  mutating func encode(_ value: UInt32) { next().encode(value) }
  mutating func encode(_ value: UInt64) { next().encode(value) }

  mutating func encode(_ value: some Encodable) throws {
    _ = next()
    try writer.encode(value)
  }

  mutating func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type)
    -> KeyedEncodingContainer<Nested>
  {
    next().container(keyedBy: type)
  }

  mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    next().unkeyedContainer()
  }

  mutating func superEncoder() -> any Encoder { next() }
}
