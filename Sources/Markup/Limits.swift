/// What one document may cost.
///
/// Limits bend and do not break: bytes and attributes beyond them are left out, elements below the
/// deepest level become siblings there, and behind the last node the text is read on without its
/// elements.
///
/// Beside them, and not to be set, stands a budget: a tree and its source together take six times the
/// source at most. That is a node for every eight bytes; of 1,595 real pages the densest has one for
/// thirteen. A source below 256 KiB may have as many as one of that size.
public struct Limits: Sendable, Hashable {
  /// Open elements at one time; what would lie deeper is kept at this depth.
  public var depth: Int
  /// Nodes in the tree; of what comes later only the text is kept.
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

  /// Bytes that nodes, attributes, names and decoded text of a source may take together.
  static func records(for count: Int) -> Int { max(count, 1 << 18) * 4 }

  /// Attributes that all elements of a source may have together.
  static func attributes(for count: Int) -> Int { records(for: count) / 32 }

  /// Bytes of decoded and joined text from which on text stays as it stands in the source. Only texts
  /// that are moved again and again reach that.
  static func extra(for count: Int) -> Int { max(count, 1 << 16) / 4 * 5 }
}
