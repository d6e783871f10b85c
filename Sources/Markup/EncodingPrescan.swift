/// Looks for the encoding a page names in a `meta` element, by the HTML standard's prescan (13.2.3.2).
struct EncodingPrescan {
  /// The standard lets a browser stop after 1,024 bytes and start again when `meta` comes later; we
  /// look further at once.
  static let reach = 65_536

  private let bytes: ArraySlice<UInt8>
  private var place: Int

  /// The encoding's name, or nil.
  static func encoding(in bytes: [UInt8]) -> String? {
    var prescan = EncodingPrescan(bytes: bytes.prefix(reach), place: 0)
    return prescan.find()
  }

  private mutating func find() -> String? {
    if starts(with: [0x3C, 0x00, 0x3F, 0x00, 0x78, 0x00]) { return "utf-16le" }
    if starts(with: [0x00, 0x3C, 0x00, 0x3F, 0x00, 0x78]) { return "utf-16be" }
    while place < bytes.count {
      guard bytes[place] == UInt8(ascii: "<") else {
        place += 1
        continue
      }
      if starts(with: Array("<!--".utf8)) {
        skipComment()
      } else if isMeta() {
        place += 6
        if let name = readMeta() { return name }
      } else if isTag() {
        while let byte = peek, !isHTMLSpace(byte), byte != UInt8(ascii: ">") { place += 1 }
        while readAttribute() != nil {}
      } else if let next = peek(1), next == 0x21 || next == 0x2F || next == 0x3F {
        skip(past: UInt8(ascii: ">"))
        continue
      }
      place += 1
    }
    return nil
  }

  private var peek: UInt8? { peek(0) }

  private func peek(_ step: Int) -> UInt8? {
    place + step < bytes.count ? bytes[place + step] : nil
  }

  private func starts(with text: [UInt8]) -> Bool { bytes.dropFirst(place).starts(with: text) }

  private mutating func skip(past byte: UInt8) {
    while let next = peek, next != byte { place += 1 }
    place += 1
  }

  /// To the last byte of the comment; its first dashes may be its last.
  private mutating func skipComment() {
    var end = place + 4
    while end < bytes.count {
      if bytes[end] == UInt8(ascii: ">"), bytes[end - 1] == UInt8(ascii: "-"),
        bytes[end - 2] == UInt8(ascii: "-")
      {
        break
      }
      end += 1
    }
    place = end
  }

  private func isMeta() -> Bool {
    guard let end = peek(5), isHTMLSpace(end) || end == UInt8(ascii: "/") else { return false }
    return bytes[(place + 1)..<(place + 5)].map { $0 | 0x20 } == Array("meta".utf8)
  }

  private func isTag() -> Bool {
    guard let next = peek(1) else { return false }
    if CharacterReferences.isLetter(next) { return true }
    guard next == UInt8(ascii: "/"), let letter = peek(2) else { return false }
    return CharacterReferences.isLetter(letter)
  }

  private mutating func readMeta() -> String? {
    var seen: Set<String> = []
    var isContentType = false
    var needsContentType: Bool?
    var name: String?
    while let (attribute, value) = readAttribute() {
      guard seen.insert(attribute).inserted else { continue }
      switch attribute {
      case "http-equiv": isContentType = isContentType || value == Array("content-type".utf8)
      case "content":
        if name == nil, let found = EncodingPrescan.charset(inContent: value) {
          name = found
          needsContentType = true
        }
      case "charset":
        name = EncodingLabels.name(of: value)
        needsContentType = false
      default: break
      }
    }
    guard let needsContentType, let name, !needsContentType || isContentType else { return nil }
    switch name {
    case "utf-16le", "utf-16be": return "utf-8"
    case "x-user-defined": return "windows-1252"
    default: return name
    }
  }

  /// An attribute in lower case, or nil at the end of the tag or of the bytes.
  private mutating func readAttribute() -> (name: String, value: [UInt8])? {
    while let byte = peek, isHTMLSpace(byte) || byte == UInt8(ascii: "/") { place += 1 }
    guard let first = peek, first != UInt8(ascii: ">") else { return nil }
    var name: [UInt8] = []
    while let byte = peek {
      if byte == UInt8(ascii: "="), !name.isEmpty { break }
      if isHTMLSpace(byte) { break }
      if byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">") {
        return (String(decoding: name, as: UTF8.self), [])
      }
      name.append(lower(byte))
      place += 1
    }
    while let byte = peek, isHTMLSpace(byte) { place += 1 }
    guard let equals = peek else { return nil }
    let text = String(decoding: name, as: UTF8.self)
    guard equals == UInt8(ascii: "=") else { return (text, []) }
    place += 1
    while let byte = peek, isHTMLSpace(byte) { place += 1 }
    guard let value = readValue() else { return nil }
    return (text, value)
  }

  private mutating func readValue() -> [UInt8]? {
    guard let first = peek else { return nil }
    var value: [UInt8] = []
    if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
      place += 1
      while let byte = peek, byte != first {
        value.append(lower(byte))
        place += 1
      }
      guard peek != nil else { return nil }
      place += 1
      return value
    }
    while let byte = peek, !isHTMLSpace(byte), byte != UInt8(ascii: ">") {
      value.append(lower(byte))
      place += 1
    }
    return peek == nil ? nil : value
  }

  private func lower(_ byte: UInt8) -> UInt8 { byte &- 65 < 26 ? byte | 0x20 : byte }

  /// The encoding in `text/html; charset=…` (HTML standard, 2.6.5), or nil.
  static func charset(inContent content: [UInt8]) -> String? {
    let word = Array("charset".utf8)
    var place = 0
    while place + word.count <= content.count {
      guard content[place..<place + word.count].map({ $0 | 0x20 }) == word else {
        place += 1
        continue
      }
      place += word.count
      while place < content.count, isHTMLSpace(content[place]) { place += 1 }
      guard place < content.count, content[place] == UInt8(ascii: "=") else { continue }
      place += 1
      while place < content.count, isHTMLSpace(content[place]) { place += 1 }
      guard place < content.count else { return nil }
      let first = content[place]
      if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
        guard let end = content[(place + 1)...].firstIndex(of: first) else { return nil }
        return EncodingLabels.name(of: content[(place + 1)..<end])
      }
      let end = content[place...].firstIndex { isHTMLSpace($0) || $0 == UInt8(ascii: ";") }
      return EncodingLabels.name(of: content[place..<(end ?? content.count)])
    }
    return nil
  }
}
