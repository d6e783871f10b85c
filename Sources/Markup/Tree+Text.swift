extension Tree {
  /// The bytes of a text or comment: a view, nothing is copied. Empty for other nodes.
  public func textBytes(_ node: Node) -> ArraySlice<UInt8> {
    let record = record(node)
    switch record.code.kind {
    case .text, .comment: return arena.bytes(record.slice)
    default: return []
    }
  }

  /// All text below a node as the DOM's `textContent` gives it (scripts included, template contents
  /// and comments not); of a text node its own.
  public func textBytes(below node: Node) -> [UInt8] {
    if kind(node) == .text { return Array(textBytes(node)) }
    var bytes: [UInt8] = []
    var current = firstChild(node)
    while let place = current {
      let record = record(place)
      if record.code.isText { bytes += arena.bytes(record.slice) }
      current = following(place, below: node, skippingChildren: record.code.kind == .fragment)
    }
    return bytes
  }

  /// `textBytes(below:)` as a string.
  public func text(below node: Node) -> String {
    String(decoding: textBytes(below: node), as: UTF8.self)
  }
}
