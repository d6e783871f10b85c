#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Makes UTF-8 of bytes in one of the encodings of the Encoding Standard.
///
/// Single-byte encodings are read from our tables, UTF-16 by Swift, the East Asian ones by the
/// platform's `iconv`, of which only converters named here are opened.
enum LegacyDecoder {
  /// The text, with U+FFFD for bytes without a meaning; nil where the encoding cannot be read here.
  static func decode(_ bytes: ArraySlice<UInt8>, as name: String) -> [UInt8]? {
    if name == "utf-8" { return Array(String(decoding: bytes, as: UTF8.self).utf8) }
    if name == "utf-16le" || name == "utf-16be" { return utf16(bytes, isBig: name == "utf-16be") }
    if let table = SingleByteTables.byName[name == "iso-8859-8-i" ? "iso-8859-8" : name] {
      return singleByte(bytes, table)
    }
    guard let converter = converters[name] else { return nil }
    return byIconv(bytes, converter)
  }

  /// The platform's names for what the standard means: its tables hold the vendors' extensions.
  private static let converters = [
    "gbk": "GB18030", "gb18030": "GB18030", "big5": "BIG5-HKSCS", "euc-jp": "EUC-JP-MS",
    "iso-2022-jp": "ISO-2022-JP-3", "shift_jis": "CP932", "euc-kr": "CP949",
  ]

  /// What the platform calls them where it has no name for the extended form.
  private static let plainConverters = [
    "EUC-JP-MS": "EUC-JP", "BIG5-HKSCS": "BIG5", "ISO-2022-JP-3": "ISO-2022-JP",
    "CP932": "SHIFT_JIS", "CP949": "EUC-KR",
  ]

  private static func singleByte(_ bytes: ArraySlice<UInt8>, _ table: [UInt16]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      if byte < 0x80 {
        text.append(byte)
      } else {
        CharacterReferences.append(UInt32(table[Int(byte & 0x7F)]), to: &text)
      }
    }
    return text
  }

  private static func utf16(_ bytes: ArraySlice<UInt8>, isBig: Bool) -> [UInt8] {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2 + 1)
    var place = bytes.startIndex
    while place + 1 < bytes.endIndex {
      let (first, second) = (UInt16(bytes[place]), UInt16(bytes[place + 1]))
      units.append(isBig ? first << 8 | second : second << 8 | first)
      place += 2
    }
    if place < bytes.endIndex { units.append(0xFFFD) }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  /// `iconv` wants pointers; they live for this call only. A byte it refuses becomes U+FFFD, and an
  /// ASCII byte behind a broken lead byte stays what it is, so that no markup can be swallowed.
  private static func byIconv(_ bytes: ArraySlice<UInt8>, _ name: String) -> [UInt8]? {
    var converter = iconv_open("UTF-8", name)
    if Int(bitPattern: converter) == -1, let plain = plainConverters[name] {
      converter = iconv_open("UTF-8", plain)
    }
    guard let converter, Int(bitPattern: converter) != -1 else { return nil }
    defer { iconv_close(converter) }
    var input = Array(bytes)
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count * 3 / 2)
    var chunk = [UInt8](repeating: 0, count: 32_768)
    input.withUnsafeMutableBytes { source in
      var next = source.baseAddress?.assumingMemoryBound(to: CChar.self)
      var left = source.count
      while left > 0 {
        let before = left
        let (written, failure) = chunk.withUnsafeMutableBytes { target in
          var place = target.baseAddress?.assumingMemoryBound(to: CChar.self)
          var room = target.count
          let result = iconv(converter, &next, &left, &place, &room)
          // C says (size_t)-1, which Swift reads as -1.
          return (target.count - room, result == -1 ? errno : 0)
        }
        text += chunk.prefix(written)
        let hasMoved = written > 0 || left < before
        if hasMoved, failure == 0 || failure == E2BIG { continue }
        text += [0xEF, 0xBF, 0xBD]
        next = next?.advanced(by: 1)
        left -= 1
      }
    }
    return text
  }
}
