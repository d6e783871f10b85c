/// Looks for the encoding a page names in a `meta` element, by the HTML standard's prescan (13.2.3.2).
struct EncodingPrescan {
  /// The standard lets a browser stop after 1,024 bytes and start again when `meta` comes later; we
  /// look further at once.
  static let reach = 65_536

  private let bytes: [UInt8]
  private let end: Int
  private var place: Int

  /// The encoding's name, or nil.
  static func encoding(in bytes: [UInt8]) -> String? {
    var prescan = EncodingPrescan(bytes: bytes, end: min(bytes.count, reach), place: 0)
    return prescan.find()
  }

  private mutating func find() -> String? {
    if starts(with: [0x3C, 0x00, 0x3F, 0x00, 0x78, 0x00]) { return "utf-16le" }
    if starts(with: [0x00, 0x3C, 0x00, 0x3F, 0x00, 0x78]) { return "utf-16be" }
    while true {
      place = Words.findFar(bytes.span, place, end, UInt8(ascii: "<"))
      guard place < end else { return nil }
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
  }

  private var peek: UInt8? { peek(0) }

  private func peek(_ step: Int) -> UInt8? {
    place + step < end ? bytes[place + step] : nil
  }

  private func starts(with text: [UInt8]) -> Bool {
    bytes[min(place, end)..<end].starts(with: text)
  }

  private mutating func skip(past byte: UInt8) {
    while let next = peek, next != byte { place += 1 }
    place += 1
  }

  /// To the last byte of the comment; its first dashes may be its last.
  private mutating func skipComment() {
    place += 4
    while place < end {
      if bytes[place] == UInt8(ascii: ">"), bytes[place - 1] == UInt8(ascii: "-"),
        bytes[place - 2] == UInt8(ascii: "-")
      {
        return
      }
      place += 1
    }
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
    var seen: Set<Int> = []
    var isContentType = false
    var needsContentType: Bool?
    var name: String?
    while let (attribute, value) = readAttribute() {
      let words: [StaticString] = ["http-equiv", "content", "charset"]
      guard let word = words.firstIndex(where: { equals(attribute, $0) }),
        seen.insert(word).inserted
      else { continue }
      switch word {
      case 0: isContentType = equals(value, "content-type")
      case 1:
        if name == nil, let found = EncodingPrescan.charset(inContent: Array(bytes[value])) {
          name = found
          needsContentType = true
        }
      default:
        name = EncodingLabels.name(of: bytes[value])
        needsContentType = false
      }
    }
    guard let needsContentType, let name, !needsContentType || isContentType else { return nil }
    switch name {
    case "utf-16le", "utf-16be": return "utf-8"
    case "x-user-defined": return "windows-1252"
    default: return name
    }
  }

  /// Whether these bytes are a word in lower case, whatever their own case.
  private func equals(_ range: Range<Int>, _ word: StaticString) -> Bool {
    guard range.count == word.utf8CodeUnitCount else { return false }
    return word.withUTF8Buffer { letters in
      for (step, letter) in letters.enumerated() {
        let byte = bytes[range.lowerBound + step]
        if (byte &- 65 < 26 ? byte | 0x20 : byte) != letter { return false }
      }
      return true
    }
  }

  /// Where an attribute's name and value stand; nil at the end of the tag or of the bytes.
  private mutating func readAttribute() -> (name: Range<Int>, value: Range<Int>)? {
    while let byte = peek, isHTMLSpace(byte) || byte == UInt8(ascii: "/") { place += 1 }
    guard let first = peek, first != UInt8(ascii: ">") else { return nil }
    let start = place
    while let byte = peek, !isHTMLSpace(byte), byte != UInt8(ascii: "=") || place == start {
      if byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">") {
        return (start..<place, place..<place)
      }
      place += 1
    }
    let name = start..<place
    while let byte = peek, isHTMLSpace(byte) { place += 1 }
    guard let equals = peek else { return nil }
    guard equals == UInt8(ascii: "=") else { return (name, place..<place) }
    place += 1
    while let byte = peek, isHTMLSpace(byte) { place += 1 }
    guard let value = readValue() else { return nil }
    return (name, value)
  }

  private mutating func readValue() -> Range<Int>? {
    guard let first = peek else { return nil }
    if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
      place += 1
      let start = place
      while let byte = peek, byte != first { place += 1 }
      guard peek != nil else { return nil }
      place += 1
      return start..<(place - 1)
    }
    let start = place
    while let byte = peek, !isHTMLSpace(byte), byte != UInt8(ascii: ">") { place += 1 }
    return peek == nil ? nil : start..<place
  }

  /// The encoding in `text/html; charset=…` (HTML standard, 2.6.5), or nil.
  static func charset(inContent content: [UInt8]) -> String? {
    let word = Array("charset".utf8)
    var place = 0
    while place + word.count <= content.count {
      guard content[place] | 0x20 == word[0],
        word.indices.allSatisfy({ content[place + $0] | 0x20 == word[$0] })
      else {
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
