/// Finds out how bytes are to be read and makes UTF-8 of them.
public enum Encodings {
  /// The bytes as valid UTF-8 without a byte order mark, and the Encoding Standard's name, in lower
  /// case, of the encoding they were read in.
  ///
  /// In this order: the byte order mark, the charset of the Content-Type header, the page's `meta`
  /// element (HTML standard, 13.2.3.2), then what the bytes look like. A label is not believed
  /// against the bytes: valid UTF-8 with several multi-byte sequences is UTF-8, and "UTF-8" that is
  /// mostly invalid is something else. Bytes without a meaning become U+FFFD.
  public static func utf8(
    from bytes: [UInt8], contentType: String? = nil
  ) -> (bytes: [UInt8], label: String) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return read(bytes.dropFirst(3), as: "utf-8") }
    if bytes.starts(with: [0xFF, 0xFE]) { return read(bytes.dropFirst(2), as: "utf-16le") }
    if bytes.starts(with: [0xFE, 0xFF]) { return read(bytes.dropFirst(2), as: "utf-16be") }
    let sequences = UTF8Check.sequences(in: bytes.span)
    let isValid = sequences != nil
    // What is clearly UTF-8 is read as such whatever the page says; only a header can name UTF-16.
    if isValid, contentType == nil, sequences ?? 0 >= 3, !isSixteenBit(bytes) {
      return (bytes, "utf-8")
    }
    let declared = declared(in: bytes, contentType: contentType)
    if let declared, declared != "utf-8" {
      // Escape sequences and 16-bit units are no proof of UTF-8, though their bytes may be valid.
      let isOwnKind = declared.hasPrefix("utf-16") || declared == "iso-2022-jp"
      if isOwnKind || sequences ?? 0 < (isEastAsian(declared) ? 3 : 1) {
        return read(bytes[...], as: declared)
      }
    }
    if isValid { return (bytes, "utf-8") }
    if isMostlyUTF8(bytes) { return read(bytes[...], as: "utf-8") }
    let guess = EncodingGuess.encoding(of: bytes).flatMap { EncodingLabels.name(of: $0.utf8) }
    return read(bytes[...], as: guess ?? "windows-1252")
  }

  /// The encoding the sender or the page names, in the Encoding Standard's words; nil for none.
  public static func declared(in bytes: [UInt8], contentType: String? = nil) -> String? {
    if let contentType, let name = EncodingPrescan.charset(inContent: Array(contentType.utf8)) {
      return name
    }
    return EncodingPrescan.encoding(in: bytes)
  }

  private static func read(_ bytes: ArraySlice<UInt8>, as name: String) -> ([UInt8], String) {
    if name == "utf-8", UTF8Check.holds(bytes.span) {
      return (Array(bytes), name)
    }
    if let text = LegacyDecoder.decode(bytes, as: name) { return (text, name) }
    // The platform lacks the converter, or the label stands for encodings that are never read.
    return (LegacyDecoder.decode(bytes, as: "windows-1252") ?? [], "windows-1252")
  }

  /// Whether the first bytes hold a NUL, as UTF-16 without a mark does.
  private static func isSixteenBit(_ bytes: [UInt8]) -> Bool { bytes.prefix(6).contains(0) }

  private static func isEastAsian(_ name: String) -> Bool {
    ["gbk", "gb18030", "big5", "euc-jp", "shift_jis", "euc-kr"].contains(name)
  }

  /// Whether most of what is not ASCII forms UTF-8 sequences.
  private static func isMostlyUTF8(_ bytes: [UInt8]) -> Bool {
    var good = 0
    var bad = 0
    var place = 0
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      guard byte >= 0x80 else { continue }
      var length = byte >= 0xF0 ? 3 : byte >= 0xE0 ? 2 : 1
      guard byte >= 0xC2, byte <= 0xF4 else {
        bad += 1
        continue
      }
      while length > 0, place < bytes.count, bytes[place] & 0xC0 == 0x80 {
        place += 1
        length -= 1
      }
      if length == 0 { good += 1 } else { bad += 1 }
    }
    return good > 2 * bad
  }
}
