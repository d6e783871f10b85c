import Markup

extension FeedDocument {
  /// The markup inside an element written out as HTML: prefixes gone, void elements without end.
  func markup(inside node: XMLTree.NodeID) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(Int(tree[node].upper - tree[node].lower))
    /// Nodes still to be written; negative ones are ends of elements.
    var work: [XMLTree.NodeID] = tree.children(of: node).reversed()
    while let next = work.popLast() {
      if next < 0 {
        out += Array("</\(tree.names[Int(tree[-next].name)].local)>".utf8)
        continue
      }
      let node = tree[next]
      switch node.kind {
      case .text where node.hasReferences:
        var text: [UInt8] = []
        XMLText.decode(tree.bytes, Int(node.lower)..<Int(node.upper), into: &text)
        Self.appendEscaped(text, to: &out)
      case .text: out += tree.bytes[Int(node.lower)..<Int(node.upper)]
      case .verbatim:
        Self.appendEscaped(tree.bytes[Int(node.lower)..<Int(node.upper)], to: &out)
      case .element, .document:
        if fields[Int(node.name)] == .entry { continue }
        let local = tree.names[Int(node.name)].local
        out += Array("<\(local)".utf8)
        for attribute in tree.attributes(of: next) {
          appendAttribute(attribute, to: &out)
        }
        if node.firstChild < 0, HTMLNames.void.contains(local.lowercased()) {
          out += Array(" />".utf8)
        } else {
          out.append(UInt8(ascii: ">"))
          work.append(-next)
          work += tree.children(of: next).reversed()
        }
      }
    }
    return out
  }

  private func appendAttribute(_ attribute: XMLTree.Attribute, to out: inout [UInt8]) {
    let name = tree.names[Int(attribute.name)]
    guard name.prefix != "xmlns", !(name.prefix.isEmpty && name.local == "xmlns") else { return }
    out += Array(
      (name.prefix.isEmpty ? " \(name.local)=\"" : " \(name.prefix):\(name.local)=\"").utf8)
    for byte in tree.bytes[Int(attribute.lower)..<Int(attribute.upper)] {
      if byte == UInt8(ascii: "\"") { out += Array("&quot;".utf8) } else { out.append(byte) }
    }
    out.append(UInt8(ascii: "\""))
  }

  /// Text as HTML.
  static func appendEscaped(_ text: some Sequence<UInt8>, to out: inout [UInt8]) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "<"): out += Array("&lt;".utf8)
      case UInt8(ascii: ">"): out += Array("&gt;".utf8)
      case UInt8(ascii: "&"): out += Array("&amp;".utf8)
      default: out.append(byte)
      }
    }
  }
}
