extension Tree {
  /// The tree in the format of the html5lib tests: `| <p>`, two spaces for each level, attributes sorted.
  public func dump() -> String {
    var lines: [String] = []
    var stack: [(node: Node, depth: Int)] = [(document, -1)]
    while let (node, depth) = stack.popLast() {
      if depth >= 0 { describe(node, depth: depth, into: &lines) }
      var child = lastChild(node)
      while let place = child {
        stack.append((place, depth + 1))
        child = previousSibling(place)
      }
    }
    return lines.joined(separator: "\n")
  }

  private func describe(_ node: Node, depth: Int, into lines: inout [String]) {
    let margin = "| " + String(repeating: "  ", count: depth)
    switch kind(node) {
    case .document: break
    case .fragment: lines.append(margin + "content")
    case .doctype: lines.append(margin + doctypeText())
    case .text: lines.append(margin + "\"" + text(below: node) + "\"")
    case .comment:
      lines.append(margin + "<!-- " + String(decoding: textBytes(node), as: UTF8.self) + " -->")
    case .element:
      let vocabulary =
        switch namespace(node) {
        case .html: ""
        case .svg: "svg "
        case .mathML: "math "
        }
      lines.append(margin + "<" + vocabulary + name(node) + ">")
      let attributes = attributeRange(node).map { place in
        let record = arena.attributes[place]
        return Attribute(
          name: name(of: record, separator: " "),
          value: String(decoding: value(of: record), as: UTF8.self))
      }
      for attribute in attributes.sorted(by: {
        $0.name.utf16.lexicographicallyPrecedes($1.name.utf16)
      }) {
        lines.append(margin + "  " + attribute.name + "=\"" + attribute.value + "\"")
      }
    }
  }

  private func doctypeText() -> String {
    let doctype = arena.doctype
    var text = "<!DOCTYPE " + String(decoding: arena.bytes(doctype.name), as: UTF8.self)
    if doctype.publicID != nil || doctype.systemID != nil {
      for part in [doctype.publicID, doctype.systemID] {
        text += " \"" + String(decoding: arena.bytes(part ?? .empty), as: UTF8.self) + "\""
      }
    }
    return text + ">"
  }
}
