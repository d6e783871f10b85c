public import Press

extension Article {
  /// Headline, standfirst and text as plain paragraphs.
  public var plainText: String {
    ([headline] + [body.string]).filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  /// The article as CommonMark; what has a meaning there is escaped.
  public var markdown: String {
    var parts: [String] = []
    if !headline.isEmpty { parts.append("# " + Escape.markdown(headline)) }
    if let standfirst { parts.append("**" + Escape.markdown(standfirst) + "**") }
    if !bylines.isEmpty {
      parts.append(Escape.markdown(bylines.map(\.name).joined(separator: ", ")))
    }
    return (parts + blocks.map(\.markdown)).filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  /// The article as an HTML `article` element, all text escaped; pictures by address only.
  public var markup: String {
    var out = "<article>\n"
    if !headline.isEmpty { out += "<h1>\(Escape.html(headline))</h1>\n" }
    if let standfirst { out += "<p><strong>\(Escape.html(standfirst))</strong></p>\n" }
    for block in blocks { out += block.markup + "\n" }
    return out + "</article>"
  }
}

extension Block {
  fileprivate var markdown: String {
    switch self {
    case .paragraph(let text): Escape.markdown(text.text)
    case .heading(let text, let level):
      String(repeating: "#", count: min(max(level, 2), 6)) + " " + Escape.markdown(text.text)
    case .list(let items, let isOrdered):
      items.enumerated().map { index, item in
        (isOrdered ? "\(index + 1). " : "- ") + Escape.markdown(item.text)
      }.joined(separator: "\n")
    case .quotation(let text), .pullQuote(let text): "> " + Escape.markdown(text.text)
    case .code(let text):
      text.split(separator: "\n", omittingEmptySubsequences: false).map { "    " + $0 }
        .joined(separator: "\n")
    case .table(let rows): Self.markdown(ofTable: rows)
    case .picture(let picture):
      "![\(Escape.markdown(picture.caption ?? picture.alt ?? ""))](<\(Escape.address(picture.url))>)"
    case .embed(let url, let title): "[\(Escape.markdown(title ?? url))](<\(Escape.address(url))>)"
    }
  }

  /// The first row is the head, without which readers of Markdown see no table.
  private static func markdown(ofTable rows: [[String]]) -> String {
    var lines = rows.map { "| " + $0.map(Escape.markdown).joined(separator: " | ") + " |" }
    if let head = rows.first {
      lines.insert("|" + String(repeating: " --- |", count: head.count), at: 1)
    }
    return lines.joined(separator: "\n")
  }

  fileprivate var markup: String {
    switch self {
    case .paragraph(let text): return "<p>\(Escape.html(text.text))</p>"
    case .heading(let text, let level):
      let name = "h\(min(max(level, 2), 6))"
      return "<\(name)>\(Escape.html(text.text))</\(name)>"
    case .list(let items, let isOrdered):
      let name = isOrdered ? "ol" : "ul"
      return "<\(name)>" + items.map { "<li>\(Escape.html($0.text))</li>" }.joined() + "</\(name)>"
    case .quotation(let text), .pullQuote(let text):
      return "<blockquote><p>\(Escape.html(text.text))</p></blockquote>"
    case .code(let text): return "<pre>\(Escape.html(text))</pre>"
    case .table(let rows):
      let cells = rows.map { row in row.map { "<td>\(Escape.html($0))</td>" }.joined() }
      return "<table>" + cells.map { "<tr>\($0)</tr>" }.joined() + "</table>"
    case .picture(let picture):
      let caption = [picture.caption, picture.credit].compactMap { $0 }.joined(separator: " ")
      return
        "<figure><a href=\"\(Escape.html(picture.url))\">\(Escape.html(picture.alt ?? picture.url))</a>"
        + "<figcaption>\(Escape.html(caption))</figcaption></figure>"
    case .embed(let url, let title):
      return "<p><a href=\"\(Escape.html(url))\">\(Escape.html(title ?? url))</a></p>"
    }
  }
}

/// Makes text harmless in what is written.
private enum Escape {
  static func html(_ text: String) -> String {
    var out: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): out += "&amp;".utf8
      case UInt8(ascii: "<"): out += "&lt;".utf8
      case UInt8(ascii: ">"): out += "&gt;".utf8
      case UInt8(ascii: "\""): out += "&quot;".utf8
      default: out.append(byte)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  static func markdown(_ text: String) -> String {
    let bytes = Array(text.utf8)
    let opening = openingMark(bytes)
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count + 16)
    for (place, byte) in bytes.enumerated() {
      if place == opening || "\\`*_[]<>#|~&".utf8.contains(byte) {
        out.append(UInt8(ascii: "\\"))
      }
      out.append(byte == 10 ? 0x20 : byte)
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// The sign that would make a list of a line: «1. Januar», «- und nun», «+ Neues».
  private static func openingMark(_ bytes: [UInt8]) -> Int? {
    guard let first = bytes.first else { return nil }
    if first == UInt8(ascii: "-") || first == UInt8(ascii: "+") { return 0 }
    let digits = bytes.prefix { (0x30...0x39).contains($0) }.count
    guard (1...9).contains(digits), digits < bytes.count else { return nil }
    return bytes[digits] == UInt8(ascii: ".") || bytes[digits] == UInt8(ascii: ")") ? digits : nil
  }

  static func address(_ url: String) -> String {
    String(decoding: url.utf8.filter { $0 > 0x20 && $0 != 0x3C && $0 != 0x3E }, as: UTF8.self)
  }
}
