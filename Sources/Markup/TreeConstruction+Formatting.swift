extension TreeConstruction {
  // MARK: The list of active formatting elements (13.2.4.3)

  mutating func insertMarker() {
    formatting.append(Open(node: -1, code: NodeCode(kind: .document)))
  }

  mutating func clearToMarker() {
    while let last = formatting.popLast(), last.node >= 0 {}
    mayReconstruct = true
  }

  /// Remembers the element opened last; of equal ones at most three ("Noah's Ark").
  mutating func remember(_ node: Int32, _ source: Span<UInt8>) {
    let code = nodes[Int(node)].code
    var equals = 0
    var earliest = 0
    for place in formatting.indices.reversed() {
      let entry = formatting[place]
      if entry.node < 0 { break }
      if entry.code == code, haveEqualAttributes(entry.node, node, source) {
        equals &+= 1
        earliest = place
      }
    }
    if equals >= 3 { formatting.remove(at: earliest) }
    // Our own limit: what was remembered longest is forgotten.
    if formatting.count >= limits.depth, let oldest = formatting.firstIndex(where: { $0.node >= 0 })
    {
      formatting.remove(at: oldest)
    }
    formatting.append(Open(node: node, code: code))
  }

  private mutating func haveEqualAttributes(_ one: Int32, _ other: Int32, _ source: Span<UInt8>)
    -> Bool
  {
    let (one, other) = (nodes[Int(one)], nodes[Int(other)])
    guard one.count == other.count else { return false }
    if one.start == other.start || one.count == 0 { return true }
    for step in 0..<one.count {
      let attribute = tokenizer.attributes[Int(one.start &+ step)]
      let facing = tokenizer.attributes[Int(other.start &+ step)]
      if isEqual(attribute, facing, source) { continue }
      let range = Int(other.start)..<Int(other.start &+ other.count)
      if !range.contains(where: { isEqual(attribute, tokenizer.attributes[$0], source) }) {
        return false
      }
    }
    return true
  }

  private mutating func isEqual(
    _ one: AttributeRecord, _ other: AttributeRecord, _ source: Span<UInt8>
  ) -> Bool {
    guard one.fold == other.fold, tokenizer.equal(source, one.name, other.name) else {
      return false
    }
    if tokenizer.equal(source, one.value, other.value) { return true }
    let (left, right) = (decoded(one.value, source), decoded(other.value, source))
    return left == right
  }

  private mutating func decoded(_ value: Slice, _ source: Span<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    if value.isExtra { return Array(tokenizer.extra[value.offset..<value.end]) }
    CharacterReferences.decode(
      source, value.offset, value.end, inAttribute: true, nulls: .replaced, into: &bytes)
    return bytes
  }

  /// Opens again what misnested end tags have closed.
  @inline(never)
  mutating func reconstruct(_ source: Span<UInt8>) {
    mayReconstruct = false
    guard let last = formatting.last, last.node >= 0, place(ofOpen: last.node) == nil else {
      return
    }
    var first = formatting.count &- 1
    while first > 0 {
      let entry = formatting[first &- 1]
      if entry.node < 0 || place(ofOpen: entry.node) != nil { break }
      first &-= 1
    }
    for place in first..<formatting.count {
      guard open.count < limits.depth, reconstructions > 0 else {
        // Our own limit: the rest is given up.
        formatting.removeLast(formatting.count &- place)
        return
      }
      reconstructions &-= 1
      let entry = formatting[place]
      let record = nodes[Int(entry.node)]
      let node = insertNode(
        entry.code, attributes: AttributeRun(start: record.start, count: record.count))
      push(node, entry.code)
      formatting[place].node = node
    }
    mayReconstruct = false
  }

  // MARK: The adoption agency algorithm (13.2.6.4.7)

  /// Closes a formatting element whose end tag may cut across others.
  mutating func adopt(_ tag: KnownTag) {
    if isCurrent(tag), let last = open.last, !formatting.contains(where: { $0.node == last.node }) {
      pop()
      return
    }
    for _ in 0..<8 {
      guard let place = activePlace(of: tag) else {
        anyOtherEndTag()
        return
      }
      if !adoptOnce(place) { return }
    }
  }

  /// The last entry of this tag behind the last marker.
  mutating func activePlace(of tag: KnownTag) -> Int? {
    for place in formatting.indices.reversed() {
      let entry = formatting[place]
      if entry.node < 0 { return nil }
      if entry.code == tag { return place }
    }
    return nil
  }

  /// One round for the formatting element at `listPlace`; false when there is nothing more to do.
  private mutating func adoptOnce(_ listPlace: Int) -> Bool {
    let element = formatting[listPlace]
    guard let stackPlace = place(ofOpen: element.node) else {
      formatting.remove(at: listPlace)
      return false
    }
    guard inScope(node: element.node) else { return false }
    let above = open[(stackPlace &+ 1)...].firstIndex { [traits] in $0.code.isSpecial(traits) }
    guard let furthestPlace = above, stackPlace > 0 else {
      pop(to: stackPlace)
      formatting.remove(at: listPlace)
      return false
    }
    let furthest = open[furthestPlace]
    let ancestor = open[stackPlace &- 1]
    let (last, mark, removed) = rebuildChain(from: furthestPlace, to: element)
    detach(last)
    insert(last, at: appropriatePlace(for: ancestor))
    let clone = copy(of: element)
    moveChildren(of: furthest.node, to: clone)
    append(clone, to: furthest.node)
    // The bookmark and the stack's places may have moved: find both by node.
    let replacement = Open(node: clone, code: element.code)
    if let place = mark.flatMap({ node in formatting.lastIndex { $0.node == node } }) {
      formatting.insert(replacement, at: place &+ 1)
      formatting.removeAll { $0.node == element.node }
    } else if let place = formatting.lastIndex(where: { $0.node == element.node }) {
      formatting[place] = replacement
    }
    removeOpen(at: stackPlace)
    let below = max(furthestPlace &- removed, 1)
    open.insert(replacement, at: min(below, open.count))
    if replacement.code.isHTML { openCounts[replacement.code.place] &+= 1 }
    mayReconstruct = true
    return true
  }

  /// The inner loop: copies the formatting elements between the furthest block and the element
  /// that ends, and hangs each below the one before. Gives the topmost copy, the node whose entry
  /// the bookmark stands behind, and how many elements left the stack.
  private mutating func rebuildChain(
    from furthestPlace: Int, to element: Open
  ) -> (last: Int32, mark: Int32?, removed: Int) {
    var last = open[furthestPlace].node
    let furthest = last
    var mark: Int32?
    var removed = 0
    var place = furthestPlace
    var round = 0
    while place > 1 {
      place &-= 1
      round &+= 1
      let node = open[place]
      if node.node == element.node { break }
      var listPlace = formatting.lastIndex { $0.node == node.node }
      if round > 3, let found = listPlace {
        formatting.remove(at: found)
        listPlace = nil
      }
      guard let listPlace else {
        removeOpen(at: place)
        removed &+= 1
        continue
      }
      let clone = copy(of: node)
      formatting[listPlace].node = clone
      open[place].node = clone
      if last == furthest { mark = clone }
      detach(last)
      append(last, to: clone)
      last = clone
    }
    return (last, mark, removed)
  }

  private mutating func copy(of element: Open) -> Int32 {
    let record = nodes[Int(element.node)]
    return make(record.code, record.start, record.count)
  }
}

extension NodeCode {
  /// Whether the standard calls the element "special" (13.2.4.2).
  func isSpecial(_ traits: [TagTraits]) -> Bool {
    if isHTML { return traits[place].contains(.special) }
    switch (namespace, known) {
    case (.mathML, .mi), (.mathML, .mo), (.mathML, .mn), (.mathML, .ms), (.mathML, .mtext),
      (.mathML, .annotationXML), (.svg, .foreignobject), (.svg, .desc), (.svg, .title):
      return true
    default: return false
    }
  }
}
