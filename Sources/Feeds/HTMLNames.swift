/// Names of HTML elements, as far as feeds have to know them.
enum HTMLNames {
  static let void: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "link", "meta", "param", "source",
    "track", "wbr",
  ]

  /// Elements that a reader may be shown; all others lose their tags.
  static let acceptable: Set<String> = [
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
  ]

  private static let others: Set<String> = [
    "html", "head", "body", "script", "style", "iframe", "object", "embed", "param", "link", "meta",
    "frame", "frameset", "svg", "button", "canvas", "dialog", "form", "input", "select",
    "textarea", "option", "optgroup", "fieldset", "legend", "datalist", "output", "title", "applet",
    "base",
  ]

  static func isKnown(_ name: String) -> Bool { acceptable.contains(name) || others.contains(name) }
}
