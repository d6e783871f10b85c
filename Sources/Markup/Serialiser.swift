extension Tree {
  /// The HTML of a node and all below it, by the standard's serialising algorithm (13.3); the
  /// document gives its children.
  public func serialised(_ node: Node) -> [UInt8] {
    var serialiser = Serialiser(tree: self)
    serialiser.write(node)
    return serialiser.bytes
  }

  /// The HTML of what is below a node: its `innerHTML`.
  public func serialised(below node: Node) -> [UInt8] {
    var serialiser = Serialiser(tree: self)
    for child in children(node) { serialiser.write(child) }
    return serialiser.bytes
  }
}

/// Writes nodes as HTML, without recursion.
struct Serialiser {
  let tree: Tree
  var bytes: [UInt8] = []

  init(tree: Tree) { self.tree = tree }

  mutating func write(_ root: Node) {
    var node = root
    while true {
      open(node)
      if let child = tree.firstChild(node), !isVoid(node) {
        node = child
        continue
      }
      close(node)
      while node != root, tree.nextSibling(node) == nil {
        guard let parent = tree.parent(node) else { return }
        node = parent
        close(node)
      }
      guard node != root, let next = tree.nextSibling(node) else { return }
      node = next
    }
  }

  private func isVoid(_ node: Node) -> Bool {
    tree.namespace(node) == .html && TagTraits.of(tree.tag(node).known).contains(.void)
  }

  private mutating func open(_ node: Node) {
    switch tree.kind(node) {
    case .document, .fragment: break
    case .doctype:
      bytes += Array("<!DOCTYPE ".utf8)
      bytes += tree.nameBytes(node)
      bytes.append(UInt8(ascii: ">"))
    case .comment:
      bytes += Array("<!--".utf8)
      bytes += tree.textBytes(node)
      bytes += Array("-->".utf8)
    case .text: writeText(node)
    case .element:
      bytes.append(UInt8(ascii: "<"))
      bytes += tree.nameBytes(node)
      for place in tree.attributeRange(node) {
        let record = tree.arena.attributes[place]
        bytes.append(UInt8(ascii: " "))
        bytes += Array(tree.name(of: record, separator: ":").utf8)
        bytes += Array("=\"".utf8)
        escape(tree.value(of: record), inAttribute: true)
        bytes.append(UInt8(ascii: "\""))
      }
      bytes.append(UInt8(ascii: ">"))
    }
  }

  private mutating func close(_ node: Node) {
    guard tree.kind(node) == .element, !isVoid(node) else { return }
    bytes += Array("</".utf8)
    bytes += tree.nameBytes(node)
    bytes.append(UInt8(ascii: ">"))
  }

  private mutating func writeText(_ node: Node) {
    if let parent = tree.parent(node), tree.namespace(parent) == .html {
      switch tree.tag(parent).known {
      case .style, .script, .xmp, .iframe, .noembed, .noframes, .plaintext:
        bytes += tree.textBytes(node)
        return
      default: break
      }
    }
    escape(tree.textBytes(node), inAttribute: false)
  }

  private mutating func escape(_ text: ArraySlice<UInt8>, inAttribute: Bool) {
    var before: UInt8 = 0
    for byte in text {
      switch byte {
      case UInt8(ascii: "&"): bytes += Array("&amp;".utf8)
      case UInt8(ascii: "<"): bytes += Array("&lt;".utf8)
      case UInt8(ascii: ">"): bytes += Array("&gt;".utf8)
      case UInt8(ascii: "\"") where inAttribute: bytes += Array("&quot;".utf8)
      case 0xA0 where before == 0xC2:
        bytes.removeLast()
        bytes += Array("&nbsp;".utf8)
      default: bytes.append(byte)
      }
      before = byte
    }
  }
}
