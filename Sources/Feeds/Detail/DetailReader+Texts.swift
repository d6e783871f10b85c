import Markup

extension DetailReader {
  /// A text with its details: `title` and `title_detail`.
  func set(text node: XMLTree.NodeID, _ key: String, of properties: inout Properties) {
    let detail = detail(node, isHTML: false)
    properties[key] = detail["value"]
    properties[key + "_detail"] = .object(detail)
  }

  /// Type, language, base and value of a text; markup is cleaned and its addresses made absolute.
  func detail(_ node: XMLTree.NodeID, isHTML: Bool) -> Properties {
    let text = document.textConstruct(node, isHTML: isHTML)
    let base = document.base(at: node)
    var value = Self.repaired(text.bytes)
    var type = text.type
    switch text.form {
    case .plain: break
    case .html, .xhtml:
      if type == "text/plain" { type = "text/html" }
      if document.version == "atom10", type == "application/xhtml+xml" {
        value = Self.withoutWrapper(value)
      }
      value = HTMLCleaner.clean(value, base: base)
    }
    let trimmed = FeedDocument.trimmed(value[...])
    let given = document.language(at: node) ?? language
    return [
      "type": .string(type), "value": .string(String(decoding: trimmed, as: UTF8.self)),
      "base": .string(base ?? ""),
      "language": given.flatMap { $0.isEmpty ? nil : .string(normalized(language: $0)) } ?? .null,
    ]
  }

  /// Text whose UTF-8 was taken for Latin-1 by its writer is read once more; stray characters of
  /// U+0080…U+009F are those of windows-1252.
  static func repaired(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(where: { (0xC2...0xC3).contains($0) }) else { return bytes }
    let text = String(decoding: bytes, as: UTF8.self)
    var narrow: [UInt8] = []
    narrow.reserveCapacity(bytes.count)
    var hasControls = false
    var isNarrow = true
    for scalar in text.unicodeScalars {
      if (0x80...0x9F).contains(scalar.value) { hasControls = true }
      if let byte = Windows1252.byte(scalar.value) { narrow.append(byte) } else { isNarrow = false }
    }
    if !isNarrow { narrow = [] }
    if !narrow.isEmpty, String(validating: narrow, as: UTF8.self) != nil { return narrow }
    guard hasControls else { return bytes }
    var out: [UInt8] = []
    for scalar in text.unicodeScalars {
      if (0x80...0x9F).contains(scalar.value) {
        out += Array("&#\(scalar.value);".utf8)
      } else {
        out += Array(String(scalar).utf8)
      }
    }
    return XMLText.decoded(out)
  }

  /// Atom 1.0 puts XHTML into one `div` that is no part of it.
  private static func withoutWrapper(_ html: [UInt8]) -> [UInt8] {
    let inner = FeedDocument.trimmed(html[...])
    guard inner.starts(with: "<div".utf8), inner.suffix(6).elementsEqual("</div>".utf8),
      let open = inner.firstIndex(of: UInt8(ascii: ">"))
    else { return html }
    return Array(inner[(open + 1)..<(inner.endIndex - 6)])
  }

  /// A description: the feed's subtitle, or an entry's summary; a second one is its content.
  func readTeaser(_ node: XMLTree.NodeID, into properties: inout Properties, isEntry: Bool) {
    let key = document.key(node)
    let field = document.field(node)
    let isHTML = key == "description" || key == "dc_description"
    if field == .mediaDescription || field == .itunesSummary {
      let name = isEntry ? "summary" : "subtitle"
      if properties[name] == nil || key == "itunes_summary" && isEntry == false {
        let detail = detail(node, isHTML: isHTML)
        properties[name] = detail["value"]
        properties[name + "_detail"] = .object(detail)
      }
      return
    }
    let detail = detail(node, isHTML: isHTML)
    guard isEntry || field == .summary else {
      properties["subtitle"] = detail["value"]
      properties["subtitle_detail"] = .object(detail)
      return
    }
    if properties["summary_detail"] != nil {
      append(detail, to: "content", of: &properties)
      return
    }
    properties["summary"] = detail["value"]
    properties["summary_detail"] = .object(detail)
  }

  func readContent(_ node: XMLTree.NodeID, into properties: inout Properties) {
    var detail = detail(node, isHTML: document.field(node) == .encoded)
    if document.field(node) == .xhtmlBody { detail["type"] = .string("application/xhtml+xml") }
    if let source = document.attribute("src", of: node) {
      detail["src"] = .string(resolve(source, at: node))
    }
    append(detail, to: "content", of: &properties)
    let type = detail["type"]?.text ?? ""
    if ["text/plain", "text/html", "application/xhtml+xml"].contains(type),
      properties["summary"] == nil
    {
      properties["summary"] = detail["value"]
    }
  }
}
