import Markup

/// Writes a feed's HTML anew from what is harmless in it: an allow-list of elements, attributes and
/// address schemes, relative addresses made absolute. What is left out keeps its text, but for
/// scripts, styles, frames and drawings.
///
/// The pages of the house are made of blocks and never of this; it is for those who read feeds
/// through the command line.
struct HTMLCleaner {
  private let html: [UInt8]
  private let base: String?
  private var out: [UInt8] = []

  static func clean(_ html: [UInt8], base: String?) -> [UInt8] {
    var cleaner = HTMLCleaner(html: html, base: base)
    cleaner.run()
    return cleaner.out
  }

  private init(html: [UInt8], base: String?) {
    self.html = html
    self.base = base
    out.reserveCapacity(html.count)
  }

  private mutating func run() {
    let source = html
    var at = 0
    while at < html.count {
      switch html[at] {
      case UInt8(ascii: "<"):
        if at + 1 < html.count, let end = PlainText.tagEnd(html, at) {
          at = tag(at, end)
        } else {
          write("&lt;")
          at += 1
        }
      case UInt8(ascii: "&"):
        if isReference(at) { out.append(html[at]) } else { write("&amp;") }
        at += 1
      case 0: at += 1
      default:
        let start = at
        while at < source.count, source[at] != UInt8(ascii: "<"), source[at] != UInt8(ascii: "&"),
          source[at] != 0
        {
          at += 1
        }
        source.span.extracting(start..<at).withUnsafeBufferPointer { out += $0 }
      }
    }
  }

  /// Whether a reference begins at an `&`.
  private func isReference(_ start: Int) -> Bool {
    var at = start + 1
    let limit = Swift.min(html.count, start + 34)
    while at < limit, html[at].isLetterOrDigit || html[at] == UInt8(ascii: "#") { at += 1 }
    return at < limit && html[at] == UInt8(ascii: ";") && at > start + 1
  }

  /// Elements that go with all that is in them.
  private static let removed = HTMLNames.Table([
    "script", "style", "applet", "iframe", "object", "svg", "math", "noembed", "noframes",
    "template", "xmp", "plaintext", "title", "select", "textarea",
  ])

  /// Writes or leaves out the tag between two places and returns where to go on.
  private mutating func tag(_ start: Int, _ end: Int) -> Int {
    var at = start + 1
    let isEnd = html[at] == UInt8(ascii: "/")
    if isEnd { at += 1 }
    let nameStart = at
    while at < end,
      html[at].isLetterOrDigit || html[at] == UInt8(ascii: "-") || html[at] == UInt8(ascii: ":")
    {
      at += 1
    }
    let code = HTMLNames.code(html[nameStart..<at])
    guard HTMLNames.acceptable.contains(code) else {
      guard !isEnd, Self.removed.contains(code), html[end - 1] == UInt8(ascii: ">"),
        end < 2 || html[end - 2] != UInt8(ascii: "/")
      else { return end }
      return endOf(html[nameStart..<at].map { $0 | 0x20 }, from: end)
    }
    let isVoid = HTMLNames.void.contains(code)
    if isEnd {
      if !isVoid {
        write("</")
        for byte in html[nameStart..<at] { out.append(byte.lowercased) }
        write(">")
      }
      return end
    }
    write("<")
    for byte in html[nameStart..<at] { out.append(byte.lowercased) }
    if end - at > 1 { attributes(at, end) }
    if isVoid { write(" />") } else { write(">") }
    return end
  }

  /// Where the content of a removed element ends; elements of its name inside it are counted.
  private func endOf(_ word: [UInt8], from start: Int) -> Int {
    let nests = !["script", "style", "title", "textarea"].contains { word.elementsEqual($0.utf8) }
    var depth = 1
    var at = start
    while at < html.count {
      guard html[at] == UInt8(ascii: "<") else {
        at += 1
        continue
      }
      let isEnd = at + 1 < html.count && html[at + 1] == UInt8(ascii: "/")
      let from = at + (isEnd ? 2 : 1)
      if from + word.count <= html.count,
        html[from..<from + word.count].elementsEqual(word, by: { $0 | 0x20 == $1 })
      {
        if isEnd { depth -= 1 } else if nests { depth += 1 }
        if depth == 0 {
          return html[at...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? html.count
        }
      }
      at += 1
    }
    return html.count
  }

  // MARK: Attributes

  /// An attribute of a tag; name and value are ranges of the source, references and all.
  private struct Attribute {
    var code: UInt64
    var name: Range<Int>
    var value: Range<Int>
  }

  private static let allowed = HTMLNames.Table([
    "abbr", "align", "alt", "axis", "bgcolor", "border", "cellpadding", "cellspacing", "char",
    "charoff", "cite", "class", "clear", "color", "cols", "colspan", "compact", "coords",
    "datetime", "dir", "face", "headers", "height", "href", "hreflang", "hspace", "id", "ismap",
    "label", "lang", "longdesc", "loop", "lowsrc", "media", "name", "nohref", "noshade", "nowrap",
    "poster", "prompt", "rel", "rev", "rows", "rowspan", "rules", "scope", "shape", "size", "span",
    "src", "start", "summary", "tabindex", "title", "type", "usemap", "valign", "value", "volume",
    "vspace", "width", "xml:lang", "controls", "preload", "open", "reversed",
  ])
  private static let addresses = HTMLNames.Table([
    "href", "src", "cite", "longdesc", "poster", "usemap", "lowsrc",
  ])

  private mutating func attributes(_ start: Int, _ end: Int) {
    var at = start
    var found: [Attribute] = []
    while at < end, found.count < 64 {
      while at < end, html[at] <= 32 || html[at] == UInt8(ascii: "/") { at += 1 }
      let nameStart = at
      while at < end, html[at] > 32, html[at] != UInt8(ascii: "="), html[at] != UInt8(ascii: ">"),
        html[at] != UInt8(ascii: "/")
      {
        at += 1
      }
      guard at > nameStart else {
        at += 1
        continue
      }
      let name = nameStart..<at
      let code = HTMLNames.code(html[name])
      while at < end, html[at] <= 32 { at += 1 }
      var value = name
      if at < end, html[at] == UInt8(ascii: "=") { (value, at) = attributeValue(at + 1, end) }
      if Self.allowed.contains(code), !found.contains(where: { $0.code == code }) {
        found.append(Attribute(code: code, name: name, value: value))
      }
    }
    if found.count > 1 {
      found.sort { left, right in
        html[left.name].lexicographicallyPrecedes(html[right.name]) {
          $0.lowercased < $1.lowercased
        }
      }
    }
    for attribute in found { write(attribute) }
  }

  private func attributeValue(_ start: Int, _ end: Int) -> (Range<Int>, Int) {
    var at = start
    while at < end, html[at] <= 32 { at += 1 }
    guard at < end else { return (at..<at, at) }
    let quote = html[at]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      let close = html[(at + 1)..<end].firstIndex(of: quote) ?? Swift.max(at + 1, end - 1)
      return (at + 1..<close, Swift.min(close + 1, end))
    }
    let valueStart = at
    while at < end, html[at] > 32, html[at] != UInt8(ascii: ">") { at += 1 }
    if at < html.count, html[at] == UInt8(ascii: ">"), at - 1 > valueStart,
      html[at - 1] == UInt8(ascii: "/")
    {
      return (valueStart..<at - 1, at)
    }
    return (valueStart..<at, at)
  }

  private mutating func write(_ attribute: Attribute) {
    let raw = html[attribute.value]
    let isPlain = !raw.contains { $0 < 32 || $0 == UInt8(ascii: "&") || $0 == 127 }
    if isPlain, !Self.addresses.contains(attribute.code) || isWeb(raw) {
      begin(attribute)
      for byte in raw { write(escaped: byte) }
      write("\"")
      return
    }
    var value = XMLText.decoded(Array(raw))
    if Self.addresses.contains(attribute.code) {
      let address = Address.cleaned(value)
      guard Self.isHarmless(address) else { return }
      let isInside = address.first == UInt8(ascii: "#") || address.starts(with: "http".utf8)
      value = isInside ? address : Address.resolve(address, against: base ?? "")
      guard Self.isHarmless(value) else { return }
    }
    begin(attribute)
    for byte in value { write(escaped: byte) }
    write("\"")
  }

  /// Whether an address is absolute and needs no repair.
  private func isWeb(_ address: ArraySlice<UInt8>) -> Bool {
    (address.starts(with: "https://".utf8) || address.starts(with: "http://".utf8))
      && address.last != 32
  }

  private mutating func begin(_ attribute: Attribute) {
    out.append(32)
    for byte in html[attribute.name] { out.append(byte.lowercased) }
    write("=\"")
  }

  private mutating func write(escaped byte: UInt8) {
    switch byte {
    case UInt8(ascii: "&"): write("&amp;")
    case UInt8(ascii: "<"): write("&lt;")
    case UInt8(ascii: ">"): write("&gt;")
    case UInt8(ascii: "\""): write("&quot;")
    case 0: break
    default: out.append(byte)
    }
  }

  private mutating func write(_ word: StaticString) { word.withUTF8Buffer { out += $0 } }

  private static let schemes: Set<String> = [
    "http", "https", "mailto", "ftp", "tel", "geo", "magnet", "xmpp", "irc", "news", "nntp",
    "gopher", "callto", "feed", "aim", "sip", "sips", "webcal", "urn", "ed2k", "rtsp", "sftp",
  ]

  /// Whether an address has no scheme or one that runs nothing.
  static func isHarmless(_ address: [UInt8]) -> Bool {
    guard let colon = address.firstIndex(of: UInt8(ascii: ":")) else { return true }
    let before = address[..<colon]
    if before.contains(where: {
      $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#")
    }) {
      return true
    }
    return schemes.contains(String(decoding: before, as: UTF8.self).lowercased())
  }
}

extension UInt8 {
  var lowercased: UInt8 { self &- UInt8(ascii: "A") < 26 ? self | 0x20 : self }
  var isLetterOrDigit: Bool { (self | 0x20) &- UInt8(ascii: "a") < 26 || self &- 48 < 10 }
}
