/// What one document may cost.
///
/// Limits bend and do not break: bytes, nodes and attributes beyond them are left out, elements below
/// the deepest level become siblings there, and the rest of the document is read on.
public struct Limits: Sendable, Hashable {
  /// Open elements at one time; what would lie deeper is kept at this depth.
  public var depth: Int
  /// Nodes in the tree; later elements, texts and comments are left out.
  public var nodes: Int
  /// Attributes of one element; later ones are left out.
  public var attributes: Int
  /// Bytes of input that are read, at most 128 MiB.
  public var bytes: Int

  /// Limits; values below what any page needs are raised to that.
  public init(
    depth: Int = 512, nodes: Int = 4_000_000, attributes: Int = 256, bytes: Int = 64 << 20
  ) {
    self.depth = max(depth, 16)
    self.nodes = max(nodes, 16)
    self.attributes = max(attributes, 1)
    self.bytes = min(max(bytes, 0), 128 << 20)
  }
}
