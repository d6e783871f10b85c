/// What a walk over the tree asks of every node, read at once.
public struct Glance: Sendable {
  /// What the node is.
  public let kind: Node.Kind
  /// The element's name; `Tag.none` for what is no element.
  public let tag: Tag
  /// Whether it is an element of HTML, not of SVG or MathML.
  public let isHTML: Bool
  /// The first node directly below.
  public let firstChild: Node?
  /// The next node with the same parent.
  public let next: Node?
  let slice: Slice
}

extension Tree {
  /// Kind, name and neighbours of a node.
  public func glance(_ node: Node) -> Glance {
    let record = record(node)
    let code = record.code
    return Glance(
      kind: code.kind, tag: code.isElement ? Tag(id: code.id) : .none,
      isHTML: code.isElement && code.isHTML,
      firstChild: record.firstChild < 0 ? nil : Node(record.firstChild),
      next: record.next < 0 ? nil : Node(record.next), slice: record.slice)
  }

  /// The bytes of a text or comment that was looked at: a view, nothing is copied.
  public func textBytes(_ glance: Glance) -> ArraySlice<UInt8> {
    glance.kind == .text || glance.kind == .comment ? arena.bytes(glance.slice) : []
  }
}
