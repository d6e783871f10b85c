/// Reading a fragment (13.4), and the contents of `selectedcontent`.
extension TreeConstruction {
  /// Sets all up for reading what stands inside an element called `name`.
  mutating func beginFragment(_ name: String, _ source: Span<UInt8>) {
    var words = name.utf8.split(separator: 0x20).map { $0.map { $0 &- 65 < 26 ? $0 | 0x20 : $0 } }
    var namespace = Node.Namespace.html
    if words.count > 1 {
      namespace =
        words[0] == Array("svg".utf8) ? .svg : words[0] == Array("math".utf8) ? .mathML : .html
      words.removeFirst()
    }
    let tag = KnownNames.shared.tag((words.first ?? [])[...])
    var code = NodeCode(kind: .element, namespace, tag: UInt32(tag.rawValue))
    switch (namespace, tag) {
    case (.svg, .foreignobject), (.svg, .desc), (.svg, .title): code.isHTMLIntegrationPoint = true
    default: break
    }
    context = code
    let root = make(NodeCode(.html))
    append(root, to: 0)
    push(root, NodeCode(.html))
    if code == .template { templateModes.append(.inTemplate) }
    // The context's form is not part of the tree, yet it is there.
    if code == .form { form = -2 }
    resetMode()
    guard namespace == .html else { return }
    switch tag {
    case .title, .textarea: readAllAsText(source, references: true)
    case .style, .xmp, .iframe, .noembed, .noframes, .script, .plaintext:
      readAllAsText(source, references: false)
    default: break
    }
  }

  private mutating func readAllAsText(_ source: Span<UInt8>, references: Bool) {
    tokenizer.readRawText(source, until: nil, references: references)
    if tokenizer.text.count > 0 { readText(source) }
  }

  /// Hangs the fragment's nodes below the document itself.
  mutating func releaseFragment() {
    guard let root = open.first?.node else { return }
    detach(root)
    moveChildren(of: root, to: 0)
  }

  // MARK: selectedcontent

  /// Copies the chosen option's contents into each `selectedcontent`, as closing the options would
  /// have done one by one. Once at the end: the last copy is the one that stays.
  mutating func fillSelectedContents(_ source: Span<UInt8>) {
    let count = nodes.count
    // A select is searched once, however many of these it holds.
    var firsts: [Int32: Int32] = [:]
    for index in 0..<count where nodes[index].code == .selectedcontent {
      let target = Int32(truncatingIfNeeded: index)
      guard let select = soleSelect(above: target), !has("multiple", select, source),
        first(below: select, &firsts) == target,
        let option = chosenOption(below: select, source)
      else { continue }
      nodes[index].firstChild = -1
      nodes[index].lastChild = -1
      copyChildren(of: option, to: target)
    }
  }

  private func has(_ name: StaticString, _ node: Int32, _ source: Span<UInt8>) -> Bool {
    let record = nodes[Int(node)]
    for place in Int(record.start)..<Int(record.start &+ record.count) {
      let slice = tokenizer.attributes[place].name
      guard Int(slice.count) == name.utf8CodeUnitCount else { continue }
      let isEqual = name.withUTF8Buffer { letters in
        letters.indices.allSatisfy {
          tokenizer.byte(source, slice.start, UInt32($0)) == letters[$0]
        }
      }
      if isEqual { return true }
    }
    return false
  }

  /// The one select around a node that lies in no option and in no other `selectedcontent`.
  private func soleSelect(above node: Int32) -> Int32? {
    var select: Int32?
    var place = nodes[Int(node)].parent
    while place >= 0 {
      let code = nodes[Int(place)].code
      if code == .select {
        if select != nil { return nil }
        select = place
      }
      if code == .option || code == .selectedcontent { return nil }
      place = nodes[Int(place)].parent
    }
    return select
  }

  private func following(_ node: Int32, below root: Int32, skippingChildren: Bool = false) -> Int32?
  {
    var record = nodes[Int(node)]
    if !skippingChildren, record.firstChild >= 0 { return record.firstChild }
    var place = node
    while place != root {
      if record.next >= 0 { return record.next }
      place = record.parent
      guard place >= 0 else { return nil }
      record = nodes[Int(place)]
    }
    return nil
  }

  private func first(below select: Int32, _ firsts: inout [Int32: Int32]) -> Int32? {
    if let known = firsts[select] { return known }
    firsts[select] = firstSelectedContent(below: select)
    return firsts[select]
  }

  private func firstSelectedContent(below root: Int32) -> Int32? {
    var place = following(root, below: root)
    while let node = place {
      if nodes[Int(node)].code == .selectedcontent { return node }
      place = following(node, below: root)
    }
    return nil
  }

  /// The last option marked as selected, else the first that is not disabled.
  private func chosenOption(below root: Int32, _ source: Span<UInt8>) -> Int32? {
    var first: Int32?
    var selected: Int32?
    var place = following(root, below: root)
    while let node = place {
      if nodes[Int(node)].code == .option {
        if has("selected", node, source) { selected = node }
        if first == nil, !has("disabled", node, source) { first = node }
      }
      place = following(node, below: root)
    }
    return selected ?? first
  }

  private mutating func copyChildren(of source: Int32, to target: Int32) {
    var parent = target
    var place = following(source, below: source)
    while let node = place, nodes.count < ceiling || mayGrow() {
      let record = nodes[Int(node)]
      let copy = make(record.code, record.start, record.count)
      append(copy, to: parent)
      if record.firstChild >= 0 {
        parent = copy
      } else {
        var up = node
        while up != source, nodes[Int(up)].next < 0 {
          up = nodes[Int(up)].parent
          if up != source { parent = nodes[Int(parent)].parent }
        }
      }
      place = following(node, below: source)
    }
  }
}
