extension TreeConstruction {
  /// A place for a node: below `parent`, before `next`, or last where that is -1.
  struct Place {
    var parent: Int32
    var next: Int32 = -1
  }

  /// Attributes of an element: a stretch of the tokenizer's list.
  struct AttributeRun {
    var start: UInt32 = 0
    var count: UInt32 = 0
  }

  /// The attributes of the tag read last; they stay in the arena.
  @inline(__always)
  mutating func takeAttributes() -> AttributeRun {
    let start = tokenizer.attributeStart
    let count = tokenizer.attributes.count &- start
    tokenizer.attributeStart = tokenizer.attributes.count
    return AttributeRun(
      start: UInt32(truncatingIfNeeded: start), count: UInt32(truncatingIfNeeded: count))
  }

  // MARK: Making and linking

  /// Makes a node that lies nowhere yet.
  mutating func make(_ code: NodeCode, _ start: UInt32 = 0, _ count: UInt32 = 0) -> Int32 {
    let node = Int32(truncatingIfNeeded: nodes.count)
    nodes.append(NodeRecord(code: code, start: start, count: count))
    return node
  }

  /// Hangs a node below another, as its last child.
  mutating func append(_ node: Int32, to parent: Int32) {
    var records = nodes.mutableSpan
    let last = records[Int(parent)].lastChild
    records[Int(parent)].lastChild = node
    if last >= 0 {
      records[Int(last)].next = node
    } else {
      records[Int(parent)].firstChild = node
    }
    records[Int(node)].parent = parent
    records[Int(node)].previous = last
  }

  /// Makes a node at its place; at the end of its parent, where most go, in one step.
  @discardableResult
  @inline(__always)
  mutating func insertNew(
    _ code: NodeCode, _ start: UInt32, _ count: UInt32, at place: Place
  ) -> Int32 {
    let node = Int32(truncatingIfNeeded: nodes.count)
    guard place.next < 0 else {
      nodes.append(NodeRecord(code: code, start: start, count: count))
      insert(node, at: place)
      return node
    }
    let last = link(node, below: place.parent)
    nodes.append(
      NodeRecord(parent: place.parent, previous: last, code: code, start: start, count: count))
    return node
  }

  /// Names a node that is about to be made as the last child, and gives the one before.
  @inline(__always)
  private mutating func link(_ node: Int32, below parent: Int32) -> Int32 {
    // One view for all writes: the array is asked only once whether it is shared.
    var records = nodes.mutableSpan
    let last = records[Int(parent)].lastChild
    records[Int(parent)].lastChild = node
    if last >= 0 {
      records[Int(last)].next = node
    } else {
      records[Int(parent)].firstChild = node
    }
    return last
  }

  @inline(__always)
  mutating func insert(_ node: Int32, at place: Place) {
    if place.next < 0 {
      append(node, to: place.parent)
      return
    }
    let previous = nodes[Int(place.next)].previous
    nodes[Int(node)].parent = place.parent
    nodes[Int(node)].previous = previous
    nodes[Int(node)].next = place.next
    nodes[Int(place.next)].previous = node
    if previous >= 0 {
      nodes[Int(previous)].next = node
    } else {
      nodes[Int(place.parent)].firstChild = node
    }
  }

  /// Takes a node out of the tree.
  mutating func detach(_ node: Int32) {
    let record = nodes[Int(node)]
    guard record.parent >= 0 else { return }
    if record.previous >= 0 {
      nodes[Int(record.previous)].next = record.next
    } else {
      nodes[Int(record.parent)].firstChild = record.next
    }
    if record.next >= 0 {
      nodes[Int(record.next)].previous = record.previous
    } else {
      nodes[Int(record.parent)].lastChild = record.previous
    }
    nodes[Int(node)].parent = -1
    nodes[Int(node)].previous = -1
    nodes[Int(node)].next = -1
  }

  /// Moves all children of one node to the end of another.
  mutating func moveChildren(of node: Int32, to target: Int32) {
    var child = nodes[Int(node)].firstChild
    nodes[Int(node)].firstChild = -1
    nodes[Int(node)].lastChild = -1
    while child >= 0 {
      let next = nodes[Int(child)].next
      nodes[Int(child)].next = -1
      append(child, to: target)
      child = next
    }
  }

  // MARK: The appropriate place (13.2.6.1)

  /// Where the next node goes.
  @inline(__always)
  mutating func appropriatePlace() -> Place {
    guard let last = open.last else { return Place(parent: 0) }
    return appropriatePlace(for: last)
  }

  @inline(__always)
  mutating func appropriatePlace(for target: Open) -> Place {
    if fostersParents, target.code.isHTML,
      traits[target.code.place].contains(.fostering)
    {
      return fosterPlace()
    }
    return Place(parent: inside(target))
  }

  /// The node new children go to: of a template its contents.
  @inline(__always)
  func inside(_ target: Open) -> Int32 {
    if target.code == .template { return nodes[Int(target.node)].firstChild }
    return target.node
  }

  private mutating func fosterPlace() -> Place {
    let table = isOpen(.table) ? open.lastIndex { $0.code == .table } : nil
    let template = isOpen(.template) ? open.lastIndex { $0.code == .template } : nil
    if let template, table.map({ template > $0 }) ?? true {
      return Place(parent: inside(open[template]))
    }
    guard let table, table > 0 else {
      return open.first.map { Place(parent: $0.node) } ?? Place(parent: 0)
    }
    let node = open[table].node
    let parent = nodes[Int(node)].parent
    if parent >= 0 { return Place(parent: parent, next: node) }
    return Place(parent: inside(open[table &- 1]))
  }

  // MARK: Inserting

  /// Makes an element at the appropriate place without opening it.
  @discardableResult
  @inline(__always)
  mutating func insertNode(_ code: NodeCode, attributes: AttributeRun) -> Int32 {
    insertNew(code, attributes.start, attributes.count, at: appropriatePlace())
  }

  /// Inserts and opens an element that no tag stands for.
  @discardableResult
  mutating func insertElement(_ tag: KnownTag) -> Int32 {
    let code = NodeCode(tag)
    let node = insertNode(code, attributes: AttributeRun())
    push(node, code)
    return node
  }

  /// Inserts and opens an HTML element for the tag read last.
  @discardableResult
  @inline(__always)
  mutating func insertElement() -> Int32 {
    let code = NodeCode(kind: .element, .html, tag: tokenizer.id)
    let node = insertNode(code, attributes: takeAttributes())
    push(node, code)
    return node
  }

  /// Inserts an HTML element for the tag read last that is closed at once.
  @inline(__always)
  mutating func insertVoid() {
    insertNode(NodeCode(kind: .element, .html, tag: tokenizer.id), attributes: takeAttributes())
  }

  /// Gives a template its contents.
  mutating func addContent(to template: Int32) {
    let content = make(NodeCode(kind: .fragment))
    append(content, to: template)
  }

  /// Inserts an element with all its raw text.
  mutating func insertRawText(
    _ source: Span<UInt8>, references: Bool, skippingLineFeed: Bool = false
  ) {
    let tag = tokenizer.tag
    let node = insertNode(
      NodeCode(kind: .element, .html, tag: tokenizer.id), attributes: takeAttributes())
    if skippingLineFeed { skipLineFeed(source) }
    tokenizer.readRawText(source, until: tag, references: references)
    if tokenizer.text.count > 0 { insertText(tokenizer.text, at: Place(parent: node), source) }
  }

  /// Leaves out a line feed that stands directly behind the tag, be it written as a reference.
  mutating func skipLineFeed(_ source: Span<UInt8>) {
    let (start, end) = (tokenizer.position, tokenizer.end)
    guard start < end else { return }
    switch source[start] {
    case 0x0A: tokenizer.position = start &+ 1
    case 0x0D:
      let isPair = start &+ 1 < end && source[start &+ 1] == 0x0A
      tokenizer.position = start &+ (isPair ? 2 : 1)
    case UInt8(ascii: "&"):
      let match = CharacterReferences.match(source, start &+ 1, end, inAttribute: false)
      if let match, match.first == 0x0A { tokenizer.position = start &+ 1 &+ match.length }
    default: break
    }
  }

  /// Adds the tag's attributes to an element, but those it has.
  mutating func addAttributes(to node: Int32, _ source: Span<UInt8>) {
    let added = tokenizer.attributeStart..<tokenizer.attributes.count
    let record = nodes[Int(node)]
    let own = Int(record.start)..<Int(record.start &+ record.count)
    let missing = added.map { tokenizer.attributes[$0] }.filter { wanted in
      !own.contains { tokenizer.equal(source, tokenizer.attributes[$0].name, wanted.name) }
    }
    tokenizer.dropAttributes()
    let free = max(0, limits.attributes &- own.count)
    if missing.isEmpty || free == 0 { return }
    let start = tokenizer.attributes.count
    tokenizer.attributes += own.map { tokenizer.attributes[$0] } + missing.prefix(free)
    nodes[Int(node)].start = UInt32(truncatingIfNeeded: start)
    nodes[Int(node)].count = UInt32(truncatingIfNeeded: tokenizer.attributes.count &- start)
    tokenizer.attributeStart = tokenizer.attributes.count
  }

  // MARK: Comments and doctype

  mutating func comment() {
    let text = tokenizer.text
    let node = make(NodeCode(kind: .comment), text.start, text.count)
    if let current = adjustedCurrent, !current.isHTML {
      insert(node, at: appropriatePlace())
      return
    }
    switch mode {
    case .initial, .beforeHTML, .afterAfterBody, .afterAfterFrameset: append(node, to: 0)
    case .afterBody: append(node, to: open.first?.node ?? 0)
    default: insert(node, at: appropriatePlace())
    }
  }

  mutating func declaration(_ source: Span<UInt8>) {
    guard mode == .initial else { return }
    doctype = tokenizer.doctype
    append(make(NodeCode(kind: .doctype)), to: 0)
    isQuirky = QuirksMode.isAsked(by: doctype, extra: tokenizer.extra)
    mode = .beforeHTML
  }
}
