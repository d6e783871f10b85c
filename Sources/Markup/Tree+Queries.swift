extension Tree {
  /// The first HTML element with this name below a node (below the document if none is named).
  public func first(_ tag: Tag, below root: Node? = nil) -> Node? {
    elements(tag, below: root).first { _ in true }
  }

  /// All HTML elements with this name below a node, in document order.
  public func elements(_ tag: Tag, below root: Node? = nil) -> some Sequence<Node> {
    descendants(root ?? document).lazy.filter { self.is($0, tag) }
  }

  /// The first element with this `id`.
  public func element(id: String, below root: Node? = nil) -> Node? {
    let wanted = Array(id.utf8)
    return descendants(root ?? document).first {
      attributeBytes($0, "id")?.elementsEqual(wanted) == true
    }
  }

  /// Whether the element's `class` holds this word (case matters).
  public func has(class name: StaticString, _ node: Node) -> Bool {
    guard let value = attributeBytes(node, "class") else { return false }
    return name.withUTF8Buffer { wanted in
      value.split(whereSeparator: isHTMLSpace).contains { $0.elementsEqual(wanted) }
    }
  }

  /// The words of the element's `class`.
  public func classes(_ node: Node) -> [String] {
    (attributeBytes(node, "class") ?? []).split(whereSeparator: isHTMLSpace)
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// The node itself or its nearest ancestor that is an HTML element with this name.
  public func closest(_ tag: Tag, from node: Node) -> Node? {
    if self.is(node, tag) { return node }
    return ancestors(node).first { self.is($0, tag) }
  }

  /// The `html` element of a document.
  public var root: Node? { children(document).first { kind($0) == .element } }

  /// The `body` element of a document; nil in a frameset.
  public var body: Node? { root.flatMap { root in children(root).first { self.is($0, .body) } } }

  /// The `head` element of a document.
  public var head: Node? { root.flatMap { root in children(root).first { self.is($0, .head) } } }
}

/// Space as HTML means it: tab, line feed, form feed, carriage return, space.
@inline(__always)
func isHTMLSpace(_ byte: UInt8) -> Bool {
  byte <= 0x20 && (1 << UInt64(byte)) & 0x1_0000_3600 as UInt64 != 0
}
