/// Reads a value in the coding of `FoldedCoding`.
///
/// Damaged bytes throw `DecodingError.dataCorrupted`; they never trap.
struct FoldedDecoder: Decoder {
  fileprivate let input: FoldedInput
  /// Where the value's tag stands.
  fileprivate let place: Int

  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  static func value<Value: Decodable>(_ type: Value.Type, of bytes: [UInt8]) throws -> Value {
    let (input, place) = try FoldedInput.open(bytes)
    return try Value(from: FoldedDecoder(input: input, place: place))
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    KeyedDecodingContainer(
      FoldedObject<Key>(input: input, stretch: try input.stretch(.object, at: place)))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    FoldedArray(input: input, stretch: try input.stretch(.array, at: place))
  }

  func singleValueContainer() -> any SingleValueDecodingContainer { self }
}

extension FoldedDecoder: SingleValueDecodingContainer {
  func decodeNil() -> Bool { input.isNull(at: place) }
  func decode(_ type: Bool.Type) throws -> Bool { try input.bool(at: place) }
  func decode(_ type: String.Type) throws -> String { try input.string(at: place) }
  func decode(_ type: Double.Type) throws -> Double { try input.double(at: place) }
  func decode(_ type: Float.Type) throws -> Float { Float(try input.double(at: place)) }
  func decode(_ type: Int.Type) throws -> Int { try input.integer(at: place) }
  func decode(_ type: Int8.Type) throws -> Int8 { try input.integer(at: place) }
  func decode(_ type: Int16.Type) throws -> Int16 { try input.integer(at: place) }
  func decode(_ type: Int32.Type) throws -> Int32 { try input.integer(at: place) }
  func decode(_ type: Int64.Type) throws -> Int64 { try input.integer(at: place) }
  func decode(_ type: UInt.Type) throws -> UInt { try input.integer(at: place) }
  func decode(_ type: UInt8.Type) throws -> UInt8 { try input.integer(at: place) }
  func decode(_ type: UInt16.Type) throws -> UInt16 { try input.integer(at: place) }
  func decode(_ type: UInt32.Type) throws -> UInt32 { try input.integer(at: place) }
  func decode(_ type: UInt64.Type) throws -> UInt64 { try input.integer(at: place) }
  func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try Value(from: self) }
}

/// The fields of an object.
private struct FoldedObject<Key: CodingKey>: KeyedDecodingContainerProtocol {
  /// The field looked at last; the next one asked for mostly stands behind it.
  private final class Look {
    var place: Int
    init(_ place: Int) { self.place = place }
  }

  private let input: FoldedInput
  private let stretch: Range<Int>
  private let look: Look

  init(input: FoldedInput, stretch: Range<Int>) {
    self.input = input
    self.stretch = stretch
    look = Look(stretch.lowerBound)
  }

  var codingPath: [any CodingKey] { [] }

  var allKeys: [Key] {
    var keys: [Key] = []
    var place = stretch.lowerBound
    while place < stretch.upperBound, let name = try? input.name(at: &place) {
      if let key = Key(stringValue: name) { keys.append(key) }
      guard let end = try? input.end(ofValueAt: place) else { break }
      place = end
    }
    return keys
  }

  /// Where a field's value stands; nil where there is no such field.
  private func find(_ key: some CodingKey) throws -> Int? {
    let name = key.stringValue
    let first = look.place
    if let found = try find(name, first..<stretch.upperBound) { return found }
    return try find(name, stretch.lowerBound..<first)
  }

  private func find(_ name: String, _ part: Range<Int>) throws -> Int? {
    var place = part.lowerBound
    while place < part.upperBound {
      let field = place
      if try input.name(at: &place) == name {
        look.place = field
        return place
      }
      place = try input.end(ofValueAt: place)
    }
    return nil
  }

  private func value(_ key: Key) throws -> FoldedDecoder {
    guard let place = try find(key) else {
      throw DecodingError.keyNotFound(
        key, .init(codingPath: [], debugDescription: "no field \(key.stringValue)"))
    }
    return FoldedDecoder(input: input, place: place)
  }

  func contains(_ key: Key) -> Bool { ((try? find(key)) ?? nil) != nil }
  func decodeNil(forKey key: Key) throws -> Bool { try value(key).decodeNil() }
  func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try value(key).decode(type) }
  func decode(_ type: String.Type, forKey key: Key) throws -> String {
    try value(key).decode(type)
  }
  func decode(_ type: Double.Type, forKey key: Key) throws -> Double {
    try value(key).decode(type)
  }
  func decode(_ type: Float.Type, forKey key: Key) throws -> Float { try value(key).decode(type) }
  func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try value(key).decode(type) }
  func decode(_ type: Int8.Type, forKey key: Key) throws -> Int8 { try value(key).decode(type) }
  func decode(_ type: Int16.Type, forKey key: Key) throws -> Int16 { try value(key).decode(type) }
  func decode(_ type: Int32.Type, forKey key: Key) throws -> Int32 { try value(key).decode(type) }
  func decode(_ type: Int64.Type, forKey key: Key) throws -> Int64 { try value(key).decode(type) }
  func decode(_ type: UInt.Type, forKey key: Key) throws -> UInt { try value(key).decode(type) }
  func decode(_ type: UInt8.Type, forKey key: Key) throws -> UInt8 { try value(key).decode(type) }
  func decode(_ type: UInt16.Type, forKey key: Key) throws -> UInt16 {
    try value(key).decode(type)
  }
  func decode(_ type: UInt32.Type, forKey key: Key) throws -> UInt32 {
    try value(key).decode(type)
  }
  func decode(_ type: UInt64.Type, forKey key: Key) throws -> UInt64 {
    try value(key).decode(type)
  }
  func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
    try Value(from: try value(key))
  }

  func decodeIfPresent<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value? {
    guard let place = try find(key), !input.isNull(at: place) else { return nil }
    return try Value(from: FoldedDecoder(input: input, place: place))
  }

  func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type, forKey key: Key) throws
    -> KeyedDecodingContainer<Nested>
  {
    try value(key).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try value(key).unkeyedContainer()
  }

  func superDecoder() throws -> any Decoder {
    guard let place = try find(FoldedKey.parent) else { throw input.damage(at: stretch.lowerBound) }
    return FoldedDecoder(input: input, place: place)
  }
  func superDecoder(forKey key: Key) throws -> any Decoder { try value(key) }
}

/// The values of an array.
private struct FoldedArray: UnkeyedDecodingContainer {
  private let input: FoldedInput
  private let end: Int
  private var place: Int
  private(set) var currentIndex = 0

  init(input: FoldedInput, stretch: Range<Int>) {
    self.input = input
    place = stretch.lowerBound
    end = stretch.upperBound
  }

  var codingPath: [any CodingKey] { [] }
  var count: Int? { nil }
  var isAtEnd: Bool { place >= end }

  private mutating func next() throws -> FoldedDecoder {
    guard place < end else { throw input.damage(at: place) }
    let value = FoldedDecoder(input: input, place: place)
    place = try input.end(ofValueAt: place)
    currentIndex += 1
    return value
  }

  mutating func decodeNil() throws -> Bool {
    guard !isAtEnd, input.isNull(at: place) else { return false }
    _ = try next()
    return true
  }
  mutating func decode(_ type: Bool.Type) throws -> Bool { try next().decode(type) }
  mutating func decode(_ type: String.Type) throws -> String { try next().decode(type) }
  mutating func decode(_ type: Double.Type) throws -> Double { try next().decode(type) }
  mutating func decode(_ type: Float.Type) throws -> Float { try next().decode(type) }
  mutating func decode(_ type: Int.Type) throws -> Int { try next().decode(type) }
  mutating func decode(_ type: Int8.Type) throws -> Int8 { try next().decode(type) }
  mutating func decode(_ type: Int16.Type) throws -> Int16 { try next().decode(type) }
  mutating func decode(_ type: Int32.Type) throws -> Int32 { try next().decode(type) }
  mutating func decode(_ type: Int64.Type) throws -> Int64 { try next().decode(type) }
  mutating func decode(_ type: UInt.Type) throws -> UInt { try next().decode(type) }
  mutating func decode(_ type: UInt8.Type) throws -> UInt8 { try next().decode(type) }
  mutating func decode(_ type: UInt16.Type) throws -> UInt16 { try next().decode(type) }
  mutating func decode(_ type: UInt32.Type) throws -> UInt32 { try next().decode(type) }
  mutating func decode(_ type: UInt64.Type) throws -> UInt64 { try next().decode(type) }
  mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    try Value(from: try next())
  }

  mutating func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) throws
    -> KeyedDecodingContainer<Nested>
  {
    try next().container(keyedBy: type)
  }

  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    try next().unkeyedContainer()
  }

  mutating func superDecoder() throws -> any Decoder { try next() }
}
