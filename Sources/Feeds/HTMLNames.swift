/// Names of HTML elements, as far as feeds have to know them.
enum HTMLNames {
  static let void = Table([
    "area", "base", "br", "col", "embed", "hr", "img", "link", "meta", "param", "source",
    "track", "wbr",
  ])

  /// Elements that a reader may be shown; all others lose their tags.
  static let acceptable = Table([
    "a", "abbr", "acronym", "address", "area", "article", "aside", "audio", "b", "bdi", "bdo",
    "big",
    "blockquote", "br", "caption", "center", "cite", "code", "col", "colgroup",
    "data", "dd", "del", "details", "dfn", "dir",
    "div", "dl", "dt", "em", "figcaption", "figure", "font", "footer",
    "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "i", "img", "ins",
    "kbd", "label", "li", "main", "map", "mark", "menu", "meter",
    "nav", "noscript", "ol", "p", "picture",
    "pre", "progress", "q", "rp", "rt", "ruby", "s", "samp", "section", "small", "sound",
    "source", "span", "strike", "strong", "sub", "summary", "sup", "table", "tbody",
    "td", "tfoot", "th", "thead", "time", "tr", "tt", "u", "ul", "var", "video", "wbr",
  ])

  private static let others = Table([
    "html", "head", "body", "script", "style", "iframe", "object", "embed", "param", "link", "meta",
    "frame", "frameset", "svg", "button", "canvas", "dialog", "form", "input", "select",
    "textarea", "option", "optgroup", "fieldset", "legend", "datalist", "output", "title", "applet",
    "base",
  ])

  static let script = code("script".utf8)
  static let style = code("style".utf8)

  static func isKnown(_ name: UInt64) -> Bool { acceptable.contains(name) || others.contains(name) }

  /// A number that stands for a name, the same for capitals (FNV-1a).
  static func code(_ name: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in name {
      let lower = byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte
      hash = (hash ^ UInt64(lower)) &* 0x0000_0100_0000_01b3
    }
    return hash
  }

  /// A set of names that is asked by their numbers.
  struct Table: Sendable {
    private let slots: [UInt64]

    init(_ names: [String]) {
      var slots = [UInt64](repeating: 0, count: 512)
      for name in names {
        let code = HTMLNames.code(name.utf8)
        var slot = Int(truncatingIfNeeded: code ^ code >> 32) & 511
        while slots[slot] != 0 { slot = (slot + 1) & 511 }
        slots[slot] = code
      }
      self.slots = slots
    }

    func contains(_ code: UInt64) -> Bool {
      var slot = Int(truncatingIfNeeded: code ^ code >> 32) & 511
      while slots[slot] != 0 {
        if slots[slot] == code { return true }
        slot = (slot + 1) & 511
      }
      return false
    }

    func contains(_ name: String) -> Bool { contains(HTMLNames.code(name.utf8)) }
  }
}
