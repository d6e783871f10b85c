/// The modes before the body: initial, before html, before head, in head, in head noscript, after head.
extension TreeConstruction {
  // MARK: Leaving a mode for something that is not at home there

  mutating func leaveInitial() -> Bool {
    isQuirky = true
    mode = .beforeHTML
    return true
  }

  mutating func leaveBeforeHTML() -> Bool {
    openRoot(attributes: AttributeRun())
    return true
  }

  private mutating func openRoot(attributes: AttributeRun) {
    let code = NodeCode(.html)
    let node = make(code, attributes.start, attributes.count)
    append(node, to: 0)
    push(node, code)
    mode = .beforeHead
  }

  mutating func leaveBeforeHead() {
    head = insertElement(.head)
    mode = .inHead
  }

  mutating func leaveHead() {
    pop()
    mode = .afterHead
  }

  mutating func leaveHeadNoscript() {
    pop()
    mode = .inHead
  }

  mutating func leaveAfterHead() {
    insertElement(.body)
    mode = .inBody
  }

  // MARK: Start tags

  mutating func startBeforeHTML(_ source: Span<UInt8>) -> Bool {
    guard tokenizer.tag == .html else { return leaveBeforeHTML() }
    openRoot(attributes: takeAttributes())
    return false
  }

  mutating func startBeforeHead(_ source: Span<UInt8>) -> Bool {
    switch tokenizer.tag {
    case .html: return startInBody(source)
    case .head:
      head = insertElement()
      mode = .inHead
      return false
    default:
      leaveBeforeHead()
      return true
    }
  }

  mutating func startInHead(_ source: Span<UInt8>) -> Bool {
    switch tokenizer.tag {
    case .html: return startInBody(source)
    case .head: tokenizer.dropAttributes()
    case .noscript:
      insertElement()
      mode = .inHeadNoscript
    default:
      if startOfHead(source) { return false }
      leaveHead()
      return true
    }
    return false
  }

  /// The elements of the head, wherever they stand; false where the tag is none of them.
  mutating func startOfHead(_ source: Span<UInt8>) -> Bool {
    switch tokenizer.tag {
    case .base, .basefont, .bgsound, .link, .meta: insertVoid()
    case .title: insertRawText(source, references: true)
    case .noframes, .style, .script: insertRawText(source, references: false)
    case .template:
      let node = insertElement()
      addContent(to: node)
      insertMarker()
      framesetIsOK = false
      mode = .inTemplate
      templateModes.append(.inTemplate)
    default: return false
    }
    return true
  }

  mutating func startInHeadNoscript(_ source: Span<UInt8>) -> Bool {
    switch tokenizer.tag {
    case .html: return startInBody(source)
    case .basefont, .bgsound, .link, .meta, .noframes, .style: _ = startOfHead(source)
    case .head, .noscript: tokenizer.dropAttributes()
    default:
      leaveHeadNoscript()
      return true
    }
    return false
  }

  mutating func startAfterHead(_ source: Span<UInt8>) -> Bool {
    switch tokenizer.tag {
    case .html: return startInBody(source)
    case .body:
      insertElement()
      framesetIsOK = false
      mode = .inBody
    case .frameset:
      insertElement()
      mode = .inFrameset
    case .base, .basefont, .bgsound, .link, .meta, .noframes, .script, .style, .template, .title:
      guard head >= 0 else { break }
      push(head, NodeCode(.head))
      _ = startOfHead(source)
      if let place = place(ofOpen: head) { removeOpen(at: place) }
    case .head: tokenizer.dropAttributes()
    default:
      leaveAfterHead()
      return true
    }
    return false
  }

  // MARK: End tags

  mutating func endBeforeHTML() -> Bool {
    switch tokenizer.tag {
    case .head, .body, .html, .br: return leaveBeforeHTML()
    default: return false
    }
  }

  mutating func endBeforeHead() -> Bool {
    switch tokenizer.tag {
    case .head, .body, .html, .br:
      leaveBeforeHead()
      return true
    default: return false
    }
  }

  mutating func endInHead() -> Bool {
    switch tokenizer.tag {
    case .head: leaveHead()
    case .body, .html, .br:
      leaveHead()
      return true
    case .template: closeTemplate()
    default: break
    }
    return false
  }

  mutating func closeTemplate() {
    guard isOpen(.template) else { return }
    generateAllImpliedEndTags()
    pop(until: .template)
    clearToMarker()
    _ = templateModes.popLast()
    resetMode()
  }

  mutating func endInHeadNoscript() -> Bool {
    switch tokenizer.tag {
    case .noscript: leaveHeadNoscript()
    case .br:
      leaveHeadNoscript()
      return true
    default: break
    }
    return false
  }

  mutating func endAfterHead() -> Bool {
    switch tokenizer.tag {
    case .template: closeTemplate()
    case .body, .html, .br:
      leaveAfterHead()
      return true
    default: break
    }
    return false
  }
}
