/// An HTML document or fragment, read by the HTML standard into one flat arena.
///
/// Reading never fails: every input gives a tree. `Node` values are places in it; all questions are
/// put to the tree. A tree is a value that shares its storage, so copies are free, and it can be read
/// from many threads at once.
///
/// ```swift
/// let tree = Tree(html: bytes)
/// for link in tree.descendants(tree.document) where tree.tag(link) == .a {
///   print(tree.attribute(link, "href") ?? "", tree.text(below: link))
/// }
/// ```
public struct Tree: Sendable {
  let arena: Arena

  /// Reads a whole document.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8 (see `Encodings` for others).
  ///   - limits: how much of the input is kept.
  ///   - keepsOffsets: whether `offset(_:)` is to be answered, for four bytes a node.
  public init(html bytes: [UInt8], limits: Limits = Limits(), keepsOffsets: Bool = false) {
    arena = TreeConstruction.arena(
      of: bytes, context: nil, limits: limits, keepsOffsets: keepsOffsets)
  }

  /// Reads a fragment as `innerHTML` of an element would.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8.
  ///   - context: the element's name, with `svg ` or `math ` before it where it is one of theirs:
  ///     `"div"`, `"td"`, `"svg path"`. Its nodes are the children of `document`.
  ///   - limits: how much of the input is kept.
  ///   - keepsOffsets: whether `offset(_:)` is to be answered, for four bytes a node.
  public init(
    fragment bytes: [UInt8], context: String = "body", limits: Limits = Limits(),
    keepsOffsets: Bool = false
  ) {
    arena = TreeConstruction.arena(
      of: bytes, context: context, limits: limits, keepsOffsets: keepsOffsets)
  }

  /// The root: parent of the `html` element, or of a fragment's nodes.
  public var document: Node { Node(0) }

  /// How many nodes the arena holds, those the parser dropped again included.
  public var nodeCount: Int { arena.nodes.count }

  /// Whether the doctype (or the lack of one) asks for quirks mode.
  public var isQuirky: Bool { arena.isQuirky }

  /// The record of a node; that of the document for a node of another, larger tree.
  func record(_ node: Node) -> NodeRecord {
    let index = Int(node.index)
    return arena.nodes.indices.contains(index) ? arena.nodes[index] : arena.nodes[0]
  }

  private func node(_ index: Int32) -> Node? { index < 0 ? nil : Node(index) }

  // MARK: What a node is

  /// What the node is: document, element, text …
  public func kind(_ node: Node) -> Node.Kind { record(node).code.kind }

  /// The element's name as a small number; `Tag.none` for what is no element.
  public func tag(_ node: Node) -> Tag {
    let code = record(node).code
    return code.isElement ? Tag(id: code.id) : .none
  }

  /// The vocabulary of an element.
  public func namespace(_ node: Node) -> Node.Namespace { record(node).code.namespace }

  /// Whether the node is an HTML element with this name (a `title` of SVG is none).
  public func `is`(_ node: Node, _ tag: Tag) -> Bool {
    let code = record(node).code
    return code.isElement && code.isHTML && code.id == tag.id
  }

  /// The element's name as the standard spells it (`foreignObject`), a doctype's name, or "".
  public func name(_ node: Node) -> String {
    String(decoding: nameBytes(node), as: UTF8.self)
  }

  /// The bytes of `name(_:)`.
  public func nameBytes(_ node: Node) -> ArraySlice<UInt8> {
    let code = record(node).code
    switch code.kind {
    case .element: return nameBytes(of: Tag(id: code.id), in: code.namespace)
    case .doctype: return arena.bytes(arena.doctype.name)
    default: return []
    }
  }

  func nameBytes(of tag: Tag, in namespace: Node.Namespace) -> ArraySlice<UInt8> {
    if tag.id < Tag.firstUnknown { return KnownNames.shared.bytes(tag.known, in: namespace) }
    let place = Int(tag.id &- Tag.firstUnknown)
    return place < arena.names.count ? arena.bytes(arena.names[place]) : []
  }

  // MARK: Where it stands

  /// The byte of the source at which the tag, text or comment begins that made the node: for an
  /// element without a tag of its own, what implied it. Nil where offsets were not asked for.
  public func offset(_ node: Node) -> Int? {
    let index = Int(node.index)
    guard arena.offsets.indices.contains(index) else { return nil }
    let record = arena.nodes[index]
    // The text of a script begins behind its tag.
    if record.code.isText, !record.slice.isExtra { return record.slice.offset }
    return Int(arena.offsets[index])
  }

  /// The node above; nil for the document and for nodes the parser dropped.
  public func parent(_ node: Node) -> Node? { self.node(record(node).parent) }
  /// The first node directly below.
  public func firstChild(_ node: Node) -> Node? { self.node(record(node).firstChild) }
  /// The last node directly below.
  public func lastChild(_ node: Node) -> Node? { self.node(record(node).lastChild) }
  /// The next node with the same parent.
  public func nextSibling(_ node: Node) -> Node? { self.node(record(node).next) }
  /// The node before with the same parent.
  public func previousSibling(_ node: Node) -> Node? { self.node(record(node).previous) }

  /// The nodes directly below, in order.
  public func children(_ node: Node) -> Children {
    Children(arena: arena, upcoming: record(node).firstChild)
  }

  /// All nodes below in document order, without recursion.
  public func descendants(_ node: Node) -> Descendants {
    Descendants(arena: arena, root: node.index, upcoming: record(node).firstChild)
  }

  /// The nodes above, nearest first, the document last.
  public func ancestors(_ node: Node) -> Ancestors {
    Ancestors(arena: arena, upcoming: record(node).parent)
  }

  /// The next node in document order, below `root` only; children are skipped on request.
  public func following(_ node: Node, below root: Node, skippingChildren: Bool = false) -> Node? {
    if !skippingChildren, let child = firstChild(node) { return child }
    var current = node
    while current != root {
      if let next = nextSibling(current) { return next }
      guard let parent = parent(current) else { return nil }
      current = parent
    }
    return nil
  }
}

/// The nodes directly below one node.
public struct Children: Sequence, IteratorProtocol, Sendable {
  let arena: Arena
  var upcoming: Int32

  /// The next node, or nil behind the last.
  public mutating func next() -> Node? {
    guard upcoming >= 0 else { return nil }
    defer { upcoming = arena.nodes[Int(upcoming)].next }
    return Node(upcoming)
  }
}

/// The nodes above one node.
public struct Ancestors: Sequence, IteratorProtocol, Sendable {
  let arena: Arena
  var upcoming: Int32

  /// The next node, or nil behind the last.
  public mutating func next() -> Node? {
    guard upcoming >= 0 else { return nil }
    defer { upcoming = arena.nodes[Int(upcoming)].parent }
    return Node(upcoming)
  }
}

/// All nodes below one node, in document order.
public struct Descendants: Sequence, IteratorProtocol, Sendable {
  let arena: Arena
  let root: Int32
  var upcoming: Int32

  /// The next node, or nil behind the last.
  public mutating func next() -> Node? {
    guard upcoming >= 0 else { return nil }
    let found = upcoming
    var record = arena.nodes[Int(found)]
    if record.firstChild >= 0 {
      upcoming = record.firstChild
      return Node(found)
    }
    var place = found
    while record.next < 0 {
      place = record.parent
      guard place >= 0, place != root else {
        upcoming = -1
        return Node(found)
      }
      record = arena.nodes[Int(place)]
    }
    upcoming = record.next
    return Node(found)
  }
}
