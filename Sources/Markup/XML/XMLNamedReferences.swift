/// The named references of HTML, which feeds use without declaring them.
enum XMLNamedReferences {
  private static let texts: [UInt64: String] = {
    var texts: [UInt64: String] = [:]
    CharacterReferenceNames.list.withUTF8Buffer { buffer in
      for entry in buffer.split(whereSeparator: { $0 <= 32 }) {
        let isMark = { (byte: UInt8) in byte == UInt8(ascii: "=") || byte == UInt8(ascii: "!") }
        guard let mark = entry.firstIndex(where: isMark) else { continue }
        var text = ""
        for part in entry[(mark + 1)...].split(separator: UInt8(ascii: ",")) {
          let number = UInt32(String(decoding: part, as: UTF8.self), radix: 16) ?? 0xFFFD
          text.unicodeScalars.append(Unicode.Scalar(number) ?? "\u{FFFD}")
        }
        texts[hash(entry[..<mark])] = text
      }
    }
    return texts
  }()

  /// The characters a name stands for; names are told apart by upper and lower case.
  static func text(for name: ArraySlice<UInt8>) -> String? { texts[hash(name)] }

  private static func hash(_ name: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in name { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    return hash
  }
}
