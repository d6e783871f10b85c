/// End tags in the body, and after it (13.2.6.4.7, 19, 22).
extension TreeConstruction {
  mutating func endInBody(_ source: Span<UInt8>) -> Bool {
    let tag = tokenizer.tag
    switch tag {
    case .div, .section, .article, .ul, .address, .aside, .blockquote, .button, .center, .details,
      .dialog, .dir, .dl, .fieldset, .figcaption, .figure, .footer, .header, .hgroup, .listing,
      .main, .menu, .nav, .ol, .pre, .search, .select, .summary:
      closeBlock(tag)
    case .a, .b, .big, .code, .em, .font, .i, .nobr, .s, .small, .strike, .strong, .tt, .u:
      closeFormatting(tag)
    case .p:
      if !inScope(.p, .button) { insertElement(.p) }
      closeParagraph()
    case .li:
      if inScope(.li, .list) {
        generateImpliedEndTags(except: .li)
        pop(until: .li)
      }
    case .dd, .dt:
      if inScope(tag) {
        generateImpliedEndTags(except: tag)
        pop(until: tag)
      }
    case .h1, .h2, .h3, .h4, .h5, .h6:
      if headingIsInScope() {
        generateImpliedEndTags()
        while open.count > 1 {
          let found = isHeading(current)
          pop()
          if found { break }
        }
      }
    case .template: closeTemplate()
    case .body, .html:
      guard inScope(.body) else { return false }
      mode = .afterBody
      return tag == .html
    case .form: closeForm()
    case .applet, .marquee, .object:
      if inScope(tag) {
        generateImpliedEndTags()
        pop(until: tag)
        clearToMarker()
      }
    case .br:
      if mayReconstruct { reconstruct(source) }
      insertNode(NodeCode(.br), attributes: AttributeRun())
      framesetIsOK = false
    default: anyOtherEndTag()
    }
    return false
  }

  @inline(__always)
  private mutating func closeBlock(_ tag: KnownTag) {
    if isCurrent(tag) { return pop() }
    guard inScope(tag) else { return }
    generateImpliedEndTags()
    pop(until: tag)
  }

  /// The end of a formatting element; most often it is the current node and was remembered last.
  @inline(__always)
  private mutating func closeFormatting(_ tag: KnownTag) {
    if isCurrent(tag), let last = formatting.last, last.node == open.last?.node {
      formatting.removeLast()
      let before = mayReconstruct
      pop()
      // What is below in the list has not been closed by this.
      mayReconstruct = before
    } else {
      adopt(tag)
    }
  }

  private mutating func closeForm() {
    guard !isOpen(.template) else {
      if inScope(.form) {
        generateImpliedEndTags()
        pop(until: .form)
      }
      return
    }
    let node = form
    form = -1
    guard node >= 0, inScope(node: node) else { return }
    generateImpliedEndTags()
    if let place = place(ofOpen: node) { removeOpen(at: place) }
  }

  /// Closes the nearest element of the tag's name, unless a special one lies above it.
  mutating func anyOtherEndTag() {
    let id = tokenizer.id
    for place in open.indices.reversed() where place > 0 {
      let code = open[place].code
      if code.isHTML, code.id == id {
        let node = open[place].node
        generateImpliedEndTags(except: tokenizer.tag)
        // Unknown names are never implied, so that the place still holds or the element is gone.
        if let place = self.place(ofOpen: node) { pop(to: place) }
        return
      }
      if code.isSpecial(traits) { return }
    }
  }

  // MARK: After the body

  mutating func startAfterBody(_ source: Span<UInt8>) -> Bool {
    if tokenizer.tag == .html { return startInBody(source) }
    mode = .inBody
    return true
  }

  mutating func endAfterBody() -> Bool {
    if tokenizer.tag == .html {
      if context == nil { mode = .afterAfterBody }
      return false
    }
    mode = .inBody
    return true
  }

  // MARK: The end of the source

  mutating func endOfFile(_ source: Span<UInt8>) {
    while true {
      switch mode {
      case .initial: _ = leaveInitial()
      case .beforeHTML: _ = leaveBeforeHTML()
      case .beforeHead: leaveBeforeHead()
      case .inHead: leaveHead()
      case .inHeadNoscript: leaveHeadNoscript()
      case .afterHead: leaveAfterHead()
      default:
        guard isOpen(.template), !templateModes.isEmpty else { return }
        pop(until: .template)
        clearToMarker()
        _ = templateModes.popLast()
        resetMode()
      }
    }
  }
}
