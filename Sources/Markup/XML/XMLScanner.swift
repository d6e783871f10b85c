/// One pass over UTF-8 that fills an `XMLTree`, and goes on after every kind of damage.
struct XMLScanner {
  static let depthLimit = 256
  /// What stands behind this many nodes is not read.
  static let nodeLimit = 3_000_000

  var tree = XMLTree()
  var names = XMLNames()
  /// Open elements: node, the range of its name as written, its last child, declarations before.
  struct Open {
    var node: XMLTree.NodeID
    var name: Range<Int>
    var lastChild: XMLTree.NodeID = -1
    var bindings: Int
  }
  var open: [Open] = []
  /// Elements opened below the deepest level that is kept.
  var tooDeep = 0
  /// Marks that do not occur any more in the rest of the input, so that no one seeks them twice.
  var exhausted: Set<UInt8> = []
  var sawRootEnd = false

  mutating func note(_ message: @autoclosure () -> String, at offset: Int) {
    tree.isDamaged = true
    if tree.problems.count < 20 {
      tree.problems.append(XMLTree.Problem(message: message(), offset: offset))
    }
  }

  mutating func scan(_ source: Span<UInt8>) {
    tree.nodes.reserveCapacity(source.count / 40 + 16)
    tree.attributes.reserveCapacity(source.count / 200 + 16)
    tree.nodes.append(
      XMLTree.Node(kind: .document, parent: -1, lower: 0, upper: Int32(source.count)))
    open.append(Open(node: 0, name: 0..<0, bindings: 0))
    var at = 0
    while at < source.count {
      at = source[at] == UInt8(ascii: "<") ? markup(source, at) : text(source, at)
      if tree.nodes.count >= Self.nodeLimit {
        note("more than \(Self.nodeLimit) parts", at: at)
        break
      }
    }
    if open.count > 1 {
      let name = XMLNames.string(open[1].name, in: source)
      note("the document ends inside <\(name)>", at: at)
      while open.count > 1 { close(at: source.count) }
    }
  }

  /// Reads text up to the next markup.
  private mutating func text(_ source: Span<UInt8>, _ start: Int, from first: Int? = nil) -> Int {
    var at = first ?? start
    var hasReferences = false
    var isBlank = true
    if first != nil { isBlank = false }
    while at < source.count {
      let byte = source[at]
      if byte == UInt8(ascii: "<") {
        if at + 1 < source.count, !opensMarkup(source[at + 1]) || at + 1 == source.count {
          note("a lone <", at: at)
          isBlank = false
          at += 1
          continue
        }
        break
      }
      if byte == UInt8(ascii: "&") {
        hasReferences = true
        checkReference(source, at)
      }
      if byte > 32 { isBlank = false }
      if byte < 32, !byte.isXMLSpace { note("a control character", at: at) }
      at += 1
    }
    if open.count == 1, !isBlank { note("text outside the root element", at: start) }
    if open.count > 1 || !isBlank {
      append(kind: .text, start..<at, hasReferences: hasReferences)
    }
    return at
  }

  @inline(__always)
  func opensMarkup(_ byte: UInt8) -> Bool {
    byte.startsXMLName || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "!")
      || byte == UInt8(ascii: "?")
  }

  /// Notes an `&` that begins no reference, or one to a name XML does not know.
  @inline(__always)
  private mutating func checkReference(_ source: Span<UInt8>, _ at: Int) {
    if at + 3 < source.count {
      switch (source[at + 1], source[at + 2], source[at + 3]) {
      case (UInt8(ascii: "l"), UInt8(ascii: "t"), UInt8(ascii: ";")),
        (UInt8(ascii: "g"), UInt8(ascii: "t"), UInt8(ascii: ";")):
        return
      default: break
      }
    }
    if tree.problems.count < 20 { checkRareReference(source, at) }
  }

  private mutating func checkRareReference(_ source: Span<UInt8>, _ at: Int) {
    var stop = at + 1
    while stop < source.count, stop < at + 34,
      source[stop].isASCIILetterOrDigit || source[stop] == UInt8(ascii: "#")
    {
      stop += 1
    }
    guard stop < source.count, source[stop] == UInt8(ascii: ";"), stop > at + 1 else {
      note("a lone &", at: at)
      return
    }
    let name = at + 1..<stop
    let isKnown =
      source[at + 1] == UInt8(ascii: "#") || XMLNames.equals(name, "amp", in: source)
      || XMLNames.equals(name, "quot", in: source) || XMLNames.equals(name, "apos", in: source)
    if !isKnown { note("undefined entity &\(XMLNames.string(name, in: source));", at: at) }
  }

  /// Appends a text node to the innermost open element.
  mutating func append(kind: XMLTree.Node.Kind, _ range: Range<Int>, hasReferences: Bool) {
    guard !range.isEmpty else { return }
    let parent = open[open.count - 1].node
    var node = XMLTree.Node(
      kind: kind, parent: parent, lower: Int32(range.lowerBound), upper: Int32(range.upperBound))
    node.hasReferences = hasReferences
    link(node)
  }

  /// Puts a node behind its elder siblings.
  mutating func link(_ node: XMLTree.Node) {
    let id = XMLTree.NodeID(tree.nodes.count)
    tree.nodes.append(node)
    let innermost = open.count - 1
    let elder = open[innermost].lastChild
    if elder >= 0 {
      tree.nodes[Int(elder)].nextSibling = id
    } else {
      tree.nodes[Int(open[innermost].node)].firstChild = id
    }
    open[innermost].lastChild = id
  }

  /// Closes the innermost element; its content ends at a byte.
  mutating func close(at offset: Int) {
    guard let closed = open.popLast() else { return }
    tree.nodes[Int(closed.node)].upper = Int32(offset)
    if names.bindingCount > closed.bindings { names.closeBindings(to: closed.bindings) }
    if open.count == 1 { sawRootEnd = true }
  }

  private mutating func markup(_ source: Span<UInt8>, _ at: Int) -> Int {
    guard at + 1 < source.count else {
      note("a lone <", at: at)
      append(kind: .text, at..<at + 1, hasReferences: false)
      return at + 1
    }
    switch source[at + 1] {
    case UInt8(ascii: "/"): return endTag(source, at)
    case UInt8(ascii: "!"): return declaration(source, at)
    case UInt8(ascii: "?"): return skip(source, at, to: "?>")
    case let byte where byte.startsXMLName: return startTag(source, at)
    default: return text(source, at)
    }
  }
}

extension UInt8 {
  /// Whether a name may begin with this byte; letters beyond ASCII are not told apart.
  @inline(__always)
  var startsXMLName: Bool {
    let lower = self | 0x20
    return (lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z")) || self >= 0x80
      || self == UInt8(ascii: "_") || self == UInt8(ascii: ":")
  }

  @inline(__always)
  var continuesXMLName: Bool {
    startsXMLName || (self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9"))
      || self == UInt8(ascii: "-") || self == UInt8(ascii: ".")
  }
}
