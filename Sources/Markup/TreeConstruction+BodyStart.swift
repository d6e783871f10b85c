/// Start tags in the body (13.2.6.4.7).
extension TreeConstruction {
  mutating func startInBody(_ source: Span<UInt8>) -> Bool {
    switch tokenizer.tag {
    case .div, .section, .article, .ul, .p, .address, .aside, .blockquote, .center, .details,
      .dialog, .dir, .dl, .fieldset, .figcaption, .figure, .footer, .header, .hgroup, .main, .menu,
      .nav, .ol, .search, .summary:
      closeParagraphInScope()
      insertElement()
    case .a: startAnchor(source)
    case .b, .big, .code, .em, .font, .i, .s, .small, .strike, .strong, .tt, .u:
      startFormatting(source)
    case .li: startListItem(source)
    case .img, .br, .area, .embed, .keygen, .wbr:
      startOrdinary(source) { $0.insertVoid() }
      framesetIsOK = false
    case .script, .style, .link, .meta, .title, .base, .basefont, .bgsound, .noframes, .template:
      _ = startOfHead(source)
    case .h1, .h2, .h3, .h4, .h5, .h6:
      closeParagraphInScope()
      if isHeading(current) { pop() }
      insertElement()
    case .html, .body, .frameset, .caption, .col, .colgroup, .frame, .head, .tbody, .td, .tfoot,
      .th, .thead, .tr:
      startMisplaced(source)
    case .pre, .listing, .form, .dd, .dt, .plaintext, .button, .nobr, .applet, .marquee, .object,
      .table, .hr, .textarea, .xmp, .iframe, .noembed:
      startBlock(source)
    case .input, .select, .option, .optgroup: startControl(source)
    case .param, .source, .track: insertVoid()
    case .image:
      tokenizer.tag = .img
      tokenizer.id = UInt32(KnownTag.img.rawValue)
      return true
    case .rb, .rtc:
      if inScope(.ruby) { generateImpliedEndTags() }
      insertElement()
    case .rp, .rt:
      if inScope(.ruby) { generateImpliedEndTags(except: .rtc) }
      insertElement()
    case .math, .svg:
      startOrdinary(source) { construction in
        construction.insertForeign(
          source, namespace: construction.tokenizer.tag == .svg ? .svg : .mathML)
      }
    case .selectedcontent:
      hasSelectedContent = true
      startOrdinary(source) { $0.insertElement() }
    default: startOrdinary(source) { $0.insertElement() }
    }
    return false
  }

  @inline(__always)
  private mutating func startOrdinary(
    _ source: Span<UInt8>, _ insert: (inout TreeConstruction) -> Void
  ) {
    if mayReconstruct { reconstruct(source) }
    insert(&self)
  }

  @inline(__always)
  private mutating func startFormatting(_ source: Span<UInt8>) {
    if mayReconstruct { reconstruct(source) }
    guard open.count < limits.depth else { return insertVoid() }
    let node = insertElement()
    remember(node, source)
  }

  private mutating func startAnchor(_ source: Span<UInt8>) {
    if let place = activePlace(of: .a) {
      let node = formatting[place].node
      adopt(.a)
      formatting.removeAll { $0.node == node }
      if let place = self.place(ofOpen: node) { removeOpen(at: place) }
      mayReconstruct = true
    }
    startFormatting(source)
  }

  private mutating func startListItem(_ source: Span<UInt8>) {
    framesetIsOK = false
    closeItem(.li, .li)
    closeParagraphInScope()
    insertElement()
  }

  /// Closes an open item that the new one follows.
  private mutating func closeItem(_ one: KnownTag, _ other: KnownTag) {
    guard isOpen(one) || isOpen(other) else { return }
    for element in open.reversed() {
      let code = element.code
      if code == one || code == other {
        generateImpliedEndTags(except: code.known)
        pop(until: code.known)
        return
      }
      if code.isSpecial(traits), code != .address, code != .div, code != .p { return }
    }
  }

  private mutating func startBlock(_ source: Span<UInt8>) {
    switch tokenizer.tag {
    case .pre, .listing:
      closeParagraphInScope()
      insertElement()
      skipLineFeed(source)
      framesetIsOK = false
    case .form:
      guard form == -1 || isOpen(.template) else { return tokenizer.dropAttributes() }
      closeParagraphInScope()
      let node = insertElement()
      if !isOpen(.template) { form = node }
    case .dd, .dt:
      framesetIsOK = false
      closeItem(.dd, .dt)
      closeParagraphInScope()
      insertElement()
    case .plaintext:
      closeParagraphInScope()
      insertElement()
      readPlainText(source)
    case .button:
      if inScope(.button) {
        generateImpliedEndTags()
        pop(until: .button)
      }
      startOrdinary(source) { $0.insertElement() }
      framesetIsOK = false
    case .nobr:
      if mayReconstruct { reconstruct(source) }
      if inScope(.nobr) {
        adopt(.nobr)
        reconstruct(source)
      }
      startFormatting(source)
    case .applet, .marquee, .object:
      startOrdinary(source) { $0.insertElement() }
      insertMarker()
      framesetIsOK = false
    case .table:
      if !isQuirky { closeParagraphInScope() }
      insertElement()
      framesetIsOK = false
      mode = .inTable
    case .hr:
      closeParagraphInScope()
      if inScope(.select) { generateImpliedEndTags() }
      insertVoid()
      framesetIsOK = false
    default: startRawText(source)
    }
  }

  /// Elements of the body whose contents are text.
  private mutating func startRawText(_ source: Span<UInt8>) {
    switch tokenizer.tag {
    case .textarea:
      framesetIsOK = false
      insertRawText(source, references: true, skippingLineFeed: true)
    case .xmp:
      closeParagraphInScope()
      if mayReconstruct { reconstruct(source) }
      framesetIsOK = false
      insertRawText(source, references: false)
    case .iframe:
      framesetIsOK = false
      insertRawText(source, references: false)
    default: insertRawText(source, references: false)
    }
  }

  /// Behind `plaintext` there is nothing but text.
  mutating func readPlainText(_ source: Span<UInt8>) {
    tokenizer.readRawText(source, until: nil, references: false)
    if tokenizer.text.count > 0 { readText(source) }
  }

  /// Tags of the document's frame and of tables, which the body mostly ignores.
  private mutating func startMisplaced(_ source: Span<UInt8>) {
    let isBodySecond = open.count > 1 && open[1].code == .body
    switch tokenizer.tag {
    case .html where !isOpen(.template):
      if let root = open.first { return addAttributes(to: root.node, source) }
    case .body where isBodySecond && !isOpen(.template):
      framesetIsOK = false
      return addAttributes(to: open[1].node, source)
    case .frameset where isBodySecond && framesetIsOK:
      detach(open[1].node)
      pop(to: 1)
      insertElement()
      mode = .inFrameset
    default: break
    }
    tokenizer.dropAttributes()
  }

  private mutating func startControl(_ source: Span<UInt8>) {
    let isInSelectFragment = context.map { $0 == .select } ?? false
    switch tokenizer.tag {
    case .input:
      if isInSelectFragment { return tokenizer.dropAttributes() }
      if inScope(.select) { pop(until: .select) }
      if mayReconstruct { reconstruct(source) }
      if !isHidden(source) { framesetIsOK = false }
      insertVoid()
    case .select:
      if isInSelectFragment { return tokenizer.dropAttributes() }
      if inScope(.select) {
        pop(until: .select)
        return tokenizer.dropAttributes()
      }
      startOrdinary(source) { $0.insertElement() }
      framesetIsOK = false
    case .option:
      if inScope(.select) {
        generateImpliedEndTags(except: .optgroup)
      } else if isCurrent(.option) {
        pop()
      }
      startOrdinary(source) { $0.insertElement() }
    default:
      if inScope(.select) { generateImpliedEndTags() } else if isCurrent(.option) { pop() }
      startOrdinary(source) { $0.insertElement() }
    }
  }

  /// Whether the `input` read last has the type "hidden".
  mutating func isHidden(_ source: Span<UInt8>) -> Bool { tagHas("type", "hidden", source) }

  /// Whether the tag read last has an attribute with this value, in any case of letters.
  mutating func tagHas(_ name: StaticString, _ value: StaticString?, _ source: Span<UInt8>) -> Bool
  {
    for place in tokenizer.attributeStart..<tokenizer.attributes.count {
      let record = tokenizer.attributes[place]
      guard matches(record.name, name, source) else { continue }
      guard let value else { return true }
      return matches(record.value, value, source)
    }
    return false
  }

  private mutating func matches(_ slice: Slice, _ text: StaticString, _ source: Span<UInt8>) -> Bool
  {
    guard Int(slice.count) == text.utf8CodeUnitCount else { return false }
    return text.withUTF8Buffer { letters in
      for step in 0..<letters.count {
        var byte = tokenizer.byte(source, slice.start, UInt32(step))
        if tokenizer.isCapital(byte) { byte |= 0x20 }
        if byte != letters[step] { return false }
      }
      return true
    }
  }
}
