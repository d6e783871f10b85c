/// An XML document as a flat arena: nodes in document order that point into the source bytes.
///
/// Nothing is copied while reading; text is decoded when it is asked for. The tree holds whatever
/// could be made of the input: damage is named in `problems` and never stops the reading.
public struct XMLTree: Sendable {
  /// The place of a node in the arena; the document itself is 0.
  public typealias NodeID = Int32

  /// An element, a run of text, or the document.
  public struct Node: Sendable {
    /// What a node is; `verbatim` text came from a CDATA section.
    public enum Kind: UInt8, Sendable { case document, element, text, verbatim }

    /// What this one is.
    public var kind: Kind
    /// Whether the text holds an `&`, so that it has to be decoded.
    public var hasReferences = false
    /// Index into `names` for an element.
    public var name: Int32 = -1
    /// The node above; -1 for the document.
    public var parent: NodeID
    /// The first node below, or -1.
    public var firstChild: NodeID = -1
    /// The next node below the same parent, or -1.
    public var nextSibling: NodeID = -1
    /// First byte of the text, or of what stands between an element's tags.
    public var lower: Int32
    /// One past the last byte.
    public var upper: Int32
    /// First attribute in `attributes`.
    public var firstAttribute: Int32 = 0
    /// How many attributes an element has.
    public var attributeCount: Int32 = 0
  }

  /// An attribute; its value is a range of the source, not decoded.
  public struct Attribute: Sendable {
    /// Index into `names`.
    public var name: Int32
    /// The first byte of the value.
    public var lower: Int32
    /// One past its last byte.
    public var upper: Int32
    /// Whether the value holds an `&`.
    public var hasReferences: Bool
  }

  /// A name that occurs in the document, with its namespace.
  public struct Name: Sendable, Hashable {
    /// The namespace's address; empty where there is none or the prefix was never declared.
    public var namespace: String
    /// The prefix of its first occurrence.
    public var prefix: String
    /// The name behind the prefix.
    public var local: String
  }

  /// A namespace the document declares, with the first prefix it has; empty for the default one.
  public struct Namespace: Sendable, Hashable {
    /// The prefix; empty for the default namespace.
    public var prefix: String
    /// The namespace's name.
    public var address: String
  }

  /// Something that was wrong with the input.
  public struct Problem: Sendable, Hashable {
    /// What was wrong.
    public var message: String
    /// Byte in the text as UTF-8.
    public var offset: Int
  }

  /// The document as UTF-8.
  public internal(set) var bytes: [UInt8] = []
  public internal(set) var nodes: [Node] = []
  public internal(set) var attributes: [Attribute] = []
  public internal(set) var names: [Name] = []
  public internal(set) var namespaces: [Namespace] = []
  /// The first few problems; `isDamaged` counts all.
  public internal(set) var problems: [Problem] = []
  public internal(set) var isDamaged = false
  /// The public identifier of the document type, if one is given.
  public internal(set) var publicID: String?
  /// The encoding the bytes were read in, lower case as a rule (`utf-8`).
  public internal(set) var encoding = "utf-8"

  /// The first element of the document.
  public var root: NodeID? { child(of: 0) }

  /// Element children of a node, in order.
  public func elements(of node: NodeID) -> Children { Children(tree: self, node: node, all: false) }

  /// All children of a node, text included.
  public func children(of node: NodeID) -> Children { Children(tree: self, node: node, all: true) }

  /// The first child element.
  public func child(of node: NodeID) -> NodeID? {
    for child in elements(of: node) { return child }
    return nil
  }

  /// The children of a node as a sequence of identifiers.
  public struct Children: Sequence, IteratorProtocol {
    let nodes: [Node]
    var upcoming: NodeID
    let all: Bool

    init(tree: XMLTree, node: NodeID, all: Bool) {
      nodes = tree.nodes
      upcoming = nodes.indices.contains(Int(node)) ? nodes[Int(node)].firstChild : -1
      self.all = all
    }

    /// The next child, or nil behind the last.
    public mutating func next() -> NodeID? {
      while upcoming >= 0 {
        let found = upcoming
        let node = nodes[Int(found)]
        upcoming = node.nextSibling
        if all || node.kind == .element { return found }
      }
      return nil
    }
  }

  /// The record of a node.
  public subscript(node: NodeID) -> Node { nodes[Int(node)] }

  /// The name of an element, or nil for text.
  public func name(of node: NodeID) -> Name? {
    let name = nodes[Int(node)].name
    return name >= 0 ? names[Int(name)] : nil
  }

  /// The attributes of an element.
  public func attributes(of node: NodeID) -> ArraySlice<Attribute> {
    let node = nodes[Int(node)]
    let lower = Int(node.firstAttribute)
    return attributes[lower..<lower + Int(node.attributeCount)]
  }

  /// The decoded value of an attribute by local name, in any or no namespace.
  public func attribute(_ local: String, of node: NodeID) -> String? {
    for attribute in attributes(of: node) where names[Int(attribute.name)].local == local {
      return value(of: attribute)
    }
    return nil
  }

  /// The decoded value of an attribute.
  public func value(of attribute: Attribute) -> String {
    let range = Int(attribute.lower)..<Int(attribute.upper)
    guard attribute.hasReferences else { return String(decoding: bytes[range], as: UTF8.self) }
    var out: [UInt8] = []
    XMLText.decode(bytes, range, into: &out)
    return String(decoding: out, as: UTF8.self)
  }

  /// Appends the decoded text below a node, tags left out.
  public func appendText(of node: NodeID, to out: inout [UInt8]) {
    let first = nodes[Int(node)].firstChild
    if first >= 0, nodes[Int(first)].nextSibling < 0, nodes[Int(first)].kind != .element {
      appendRun(nodes[Int(first)], to: &out)
      return
    }
    var open = [node]
    while let id = open.popLast() {
      let node = nodes[Int(id)]
      switch node.kind {
      case .text, .verbatim: appendRun(node, to: &out)
      case .element, .document:
        let start = open.count
        for child in children(of: id) { open.append(child) }
        open[start...].reverse()
      }
    }
  }

  private func appendRun(_ node: Node, to out: inout [UInt8]) {
    let range = Int(node.lower)..<Int(node.upper)
    if node.hasReferences { XMLText.decode(bytes, range, into: &out) } else { out += bytes[range] }
  }

  /// The decoded text below a node, tags left out.
  public func text(of node: NodeID) -> String {
    let first = nodes[Int(node)].firstChild
    if first >= 0 {
      let only = nodes[Int(first)]
      if only.nextSibling < 0, only.kind == .verbatim || (only.kind == .text && !only.hasReferences)
      {
        return String(decoding: bytes[Int(only.lower)..<Int(only.upper)], as: UTF8.self)
      }
    }
    var out: [UInt8] = []
    appendText(of: node, to: &out)
    return String(decoding: out, as: UTF8.self)
  }
}
