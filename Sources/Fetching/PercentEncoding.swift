/// Percent-encoding of URLs (URL Standard, 1.3).
enum PercentEncoding {
  /// The bytes that are written as `%XX` in one part of a URL; every set holds the one before it.
  enum Set {
    case control, fragment, query, specialQuery, path, userinfo

    func contains(_ byte: UInt8) -> Bool {
      if byte < 0x20 || byte > 0x7E { return true }
      let character = Character(UnicodeScalar(byte))
      switch self {
      case .control: return false
      case .fragment: return " \"<>`".contains(character)
      case .query: return " \"#<>".contains(character)
      case .specialQuery: return " \"#<>'".contains(character)
      case .path: return " \"#<>?^`{}".contains(character)
      case .userinfo: return " \"#<>?^`{}/:;=@[\\]|".contains(character)
      }
    }

    /// The set as a table, so that a byte costs one look.
    var table: [Bool] { (0...255).map { contains(UInt8($0)) } }
  }

  private static let control = Set.control.table
  private static let fragment = Set.fragment.table
  private static let query = Set.query.table
  private static let specialQuery = Set.specialQuery.table
  private static let path = Set.path.table
  private static let userinfo = Set.userinfo.table

  private static func table(_ set: Set) -> [Bool] {
    switch set {
    case .control: control
    case .fragment: fragment
    case .query: query
    case .specialQuery: specialQuery
    case .path: path
    case .userinfo: userinfo
    }
  }

  static func encode(_ bytes: ArraySlice<UInt8>, _ set: Set) -> String {
    let table = table(set)
    guard bytes.contains(where: { table[Int($0)] }) else {
      return String(decoding: bytes, as: UTF8.self)
    }
    let hex = Array("0123456789ABCDEF".utf8)
    var out: [UInt8] = []
    for byte in bytes {
      if table[Int(byte)] {
        out += [UInt8(ascii: "%"), hex[Int(byte >> 4)], hex[Int(byte & 15)]]
      } else {
        out.append(byte)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// A path and query with everything escaped that RFC 3986 does not let stand there.
  static func strict(_ target: String) -> String {
    let bytes = Array(target.utf8)
    let hex = Array("0123456789ABCDEF".utf8)
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    for (index, byte) in bytes.enumerated() {
      let stands =
        switch byte {
        case UInt8(ascii: "%"):
          index + 2 < bytes.count && HexDigit.value(of: bytes[index + 1]) != nil
            && HexDigit.value(of: bytes[index + 2]) != nil
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: strictSigns.contains(byte)
        }
      if stands {
        out.append(byte)
      } else {
        out += [UInt8(ascii: "%"), hex[Int(byte >> 4)], hex[Int(byte & 15)]]
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static let strictSigns = Array("-._~!$&'()*+,;=:@/?".utf8)

  /// Bytes with `%XX` turned into what it stands for; a `%` that begins nothing stays.
  static func decode(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.endIndex,
        let high = HexDigit.value(of: bytes[index + 1]),
        let low = HexDigit.value(of: bytes[index + 2])
      {
        out.append(high << 4 | low)
        index += 3
      } else {
        out.append(bytes[index])
        index += 1
      }
    }
    return out
  }
}
