extension TreeConstruction {
  /// A text token by the rules of the current mode.
  @inline(__always)
  mutating func readText(_ source: Span<UInt8>) {
    if mode == .inBody, !tokenizer.textHasNull, current.isHTML, open.count > 1 || context == nil {
      textInBody(tokenizer.text, source)
    } else {
      readTextByMode(source)
    }
  }

  private mutating func readTextByMode(_ source: Span<UInt8>) {
    var text = tokenizer.text
    if let current = adjustedCurrent, !current.isHTML, !isTextIntegrationPoint(current),
      !current.isHTMLIntegrationPoint
    {
      textInForeign(text, source)
      return
    }
    while text.count > 0 {
      switch mode {
      case .initial:
        dropSpace(&text, source)
        if text.count > 0 { _ = leaveInitial() }
      case .beforeHTML:
        dropSpace(&text, source)
        if text.count > 0 { _ = leaveBeforeHTML() }
      case .beforeHead:
        dropSpace(&text, source)
        if text.count > 0 { leaveBeforeHead() }
      case .inHead:
        insertSpace(&text, source)
        if text.count > 0 { leaveHead() }
      case .inHeadNoscript:
        insertSpace(&text, source)
        if text.count > 0 { leaveHeadNoscript() }
      case .afterHead:
        insertSpace(&text, source)
        if text.count > 0 { leaveAfterHead() }
      case .inColumnGroup:
        insertSpace(&text, source)
        if text.count > 0, !leaveColumnGroup() { return }
      case .inBody, .inCaption, .inCell, .inTemplate:
        textWithNullInBody(text, source)
        return
      case .inTable, .inTableBody, .inRow:
        textInTable(text, source)
        return
      case .afterBody, .afterAfterBody:
        if !isSpace(text, source) { mode = .inBody }
        textWithNullInBody(text, source)
        return
      case .inFrameset, .afterFrameset, .afterAfterFrameset:
        forEachRun(of: text, source, where: isHTMLSpace) { $0.insertText($1, source) }
        return
      }
    }
  }

  // MARK: By mode

  @inline(__always)
  private mutating func textInBody(_ text: Slice, _ source: Span<UInt8>) {
    if mayReconstruct { reconstruct(source) }
    insertText(text, at: appropriatePlace(), source)
    if framesetIsOK, !isSpace(text, source) { framesetIsOK = false }
  }

  private mutating func textWithNullInBody(_ text: Slice, _ source: Span<UInt8>) {
    if !tokenizer.textHasNull {
      textInBody(text, source)
    } else {
      forEachRun(of: text, source, where: isNoNull) { $0.textInBody($1, source) }
    }
  }

  private mutating func textInForeign(_ text: Slice, _ source: Span<UInt8>) {
    guard tokenizer.textHasNull else {
      insertText(text, source)
      if framesetIsOK, !isSpace(text, source) { framesetIsOK = false }
      return
    }
    let start = tokenizer.extra.count
    for place in text.offset..<text.end {
      let byte = tokenizer.byte(source, text.start & Slice.inExtra, UInt32(place))
      if byte == 0 {
        CharacterReferences.append(0xFFFD, to: &tokenizer.extra)
      } else {
        if !isHTMLSpace(byte) { framesetIsOK = false }
        tokenizer.extra.append(byte)
      }
    }
    insertText(Slice(extra: start, tokenizer.extra.count), source)
  }

  /// Text in a table: space stays there, anything else goes before the table with all its space.
  private mutating func textInTable(_ text: Slice, _ source: Span<UInt8>) {
    let isAtHome = current == .template || traits[current.place].contains(.fostering)
    guard current.isHTML, isAtHome else {
      fostersParents = true
      textWithNullInBody(text, source)
      fostersParents = false
      return
    }
    if isSpace(text, source, withNull: true) {
      forEachRun(of: text, source, where: isNoNull) { $0.insertText($1, source) }
    } else {
      fostersParents = true
      textWithNullInBody(text, source)
      fostersParents = false
    }
  }

  // MARK: Runs

  private var isNoNull: (UInt8) -> Bool { { $0 != 0 } }

  private mutating func isSpace(_ text: Slice, _ source: Span<UInt8>, withNull: Bool = false)
    -> Bool
  {
    for step in 0..<text.count {
      let byte = tokenizer.byte(source, text.start, step)
      if !isHTMLSpace(byte), !(withNull && byte == 0) { return false }
    }
    return true
  }

  private mutating func spaceCount(_ text: Slice, _ source: Span<UInt8>) -> UInt32 {
    var count: UInt32 = 0
    while count < text.count, isHTMLSpace(tokenizer.byte(source, text.start, count)) { count &+= 1 }
    return count
  }

  private mutating func dropSpace(_ text: inout Slice, _ source: Span<UInt8>) {
    let count = spaceCount(text, source)
    text = Slice(start: text.start &+ count, count: text.count &- count)
  }

  private mutating func insertSpace(_ text: inout Slice, _ source: Span<UInt8>) {
    let count = spaceCount(text, source)
    if count > 0 { insertText(Slice(start: text.start, count: count), source) }
    text = Slice(start: text.start &+ count, count: text.count &- count)
  }

  /// Calls `body` with each longest run of bytes that are wanted.
  private mutating func forEachRun(
    of text: Slice, _ source: Span<UInt8>, where isWanted: (UInt8) -> Bool,
    _ body: (inout TreeConstruction, Slice) -> Void
  ) {
    var step: UInt32 = 0
    while step < text.count {
      let start = step
      while step < text.count, isWanted(tokenizer.byte(source, text.start, step)) { step &+= 1 }
      if step > start { body(&self, Slice(start: text.start &+ start, count: step &- start)) }
      step &+= step > start ? 0 : 1
    }
  }

  // MARK: Inserting

  mutating func insertText(_ text: Slice, _ source: Span<UInt8>) {
    insertText(text, at: appropriatePlace(), source)
  }

  /// Puts text at a place, joined with a text that stands directly before.
  @inline(__always)
  mutating func insertText(_ text: Slice, at place: Place, _ source: Span<UInt8>) {
    if place.parent == 0 { return }
    let before =
      place.next < 0 ? nodes[Int(place.parent)].lastChild : nodes[Int(place.next)].previous
    if before >= 0, nodes[Int(before)].code.isText {
      extend(before, by: text, source)
      return
    }
    insertNew(NodeCode(kind: .text), text.start, text.count, at: place)
  }

  /// Makes a text longer. Where its bytes cannot go on in place, it moves to the end of `extra`; where
  /// it cannot go on there either, into room of twice its size, so that texts that grow in turns cost
  /// no more than their length.
  private mutating func extend(_ node: Int32, by text: Slice, _ source: Span<UInt8>) {
    let slice = nodes[Int(node)].slice
    let isPadded = nodes[Int(node)].code.isPadded
    if !isPadded, slice.start &+ slice.count == text.start {
      nodes[Int(node)].count = slice.count &+ text.count
      return
    }
    let total = Int(slice.count) + Int(text.count)
    if isPadded, total <= TreeConstruction.room(for: Int(slice.count)) {
      for step in 0..<text.count {
        tokenizer.extra[slice.end &+ Int(step)] = tokenizer.byte(source, text.start, step)
      }
      nodes[Int(node)].count = UInt32(truncatingIfNeeded: total)
      return
    }
    // Our own limit: the rest of such a text is left out.
    guard tokenizer.extra.count + total <= tokenizer.extraLimit else { return }
    if !isPadded, slice.isExtra, slice.end == tokenizer.extra.count {
      copyToExtra(text, source)
      nodes[Int(node)].count = UInt32(truncatingIfNeeded: total)
      return
    }
    let start = tokenizer.extra.count
    copyToExtra(slice, source)
    copyToExtra(text, source)
    nodes[Int(node)].slice = Slice(extra: start, start + total)
    if slice.isExtra {
      let padding = TreeConstruction.room(for: total) - total
      tokenizer.extra.append(contentsOf: repeatElement(0, count: padding))
      nodes[Int(node)].code.isPadded = true
    }
  }

  private static func room(for count: Int) -> Int {
    var room = 32
    while room < count { room *= 2 }
    return room
  }

  private mutating func copyToExtra(_ text: Slice, _ source: Span<UInt8>) {
    for step in 0..<text.count {
      tokenizer.extra.append(tokenizer.byte(source, text.start, step))
    }
  }
}
