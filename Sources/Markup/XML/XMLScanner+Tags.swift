extension XMLScanner {
  static let attributeLimit = 256

  /// `<name attribute="value">`
  mutating func startTag(_ source: Span<UInt8>, _ start: Int) -> Int {
    var at = start + 1
    while at < source.count, source[at].continuesXMLName { at += 1 }
    let nameRange = start + 1..<at
    let bindings = names.bindingCount
    let firstAttribute = tree.attributes.count
    var nameRanges: [Range<Int>] = []
    var isEmpty = false
    while at < source.count {
      let byte = source[at]
      if byte.isXMLSpace {
        at += 1
      } else if byte == UInt8(ascii: ">") {
        at += 1
        break
      } else if byte == UInt8(ascii: "/") {
        isEmpty = at + 1 < source.count && source[at + 1] == UInt8(ascii: ">")
        if !isEmpty { note("a stray /", at: at) }
        at += 1
      } else if byte == UInt8(ascii: "<") {
        note("a tag without end", at: start)
        break
      } else {
        at = attribute(source, at, names: &nameRanges)
      }
    }
    nameAttributes(nameRanges, from: firstAttribute, in: source)
    finish(
      nameRange, isEmpty: isEmpty, attributes: firstAttribute, bindings: bindings, end: at,
      in: source)
    return at
  }

  /// Makes the element of a start tag that was read to its end.
  private mutating func finish(
    _ nameRange: Range<Int>, isEmpty: Bool, attributes: Int, bindings: Int, end at: Int,
    in source: Span<UInt8>
  ) {
    if open.count == 1, sawRootEnd { note("a second root element", at: nameRange.lowerBound) }
    var undeclared = false
    let name = names.intern(nameRange, isAttribute: false, in: source, undeclared: &undeclared)
    if undeclared { note("undeclared prefix", at: nameRange.lowerBound) }
    var node = XMLTree.Node(
      kind: .element, parent: open[open.count - 1].node, lower: Int32(at), upper: Int32(at))
    node.name = name
    node.firstAttribute = Int32(attributes)
    node.attributeCount = Int32(tree.attributes.count - attributes)
    let id = XMLTree.NodeID(tree.nodes.count)
    link(node)
    if isEmpty {
      names.closeBindings(to: bindings)
      if open.count == 1 { sawRootEnd = true }
    } else if open.count > Self.depthLimit {
      if tooDeep == 0 { note("more than \(Self.depthLimit) levels", at: nameRange.lowerBound) }
      tooDeep += 1
      names.closeBindings(to: bindings)
    } else {
      open.append(Open(node: id, name: nameRange, bindings: bindings))
    }
  }

  /// Reads one attribute and returns the place behind it.
  private mutating func attribute(
    _ source: Span<UInt8>, _ start: Int, names nameRanges: inout [Range<Int>]
  ) -> Int {
    var at = start
    while at < source.count, !source[at].endsAttributeName { at += 1 }
    if at == start {  // an `=` or quote without a name
      note("a malformed attribute", at: start)
      return start + 1
    }
    let name = start..<at
    while at < source.count, source[at].isXMLSpace { at += 1 }
    guard at < source.count, source[at] == UInt8(ascii: "=") else {
      note("an attribute without value", at: start)
      add(name, value: name.upperBound..<name.upperBound, hasReferences: false, to: &nameRanges)
      return at
    }
    at += 1
    while at < source.count, source[at].isXMLSpace { at += 1 }
    guard at < source.count else { return at }
    let quote = source[at]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      note("an attribute without quotes", at: start)
      return unquoted(source, at, name: name, to: &nameRanges)
    }
    return quoted(source, at + 1, quote: quote, name: name, to: &nameRanges)
  }

  private mutating func quoted(
    _ source: Span<UInt8>, _ start: Int, quote: UInt8, name: Range<Int>,
    to nameRanges: inout [Range<Int>]
  ) -> Int {
    var at = start
    var hasReferences = false
    var tagEnd = -1
    while at < source.count {
      let byte = source[at]
      if byte == quote { break }
      if byte == UInt8(ascii: "&") { hasReferences = true }
      if byte == UInt8(ascii: ">"), tagEnd < 0 { tagEnd = at }
      if byte == UInt8(ascii: "<") {
        note("a < in an attribute", at: at)
        // The closing quote was forgotten: the tag ended at the `>` before this next one.
        if tagEnd >= 0 { break }
      }
      at += 1
    }
    if at < source.count, source[at] == quote {
      add(name, value: start..<at, hasReferences: hasReferences, to: &nameRanges)
      return at + 1
    }
    note("an attribute value without end", at: start)
    let end = tagEnd >= 0 ? tagEnd : at
    add(name, value: start..<end, hasReferences: hasReferences, to: &nameRanges)
    return end
  }

  private mutating func unquoted(
    _ source: Span<UInt8>, _ start: Int, name: Range<Int>, to nameRanges: inout [Range<Int>]
  ) -> Int {
    var at = start
    while at < source.count, !source[at].isXMLSpace, source[at] != UInt8(ascii: ">"),
      source[at] != UInt8(ascii: "<")
    {
      at += 1
    }
    var end = at
    if at < source.count, source[at] == UInt8(ascii: ">"), end > start,
      source[end - 1] == UInt8(ascii: "/")
    {
      end -= 1
    }
    add(name, value: start..<end, hasReferences: true, to: &nameRanges)
    return end
  }

  private mutating func add(
    _ name: Range<Int>, value: Range<Int>, hasReferences: Bool, to nameRanges: inout [Range<Int>]
  ) {
    guard nameRanges.count < Self.attributeLimit else { return }
    nameRanges.append(name)
    tree.attributes.append(
      XMLTree.Attribute(
        name: 0, lower: Int32(value.lowerBound), upper: Int32(value.upperBound),
        hasReferences: hasReferences))
  }

  /// Opens the declarations of a tag, then names its attributes.
  private mutating func nameAttributes(
    _ ranges: [Range<Int>], from first: Int, in source: Span<UInt8>
  ) {
    guard !ranges.isEmpty else { return }
    for (offset, range) in ranges.enumerated() where matches(source, range.lowerBound, "xmlns") {
      let value = tree.attributes[first + offset]
      let isDefault = range.count == 5
      guard isDefault || source[range.lowerBound + 5] == UInt8(ascii: ":") else { continue }
      let prefix =
        isDefault ? range.lowerBound..<range.lowerBound : range.lowerBound + 6..<range.upperBound
      names.bind(
        prefix: prefix, to: XMLNames.string(Int(value.lower)..<Int(value.upper), in: source),
        in: source)
    }
    for (offset, range) in ranges.enumerated() {
      var undeclared = false
      let name = names.intern(range, isAttribute: true, in: source, undeclared: &undeclared)
      if undeclared, !matches(source, range.lowerBound, "xmlns") {
        note("undeclared prefix", at: range.lowerBound)
      }
      for earlier in first..<first + offset where tree.attributes[earlier].name == name {
        note("an attribute given twice", at: range.lowerBound)
        break
      }
      tree.attributes[first + offset].name = name
    }
  }

  /// `</name>` closes the nearest open element of that name, and what is open inside it.
  mutating func endTag(_ source: Span<UInt8>, _ start: Int) -> Int {
    var at = start + 2
    while at < source.count, source[at].continuesXMLName { at += 1 }
    let name = start + 2..<at
    while at < source.count, source[at] != UInt8(ascii: ">"), source[at] != UInt8(ascii: "<") {
      at += 1
    }
    if at < source.count, source[at] == UInt8(ascii: ">") { at += 1 }
    if tooDeep > 0 {
      tooDeep -= 1
      return at
    }
    if open.count > 1, XMLNames.equal(open[open.count - 1].name, name, in: source) {
      close(at: start)
      return at
    }
    note("</\(XMLNames.string(name, in: source))> closes nothing that is open", at: start)
    guard
      let match = open.indices.dropFirst().last(where: {
        XMLNames.equal(open[$0].name, name, in: source)
      })
    else { return at }
    while open.count > match { close(at: start) }
    return at
  }
}

extension UInt8 {
  @inline(__always)
  var endsAttributeName: Bool {
    isXMLSpace || self == UInt8(ascii: "=") || self == UInt8(ascii: ">")
      || self == UInt8(ascii: "/") || self == UInt8(ascii: "<") || self == UInt8(ascii: "\"")
      || self == UInt8(ascii: "'")
  }
}
