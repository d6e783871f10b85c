#if DEBUG
/// Where in a page the writing stands.
///
/// Debug builds follow it through our own literals, so that text put where it would not be safe
/// – an unquoted attribute, a script, an `onclick` – stops the first test that renders the page.
/// Release builds do not look.
struct Context {
  enum Place { case text, tag, beforeValue, value, comment, rawText }

  private(set) var place = Place.text
  private let isXML: Bool
  private var tag: [UInt8] = []
  private var attribute: [UInt8] = []
  private var readsTagName = false
  private var closesItself = false
  private var quote: UInt8?
  private var open: [String] = []

  init(isXML: Bool = false) { self.isXML = isXML }

  /// Whether the piece stands for itself: outside any tag, everything closed.
  var isComplete: Bool { place == .text && open.isEmpty }

  var takesText: Bool {
    place == .text || (place == .value && quote != nil && !runsCode && !isLink)
  }
  /// XML runs nothing, and its readers check addresses themselves.
  var takesXMLText: Bool { place == .text || (place == .value && quote != nil) }
  var takesURL: Bool { place == .value && quote != nil && isLink }
  var takesMarkup: Bool { place == .text }
  var takesStyle: Bool { place == .rawText && tag.elementsEqual("style".utf8) }

  /// An attribute that neither leads anywhere nor runs, inside a tag whose name is written.
  func takesAttribute(_ name: StaticString) -> Bool {
    let name = name.description
    return place == .tag && !tag.isEmpty && !Self.links.contains(name) && name != "style"
      && name != "srcdoc" && !name.hasPrefix("on")
  }

  private var isLink: Bool { Self.links.contains { attribute.elementsEqual($0.utf8) } }
  private var runsCode: Bool {
    attribute.starts(with: "on".utf8) || attribute.elementsEqual("style".utf8)
      || attribute.elementsEqual("srcdoc".utf8)
  }
  private var isRawText: Bool {
    !isXML && (tag.elementsEqual("script".utf8) || tag.elementsEqual("style".utf8))
  }

  private static let links = [
    "href", "src", "cite", "action", "formaction", "poster", "srcset", "data", "xlink:href",
  ]
}

extension Context {
  mutating func read(_ literal: StaticString) -> Bool {
    literal.withUTF8Buffer { code in
      for byte in code where !read(byte) { return false }
      return true
    }
  }

  /// Follows one byte of our own markup; false if a tag closes what is not open.
  private mutating func read(_ byte: UInt8) -> Bool {
    switch (place, byte) {
    case (.text, UInt8(ascii: "<")), (.rawText, UInt8(ascii: "<")):
      place = .tag
      tag = []
      attribute = []
      readsTagName = true
      closesItself = false
    case (.tag, UInt8(ascii: ">")):
      return finishTag()
    case (.tag, UInt8(ascii: "=")):
      place = .beforeValue
    case (.tag, UInt8(ascii: " ")), (.tag, UInt8(ascii: "\n")):
      readsTagName = false
      attribute = []
    case (.tag, UInt8(ascii: "/")) where !tag.isEmpty:
      closesItself = true
    case (.tag, _):
      if readsTagName { tag.append(byte) } else { attribute.append(byte) }
      if tag.elementsEqual("!--".utf8) { place = .comment }
    case (.beforeValue, _):
      place = .value
      quote = byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") ? byte : nil
    case (.value, _) where byte == quote:
      place = .tag
      attribute = []
      readsTagName = false
    case (.value, UInt8(ascii: " ")) where quote == nil:
      place = .tag
      attribute = []
      readsTagName = false
    case (.value, UInt8(ascii: ">")) where quote == nil:
      return finishTag()
    case (.comment, UInt8(ascii: ">")):
      place = .text
    default:
      break
    }
    return true
  }

  private mutating func finishTag() -> Bool {
    let isEnd = tag.first == UInt8(ascii: "/")
    place = isRawText && !closesItself && !isEnd ? .rawText : .text
    let name = String(decoding: tag, as: UTF8.self)
    if name.hasPrefix("!") || name.hasPrefix("?") || closesItself { return true }
    if !isXML && Self.void.contains(name) { return true }
    if isEnd { return open.popLast() == String(name.dropFirst()) }
    open.append(name)
    return true
  }

  private static let void: Set = [
    "area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr",
  ]
}
#endif
