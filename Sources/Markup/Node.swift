/// A place in a `Tree`: valid for the tree it came from, and cheap to copy, compare and hash.
public struct Node: Hashable, Sendable {
  /// The place in the tree's list of nodes; the document is 0. Nodes are numbered in the order in
  /// which the parser made them, which is not always document order.
  public let index: Int32

  init(_ index: Int32) { self.index = index }

  /// What a node is.
  public enum Kind: UInt8, Sendable {
    case document
    /// The contents of a `template` element: the element's only child.
    case fragment
    case doctype
    case element
    case text
    case comment
  }

  /// The vocabulary an element belongs to.
  public enum Namespace: UInt8, Sendable {
    case html
    case svg
    case mathML
  }
}

/// A run of bytes: in the source, or, where the high bit is set, in the arena's extra bytes.
struct Slice: Equatable, Sendable {
  static let inExtra: UInt32 = 0x8000_0000

  var start: UInt32
  var count: UInt32

  init(start: UInt32, count: UInt32) {
    self.start = start
    self.count = count
  }

  /// Bytes of the source.
  init(_ start: Int, _ end: Int) {
    self.start = UInt32(truncatingIfNeeded: start)
    self.count = UInt32(truncatingIfNeeded: end &- start)
  }

  /// Bytes of the arena's extra bytes.
  init(extra start: Int, _ end: Int) {
    self.init(start, end)
    self.start |= Slice.inExtra
  }

  static let empty = Slice(start: 0, count: 0)

  var isExtra: Bool { start & Slice.inExtra != 0 }
  var offset: Int { Int(start & ~Slice.inExtra) }
  var end: Int { offset &+ Int(count) }
}

/// Kind, vocabulary, tag and marks of a node in one word, as open elements carry them too.
struct NodeCode: Equatable, Sendable {
  var bits: UInt32

  init(kind: Node.Kind, _ namespace: Node.Namespace = .html, tag id: UInt32 = 0) {
    bits = id & 0xFF_FFFF | UInt32(namespace.rawValue) << 24 | UInt32(kind.rawValue) << 26
  }

  init(_ known: KnownTag) {
    self.init(kind: .element, .html, tag: UInt32(known.rawValue))
  }

  var id: UInt32 { bits & 0xFF_FFFF }
  var namespace: Node.Namespace { Node.Namespace(rawValue: UInt8(bits >> 24 & 3)) ?? .html }
  var kind: Node.Kind { Node.Kind(rawValue: UInt8(bits >> 26 & 7)) ?? .text }
  var isHTML: Bool { bits >> 24 & 3 == 0 }
  var isText: Bool { bits >> 26 & 7 == UInt32(Node.Kind.text.rawValue) }
  var isElement: Bool { bits >> 26 & 7 == UInt32(Node.Kind.element.rawValue) }
  /// The place in tables of known tags; 0 for other names.
  @inline(__always)
  var place: Int {
    let id = bits & 0xFF_FFFF
    return id < 256 ? Int(id) : 0
  }
  /// The tag as the standard knows it, whatever the vocabulary.
  var known: KnownTag {
    id < 256 ? KnownTag(rawValue: UInt8(truncatingIfNeeded: id)) ?? .unknown : .unknown
  }

  /// An HTML integration point (an SVG element or a MathML annotation that holds HTML).
  var isHTMLIntegrationPoint: Bool {
    get { bits & 1 << 29 != 0 }
    set { bits = newValue ? bits | 1 << 29 : bits & ~(1 << 29) }
  }

  /// A text whose room in the extra bytes is rounded up to a power of two, so that it can grow.
  var isPadded: Bool {
    get { bits & 1 << 30 != 0 }
    set { bits = newValue ? bits | 1 << 30 : bits & ~(1 << 30) }
  }

  static func == (code: NodeCode, known: KnownTag) -> Bool {
    code.bits & 0x1FFF_FFFF == NodeCode(known).bits
  }
  static func != (code: NodeCode, known: KnownTag) -> Bool { !(code == known) }
}

/// A node as it lies in the arena: five links and what it is, 32 bytes.
struct NodeRecord: Sendable {
  var parent: Int32 = -1
  var firstChild: Int32 = -1
  var lastChild: Int32 = -1
  var previous: Int32 = -1
  var next: Int32 = -1
  var code: NodeCode
  /// Text and comment: where the bytes start. Element: its first attribute.
  var start: UInt32 = 0
  /// Text and comment: how many bytes. Element: how many attributes.
  var count: UInt32 = 0

  var slice: Slice {
    get { Slice(start: start, count: count) }
    set {
      start = newValue.start
      count = newValue.count
    }
  }
}

/// An attribute as it lies in the arena: where its name and its value stand, 16 bytes.
struct AttributeRecord: Sendable {
  var nameStart: UInt32
  var valueStart: UInt32
  var valueCount: UInt32
  var nameCount: UInt16
  /// A fold of the name, to find doubles quickly.
  var fold: UInt8
  var marks: UInt8 = 0

  var name: Slice { Slice(start: nameStart, count: UInt32(nameCount)) }
  var value: Slice { Slice(start: valueStart, count: valueCount) }
  /// 0 none, 1 xlink, 2 xml, 3 xmlns; the name then holds no prefix.
  var prefix: UInt8 {
    get { marks & 3 }
    set { marks = marks & ~3 | newValue & 3 }
  }
}

/// What a doctype says.
struct Doctype: Sendable {
  var name: Slice = .empty
  var publicID: Slice?
  var systemID: Slice?
  var forcesQuirks = false
}

/// All that a tree holds; shared by its copies and never changed after parsing.
final class Arena: Sendable {
  let source: [UInt8]
  let extra: [UInt8]
  let nodes: [NodeRecord]
  let attributes: [AttributeRecord]
  /// Names of elements the standard does not know.
  let names: [Slice]
  let doctype: Doctype
  let isQuirky: Bool
  /// Where the token of each node begins; empty where that was not asked for.
  let offsets: [UInt32]

  init(
    source: [UInt8], extra: [UInt8], nodes: [NodeRecord], attributes: [AttributeRecord],
    names: [Slice], doctype: Doctype, isQuirky: Bool, offsets: [UInt32]
  ) {
    self.source = source
    self.extra = extra
    self.nodes = nodes
    self.attributes = attributes
    self.names = names
    self.doctype = doctype
    self.isQuirky = isQuirky
    self.offsets = offsets
  }

  /// The bytes a slice stands for; empty where it lies outside.
  func bytes(_ slice: Slice) -> ArraySlice<UInt8> {
    if slice.isExtra {
      return slice.end <= extra.count ? extra[slice.offset..<slice.end] : []
    }
    return slice.end <= source.count ? source[slice.offset..<slice.end] : []
  }

  /// An attribute's name of up to eight bytes as a number, its first byte lowest; 0 for longer ones.
  func shortName(of record: AttributeRecord) -> UInt64 {
    let count = Int(record.nameCount)
    guard count > 0, count <= 8 else { return 0 }
    let start = record.name.offset
    if record.name.isExtra {
      let store = extra
      return Self.number(store.span, start, count)
    }
    let store = source
    return Self.number(store.span, start, count)
  }

  @inline(__always)
  private static func number(_ store: Span<UInt8>, _ start: Int, _ count: Int) -> UInt64 {
    if start &+ 8 <= store.count {
      let word = store.bytes.unsafeLoadUnaligned(fromByteOffset: start, as: UInt64.self)
      return word & (UInt64.max >> (8 &* UInt64(8 &- count)))
    }
    var number: UInt64 = 0
    var place = min(start &+ count, store.count)
    while place > start {
      place &-= 1
      number = number << 8 | UInt64(store[place])
    }
    return number
  }

  /// Whether a slice holds exactly this name.
  @inline(__always)
  func holds(_ slice: Slice, _ name: StaticString) -> Bool {
    name.withUTF8Buffer { holds(slice, $0) }
  }

  /// Whether a slice holds exactly these bytes.
  func holds(_ slice: Slice, _ wanted: UnsafeBufferPointer<UInt8>) -> Bool {
    guard Int(slice.count) == wanted.count else { return false }
    var place = slice.offset
    for byte in wanted {
      if (slice.isExtra ? extra[place] : source[place]) != byte { return false }
      place &+= 1
    }
    return true
  }
}
