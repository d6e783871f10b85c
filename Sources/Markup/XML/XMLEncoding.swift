/// Finds out in which encoding an XML document is written, and turns it into UTF-8.
///
/// In this order: the HTTP header (RFC 3023/7303), the XML declaration, the byte order mark or the
/// shape of the first bytes, UTF-8, a guess from the bytes, windows-1252. The first in which all
/// bytes have a meaning is taken, so a header that lies does no harm.
public enum XMLEncoding {
  /// A document as UTF-8.
  public struct Decoded: Sendable {
    /// The document in UTF-8, without a byte order mark.
    public var bytes: [UInt8]
    /// The name of the encoding it was in, lower case unless it was guessed.
    public var encoding: String
    /// What was wrong with the encoding, if something was.
    public var problem: String?
  }

  /// The document as UTF-8. `contentType` is the header it came with.
  public static func utf8(from bytes: [UInt8], contentType: String? = nil) -> Decoded {
    let mark = ByteOrderMark(of: bytes)
    let body = mark.length > 0 ? Array(bytes[mark.length...]) : bytes
    let declared = declaredEncoding(
      in: mark.unitWidth == 1
        ? body[..<Swift.min(body.count, 400)]
        : (CharacterDecoder.decode(
          Array(body.prefix(1_600)), as: mark.encoding ?? "", repairing: true) ?? [])[...])
    var xml = declared.map(normalized)
    if let name = xml, name.hasPrefix("utf-16") || name.hasPrefix("utf-32"),
      let sniffed = mark.encoding
    {
      xml = name.hasSuffix("le") || name.hasSuffix("be") ? name : sniffed
    }
    let header = headerEncoding(contentType, xml: xml)
    var candidates: [String] = []
    for name in [header, xml, mark.encoding, "utf-8"] {
      if let name, !candidates.contains(name) { candidates.append(name) }
    }
    if mark.unitWidth > 1, let sniffed = mark.encoding { candidates = [sniffed] }
    return decode(body, candidates: candidates, isUTF8Sure: xml == "utf-8" || mark.length == 3)
  }

  private static func decode(_ body: [UInt8], candidates: [String], isUTF8Sure: Bool) -> Decoded {
    for (index, name) in candidates.enumerated() {
      guard let decoded = CharacterDecoder.decode(body, as: name, repairing: false) else {
        continue
      }
      let problem =
        index == 0
        ? nil : "not \(candidates[0]) as the document or its sender says, but \(name)"
      return Decoded(bytes: decoded, encoding: name, problem: problem)
    }
    let problem = "bytes without a meaning in \(candidates.joined(separator: ", "))"
    if CharacterDecoder.isMostlyUTF8(body) {
      return Decoded(
        bytes: CharacterDecoder.repairedUTF8(body), encoding: "utf-8", problem: problem)
    }
    let guess = EncodingGuess.encoding(of: body)
    if let guess,
      let decoded = CharacterDecoder.decode(body, as: guess.lowercased(), repairing: true)
    {
      return Decoded(bytes: decoded, encoding: guess, problem: problem)
    }
    return Decoded(
      bytes: CharacterDecoder.decode(body, as: "windows-1252", repairing: true) ?? [],
      encoding: "windows-1252", problem: problem)
  }

  /// The name by which an encoding is known here.
  static func normalized(_ label: String) -> String {
    let name = label.lowercased()
    switch name {
    case "gb2312", "gbk", "x-gbk", "gb_2312-80", "csgb2312", "gb_2312", "cp936": return "gb18030"
    case "utf8", "u8", "utf_8", "unicode-1-1-utf-8": return "utf-8"
    case "u16", "utf16", "utf_16", "iso-10646-ucs-2", "ucs-2", "csunicode": return "utf-16"
    case "utf32", "u32", "utf_32", "iso-10646-ucs-4", "ucs-4", "csucs4": return "utf-32"
    case "utf_16_le", "utf-16-le", "utf16le": return "utf-16le"
    case "utf_16_be", "utf-16-be", "utf16be": return "utf-16be"
    case "utf_32_le", "utf-32-le", "utf32le": return "utf-32le"
    case "utf_32_be", "utf-32-be", "utf32be": return "utf-32be"
    case "ascii", "ansi_x3.4-1968", "us": return "us-ascii"
    case "latin1", "latin-1", "iso8859-1", "iso_8859-1", "l1": return "iso-8859-1"
    case "cp1252", "x-cp1252", "cp-1252": return "windows-1252"
    default: return name
    }
  }

  /// What the Content-Type header says, or lets follow.
  private static func headerEncoding(_ contentType: String?, xml: String?) -> String? {
    guard let contentType, !contentType.isEmpty else { return nil }
    let parts = contentType.lowercased().utf8.split(separator: UInt8(ascii: ";"))
    let type = trimmed(parts.first ?? ""[...].utf8)
    for part in parts.dropFirst() {
      let text = trimmed(part)
      guard text.utf8.starts(with: "charset".utf8), let equals = text.firstIndex(of: "=")
      else { continue }
      let value = trimmed(text[text.index(after: equals)...].utf8)
      if !value.isEmpty { return normalized(value) }
    }
    if type.hasPrefix("text/") {
      return type == "text/xml" || type.hasSuffix("+xml") || type.hasPrefix("text/xml")
        ? "us-ascii" : xml
    }
    return nil
  }

  /// Whether a media type is one for XML.
  static func isXML(_ contentType: String) -> Bool {
    let type = contentType.utf8.prefix { $0 != UInt8(ascii: ";") && $0 > 32 }
    let text = String(decoding: type, as: UTF8.self)
    return text.hasSuffix("xml") || text.hasPrefix("application/xml-")
      || text.hasPrefix("text/xml-")
  }

  private static func trimmed(_ text: Substring.UTF8View) -> String {
    func isEdge(_ byte: UInt8) -> Bool {
      byte.isXMLSpace || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
    }
    var text = text
    while let first = text.first, isEdge(first) { text.removeFirst() }
    while let last = text.last, isEdge(last) { text.removeLast() }
    return String(decoding: text, as: UTF8.self)
  }

  /// The name in `<?xml version="1.0" encoding="…"?>`.
  private static func declaredEncoding(in head: ArraySlice<UInt8>) -> String? {
    var head = head.drop { $0.isXMLSpace }
    guard head.starts(with: "<?xml".utf8) else { return nil }
    guard let end = head.firstIndex(of: UInt8(ascii: ">")) else { return nil }
    head = head[..<end]
    var at = head.startIndex
    while at < head.endIndex, !head[at...].starts(with: "encoding".utf8) { at += 1 }
    let isQuote = { (byte: UInt8) in byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") }
    guard at < head.endIndex, let open = head[at...].firstIndex(where: isQuote),
      let close = head[(open + 1)...].firstIndex(where: isQuote)
    else { return nil }
    let name = head[open + 1..<close]
    guard !name.isEmpty, name.count < 40, name.allSatisfy({ $0 > 32 && $0 < 127 }) else {
      return nil
    }
    return String(decoding: name, as: UTF8.self)
  }
}

/// The byte order mark at the start of a text, or what its first bytes look like.
struct ByteOrderMark {
  var encoding: String?
  var length = 0
  var unitWidth = 1

  init(of bytes: [UInt8]) {
    let a = bytes.prefix(4) + [UInt8](repeating: 1, count: Swift.max(0, 4 - bytes.count))
    switch (a[0], a[1], a[2], a[3]) {
    case (0, 0, 0xFE, 0xFF): (encoding, length, unitWidth) = ("utf-32be", 4, 4)
    case (0xFF, 0xFE, 0, 0): (encoding, length, unitWidth) = ("utf-32le", 4, 4)
    case (0xFE, 0xFF, _, _): (encoding, length, unitWidth) = ("utf-16be", 2, 2)
    case (0xFF, 0xFE, _, _): (encoding, length, unitWidth) = ("utf-16le", 2, 2)
    case (0xEF, 0xBB, 0xBF, _): (encoding, length) = ("utf-8", 3)
    case (0, 0, 0, 0x3C): (encoding, unitWidth) = ("utf-32be", 4)
    case (0x3C, 0, 0, 0): (encoding, unitWidth) = ("utf-32le", 4)
    case (0, 0x3C, 0, _): (encoding, unitWidth) = ("utf-16be", 2)
    case (0x3C, 0, _, 0): (encoding, unitWidth) = ("utf-16le", 2)
    default: break
    }
  }
}
