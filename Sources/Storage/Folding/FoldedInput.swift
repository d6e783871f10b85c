/// The bytes a value is read from, with the names of all fields.
final class FoldedInput {
  private let bytes: [UInt8]
  private let names: [String]

  private init(bytes: [UInt8], names: [String]) {
    self.bytes = bytes
    self.names = names
  }

  /// Reads version and names.
  ///
  /// - Returns: the input and where its value stands.
  static func open(_ bytes: [UInt8]) throws -> (FoldedInput, place: Int) {
    let head = FoldedInput(bytes: bytes, names: [])
    guard bytes.first == FoldedCoding.version else { throw head.damage(at: 0) }
    var place = 1
    var names: [String] = []
    for _ in 0..<Int(clamping: try head.varint(at: &place)) {
      names.append(try head.text(at: &place))
    }
    return (FoldedInput(bytes: bytes, names: names), place)
  }

  func damage(at place: Int) -> DecodingError {
    .dataCorrupted(.init(codingPath: [], debugDescription: "damaged at byte \(place)"))
  }

  private func tag(at place: Int) throws -> FoldedCoding.Tag {
    guard place < bytes.count, let tag = FoldedCoding.Tag(rawValue: bytes[place]) else {
      throw damage(at: place)
    }
    return tag
  }

  private func varint(at place: inout Int) throws -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while place < bytes.count, shift < 64 {
      let byte = bytes[place]
      place += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return value }
      shift += 7
    }
    throw damage(at: place)
  }

  private func text(at place: inout Int) throws -> String {
    let length = Int(clamping: try varint(at: &place))
    guard length <= bytes.count - place else { throw damage(at: place) }
    defer { place += length }
    return String(decoding: bytes[place..<(place + length)], as: UTF8.self)
  }

  /// The name of the field that begins here; `place` moves to its value.
  func name(at place: inout Int) throws -> String {
    let number = Int(clamping: try varint(at: &place))
    guard number < names.count else { throw damage(at: place) }
    return names[number]
  }

  /// The bytes of an array's or object's content.
  func stretch(_ wanted: FoldedCoding.Tag, at place: Int) throws -> Range<Int> {
    guard try tag(at: place) == wanted, bytes.count - place >= 5 else { throw damage(at: place) }
    let length = (1...4).reversed().reduce(0) { $0 << 8 | Int(bytes[place + $1]) }
    let start = place + 5
    guard length <= bytes.count - start else { throw damage(at: place) }
    return start..<(start + length)
  }

  /// Where the next value stands.
  func end(ofValueAt place: Int) throws -> Int {
    var next = place + 1
    let tag = try tag(at: place)
    switch tag {
    case .null, .false, .true: return next
    case .natural, .negative:
      _ = try varint(at: &next)
      return next
    case .double: return next + 8
    case .string:
      let length = Int(clamping: try varint(at: &next))
      guard length <= bytes.count - next else { throw damage(at: place) }
      return next + length
    case .array, .object: return try stretch(tag, at: place).upperBound
    }
  }

  // MARK: Values

  func isNull(at place: Int) -> Bool {
    place < bytes.count && bytes[place] == FoldedCoding.Tag.null.rawValue
  }

  func bool(at place: Int) throws -> Bool {
    switch try tag(at: place) {
    case .true: return true
    case .false: return false
    default: throw damage(at: place)
    }
  }

  func integer<Value: FixedWidthInteger>(at place: Int) throws -> Value {
    var next = place + 1
    switch try tag(at: place) {
    case .natural:
      if let value = Value(exactly: try varint(at: &next)) { return value }
    case .negative:
      if let complement = Int64(exactly: try varint(at: &next)),
        let value = Value(exactly: ~complement)
      {
        return value
      }
    default: break
    }
    throw damage(at: place)
  }

  func double(at place: Int) throws -> Double {
    guard try tag(at: place) == .double else {
      return Double(try integer(at: place) as Int64)
    }
    guard bytes.count - place >= 9 else { throw damage(at: place) }
    return Double(
      bitPattern: (1...8).reversed().reduce(0) { $0 << 8 | UInt64(bytes[place + $1]) })
  }

  func string(at place: Int) throws -> String {
    guard try tag(at: place) == .string else { throw damage(at: place) }
    var next = place + 1
    return try text(at: &next)
  }
}
