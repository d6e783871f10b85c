import Markup

/// Turns markup into one line of plain text: tags and scripts removed, references decoded, white
/// space joined, control and bidi characters left out.
enum PlainText {
  /// Plain text of HTML.
  static func ofHTML(_ html: [UInt8]) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(html.count)
    let span = html.span
    var at = 0
    while at < html.count {
      let start = at
      while at < html.count, span[at] != UInt8(ascii: "<") { at += 1 }
      if at > start { span.extracting(start..<at).withUnsafeBufferPointer { text += $0 } }
      guard at < html.count else { break }
      if at + 1 < html.count, let end = tagEnd(html, at) {
        at = skipped(html, at, end, &text)
      } else {
        text.append(html[at])
        at += 1
      }
    }
    return ofText(XMLText.decoded(text))
  }

  /// Tags that stand inside words and lines.
  private static let inline = HTMLNames.Table([
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em", "font",
    "i", "ins", "kbd", "mark", "nobr", "q", "s", "samp", "small", "span", "strike", "strong",
    "sub", "sup", "tt", "u", "var", "wbr", "time", "data", "blink",
  ])

  /// Where the tag or comment at a `<` ends, or nil if it is a `<` in the text.
  static func tagEnd(_ html: [UInt8], _ start: Int) -> Int? {
    var at = start + 1
    if html[at] == UInt8(ascii: "/") { at += 1 }
    guard at < html.count else { return nil }
    if html[at] == UInt8(ascii: "!") || html[at] == UInt8(ascii: "?") {
      if at + 2 < html.count, html[at + 1] == UInt8(ascii: "-"), html[at + 2] == UInt8(ascii: "-") {
        var end = at + 1
        while end + 2 < html.count {
          if html[end] == UInt8(ascii: "-"), html[end + 1] == UInt8(ascii: "-"),
            html[end + 2] == UInt8(ascii: ">")
          {
            return end + 3
          }
          end += 1
        }
        return html.count
      }
      return html[at...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? html.count
    }
    guard (html[at] | 0x20) &- UInt8(ascii: "a") < 26 else { return nil }
    var quote: UInt8 = 0
    while at < html.count {
      let byte = html[at]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: ">") {
        return at + 1
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"),
        html[at - 1] == UInt8(ascii: "=")
      {
        quote = byte
      }
      at += 1
    }
    return html.count
  }

  /// Leaves out a tag, and what stands in a script; block tags become a space.
  private static func skipped(
    _ html: [UInt8], _ start: Int, _ end: Int, _ text: inout [UInt8]
  ) -> Int {
    var at = start + 1
    let isEnd = html[at] == UInt8(ascii: "/")
    if isEnd { at += 1 }
    let nameStart = at
    while at < end, (html[at] | 0x20) &- UInt8(ascii: "a") < 26 { at += 1 }
    let length = at - nameStart
    guard length > 0 else { return end }
    let name = HTMLNames.code(html[nameStart..<at])
    if !isEnd, name == HTMLNames.script || name == HTMLNames.style {
      return rawEnd(html, end, html[nameStart..<at].map { $0 | 0x20 })
    }
    if !inline.contains(name) { text.append(32) }
    return end
  }

  /// The end of a raw element's closing tag.
  private static func rawEnd(_ html: [UInt8], _ start: Int, _ name: [UInt8]) -> Int {
    var at = start
    while at + name.count + 2 <= html.count {
      if html[at] == UInt8(ascii: "<"), html[at + 1] == UInt8(ascii: "/"),
        html[at + 2..<at + 2 + name.count].elementsEqual(name, by: { $0 | 0x20 == $1 })
      {
        return html[at...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? html.count
      }
      at += 1
    }
    return html.count
  }

  /// What a byte may be: 0 copied as it is, 1 white space or a control, 2 the first of a character
  /// that has to be looked at.
  private static let kinds: [UInt8] = (0...255).map { byte in
    if byte <= 32 || byte == 127 { return 1 }
    return [0xC2, 0xD8, 0xE2, 0xEF].contains(byte) ? 2 : 0
  }

  /// Plain text with its white space joined and characters removed that could mislead.
  static func ofText(_ bytes: some Collection<UInt8>) -> String {
    bytes.withContiguousStorageIfAvailable { ofText($0.span) } ?? ofText(Array(bytes).span)
  }

  private static func ofText(_ bytes: Span<UInt8>) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var isSpacePending = false
    var at = 0
    let kinds = kinds.span
    while at < bytes.count {
      let start = at
      while at < bytes.count, kinds[Int(bytes[at])] == 0 { at += 1 }
      if at > start {
        if isSpacePending { out.append(32) }
        isSpacePending = false
        bytes.extracting(start..<at).withUnsafeBufferPointer { out += $0 }
        continue
      }
      let byte = bytes[at]
      if byte < 0x80 {
        if byte == 32 || (9...13).contains(byte) { isSpacePending = !out.isEmpty }
        at += 1
        continue
      }
      let length = Swift.min(byte >= 0xE0 ? 3 : 2, bytes.count - at)
      let second = length > 1 ? bytes[at + 1] : 0
      let third = length > 2 ? bytes[at + 2] : 0
      switch misleading(byte, second, third) {
      case .drop: break
      case .space: isSpacePending = !out.isEmpty
      case .keep:
        if isSpacePending { out.append(32) }
        isSpacePending = false
        for offset in 0..<length { out.append(bytes[at + offset]) }
      }
      at += length
    }
    return String(decoding: out, as: UTF8.self)
  }

  private enum Verdict { case keep, drop, space }

  /// C1 controls, zero-width and bidi marks, line separators, the byte order mark.
  private static func misleading(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Verdict {
    switch (first, second) {
    case (0xC2, 0xA0), (0xC2, 0x85): .space
    case (0xC2, 0x80...0x9F), (0xC2, 0xAD): .drop
    case (0xD8, 0x9C): .drop  // U+061C
    case (0xE2, 0x80) where (0xA8...0xA9).contains(third): .space
    case (0xE2, 0x80)
    where third == 0x8B || (0x8E...0x8F).contains(third) || (0xAA...0xAE).contains(third):
      .drop
    case (0xE2, 0x81) where (0xA0...0xAF).contains(third): .drop
    case (0xEF, 0xBB) where third == 0xBF: .drop
    case (0xEF, 0xBF) where (0xB9...0xBB).contains(third): .drop
    default: .keep
    }
  }

  /// Whether text that does not say what it is seems to be HTML: it has a closing or empty tag
  /// or a reference, and every tag in it is one of HTML.
  static func looksLikeHTML(_ bytes: [UInt8]) -> Bool {
    var hasMark = false
    var at = 0
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "<"):
        var name = at + 1
        let isEnd = name < bytes.count && bytes[name] == UInt8(ascii: "/")
        if isEnd { name += 1 }
        var end = name
        while end < bytes.count,
          (bytes[end] | 0x20) &- UInt8(ascii: "a") < 26 || bytes[end] &- 48 < 10
        {
          end += 1
        }
        if end > name {
          let word = HTMLNames.code(bytes[name..<end])
          guard HTMLNames.isKnown(word) else { return false }
          if isEnd || HTMLNames.void.contains(word) { hasMark = true }
        }
        at = Swift.max(end, at + 1)
      case UInt8(ascii: "&"):
        if referenceLength(bytes, at) > 0 { hasMark = true }
        at += 1
      default: at += 1
      }
    }
    return hasMark
  }

  private static func referenceLength(_ bytes: [UInt8], _ at: Int) -> Int {
    var end = at + 1
    while end < bytes.count, end < at + 12, bytes[end] != UInt8(ascii: ";") {
      let byte = bytes[end]
      guard (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- 48 < 10 || byte == UInt8(ascii: "#")
      else { return 0 }
      end += 1
    }
    return end < bytes.count && bytes[end] == UInt8(ascii: ";") && end > at + 1 ? end - at : 0
  }
}
