import Hypertext

/// A reader of our own pages for tests: tags with their attributes, and the text between them.
struct PageProbe {
  struct Tag {
    var name: String
    var attributes: [String: String]
    var isEnd: Bool
    /// The text up to the next tag, entities decoded.
    var text: String
  }

  private(set) var tags: [Tag] = []
  /// Tags that were closed in the wrong place or never.
  private(set) var faults: [String] = []

  init(_ html: HTML) { self.init(html.string) }

  init(_ page: String) {
    var open: [String] = []
    var rest = Substring(page)
    while let start = rest.firstIndex(of: "<") {
      rest = rest[rest.index(after: start)...]
      guard let end = Self.end(of: rest) else {
        faults.append("unfinished tag")
        return
      }
      var tag = Self.tag(rest[..<end])
      rest = rest[rest.index(after: end)...]
      for raw in ["style", "script"] where tag.name == raw && !tag.isEnd {
        if let close = rest.range(of: "</\(raw)>") { rest = rest[close.lowerBound...] }
      }
      let text = rest.prefix { $0 != "<" }
      tag.text = Self.decoded(text)
      tags.append(tag)
      if tag.name.hasPrefix("!") || Self.void.contains(tag.name) || tag.attributes["/"] != nil {
        continue
      }
      if tag.isEnd {
        if open.popLast() != tag.name { faults.append("</\(tag.name)> closes another") }
      } else {
        open.append(tag.name)
      }
    }
    faults += open.map { "<\($0)> stays open" }
  }

  /// Whether all its scripts are data.
  var runsNothing: Bool {
    all("script").allSatisfy { $0.attributes["type"] == "application/ld+json" }
  }

  func all(_ name: String) -> [Tag] { tags.filter { $0.name == name && !$0.isEnd } }

  func values(of attribute: String) -> [String] {
    tags.compactMap { $0.isEnd ? nil : $0.attributes[attribute] }
  }

  /// All text inside the first-level element that begins at a tag.
  func text(from index: Int) -> String {
    let name = tags[index].name
    var depth = 0
    var text = ""
    for tag in tags[index...] {
      if tag.name == name { depth += tag.isEnd ? -1 : 1 }
      if depth == 0 { break }
      text += tag.text
    }
    return text
  }

  private static let void: Set = ["meta", "link", "input", "br", "img", "hr"]

  private static func end(of rest: Substring) -> Substring.Index? {
    var quote: Character?
    for index in rest.indices {
      let character = rest[index]
      if let open = quote {
        if character == open { quote = nil }
      } else if character == "\"" || character == "'" {
        quote = character
      } else if character == ">" {
        return index
      }
    }
    return nil
  }

  private static func tag(_ source: Substring) -> Tag {
    let isEnd = source.hasPrefix("/")
    var rest = isEnd ? source.dropFirst() : source
    let name = String(rest.prefix { $0 != " " && $0 != "/" && $0 != "\n" })
    rest = rest.dropFirst(name.count)
    var attributes: [String: String] = [:]
    while let start = rest.firstIndex(where: { $0 != " " && $0 != "\n" }) {
      rest = rest[start...]
      let key = String(rest.prefix { $0 != "=" && $0 != " " })
      rest = rest.dropFirst(key.count)
      guard rest.hasPrefix("=\"") else {
        attributes[key] = ""
        continue
      }
      let value = rest.dropFirst(2).prefix { $0 != "\"" }
      attributes[key] = decoded(value)
      rest = rest.dropFirst(value.count + 3)
    }
    return Tag(name: name, attributes: attributes, isEnd: isEnd, text: "")
  }

  private static func decoded(_ text: Substring) -> String {
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")].reduce(
      String(text)
    ) { $0.replacing($1.0, with: $1.1) }
  }
}

extension StringProtocol {
  func range(of needle: String) -> Range<Index>? { ranges(of: needle).first }
}
