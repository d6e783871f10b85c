/// The compact coding of values: as forgiving as JSON (fields by name, in any order, unknown ones
/// passed over), and read several times as fast, because nothing has to be looked for.
///
/// First the version, then the names of all fields, each once, then one value. Fields stand in the
/// order in which they were written, which is that in which they are read. Numbers without a sign
/// are varints (LEB128), lengths of arrays and objects four bytes, little end first.
enum FoldedCoding {
  /// The first byte; no JSON begins with it.
  static let version: UInt8 = 1

  /// What follows.
  enum Tag: UInt8 {
    case null, `false`, `true`
    /// A varint.
    case natural
    /// The varint of a negative number's complement.
    case negative
    /// Eight bytes of IEEE 754.
    case double
    /// A varint of its length and UTF-8.
    case string
    /// The length in bytes and values.
    case array
    /// The length in bytes and, by turns, the number of a field's name and its value.
    case object
  }
}

/// A name where the coding has to make one up.
struct FoldedKey: CodingKey {
  var stringValue: String
  var intValue: Int?

  init(stringValue: String) { self.stringValue = stringValue }
  init(intValue: Int) {
    stringValue = String(intValue)
    self.intValue = intValue
  }

  static let parent = FoldedKey(stringValue: "super")
}
