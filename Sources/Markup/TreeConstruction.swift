/// Builds the tree from the tokens, by the HTML standard's tree construction stage (13.2.6), with
/// scripting off.
///
/// One value holds all state of the parse. The rules of the insertion modes stand in extensions, a
/// file for each group of modes. A rule that answers `true` wants the token looked at again in the
/// mode it has set.
///
/// Questions on the hot path are `mutating` although they change nothing: a call then passes this
/// value by reference, where it would copy 300 bytes and retain its arrays (8 % of all time).
struct TreeConstruction {
  /// The insertion modes. "Text" is missing: a raw text element is read in one go. So is "in table
  /// text": a text token is never split.
  enum Mode: UInt8 {
    case initial, beforeHTML, beforeHead, inHead, inHeadNoscript, afterHead, inBody
    case inTable, inCaption, inColumnGroup, inTableBody, inRow, inCell, inTemplate
    case afterBody, inFrameset, afterFrameset, afterAfterBody, afterAfterFrameset
  }

  /// An open element: its node, and what it is, so that looking for one does not touch the arena.
  struct Open {
    var node: Int32
    var code: NodeCode
  }

  var tokenizer: Tokenizer
  var nodes: [NodeRecord] = []
  var open: [Open] = []
  /// How many HTML elements of each known tag are open: most questions of scope end here.
  var openCounts = [Int32](repeating: 0, count: 256)
  /// The list of active formatting elements; a marker has node -1.
  var formatting: [Open] = []
  /// Whether the last active formatting element may have been closed.
  var mayReconstruct = false
  /// How many elements may still be made again by reconstruction, before the list is given up.
  var reconstructions: Int
  /// As many nodes as there may be before the budget is looked at again.
  var ceiling: Int
  /// Bytes that nodes, attributes, names and decoded text may take together.
  let budget: Int
  var mode = Mode.initial
  var templateModes: [Mode] = []
  var head: Int32 = -1
  var form: Int32 = -1
  var framesetIsOK = true
  var isQuirky = false
  var fostersParents = false
  /// The element a fragment is read for.
  var context: NodeCode?
  var hasSelectedContent = false
  /// Elements that lay too deep to be opened, and whose end tags are still to come.
  var overflow = 0
  /// Where the token of each node begins; nil where nobody asks.
  var offsets: [UInt32]?
  let traits = TagTraits.table
  let limits: Limits

  private init(count: Int, limits: Limits) {
    self.limits = limits
    tokenizer = Tokenizer(end: count, attributeLimit: limits.attributes)
    reconstructions = 65_536 + count / 2
    budget = Limits.records(for: count)
    ceiling = min(limits.nodes, budget / 64)
    nodes.reserveCapacity(min(limits.nodes, count / 16 &+ 16))
    nodes.append(NodeRecord(code: NodeCode(kind: .document)))
    open.reserveCapacity(64)
  }

  /// Reads the source to its end.
  static func arena(
    of source: [UInt8], context: String?, limits: Limits, keepsOffsets: Bool = false
  ) -> Arena {
    var construction = TreeConstruction(count: min(source.count, limits.bytes), limits: limits)
    if keepsOffsets { construction.offsets = [] }
    construction.read(source.span, context: context)
    return Arena(
      source: source, extra: construction.tokenizer.extra, nodes: construction.nodes,
      attributes: construction.tokenizer.attributes, names: construction.tokenizer.names.slices,
      doctype: construction.doctype, isQuirky: construction.isQuirky,
      offsets: construction.offsets ?? [])
  }

  /// The document's doctype; the tokenizer holds the last one read, which may be another.
  var doctype = Doctype()

  private mutating func read(_ source: Span<UInt8>, context name: String?) {
    if let name {
      beginFragment(name, source)
    } else if source.count >= 3, source[0] == 0xEF, source[1] == 0xBB, source[2] == 0xBF {
      tokenizer.position = 3
    }
    while nodes.count < ceiling || mayGrow() {
      if offsets != nil { noteOffsets(tokenizer.start) }
      switch tokenizer.next(source) {
      case .text: readText(source)
      case .startTag: startTag(source)
      case .endTag: endTag(source)
      case .comment: comment()
      case .doctype: declaration(source)
      case .characterData:
        if let current = adjustedCurrent, !current.isHTML {
          tokenizer.readCharacterData(source)
          if tokenizer.text.count > 0 { readText(source) }
        } else {
          _ = tokenizer.readCharacterDataAsComment(source)
          comment()
        }
      case .end:
        finish(source)
        return
      }
    }
    readRest(source)
    finish(source)
  }

  private mutating func finish(_ source: Span<UInt8>) {
    tokenizer.attributeStart = tokenizer.attributes.count
    endOfFile(source)
    if hasSelectedContent { fillSelectedContents(source) }
    if context != nil { releaseFragment() }
    if offsets != nil { noteOffsets(tokenizer.end) }
  }

  /// Notes where the token began that made the nodes since the last call.
  @inline(never)
  private mutating func noteOffsets(_ start: Int) {
    let missing = nodes.count &- (offsets?.count ?? 0)
    offsets?.append(
      contentsOf: repeatElement(UInt32(truncatingIfNeeded: start), count: missing))
  }

  // MARK: Dispatching

  /// The current node as foreign content sees it: the context, where a fragment's root is current.
  var adjustedCurrent: NodeCode? {
    if open.count == 1, let context { return context }
    return open.last?.code
  }

  /// Whether a start tag is read by the rules for foreign content.
  private mutating func isForeignStart() -> Bool {
    guard let current = adjustedCurrent, !current.isHTML else { return false }
    let tag = tokenizer.tag
    if isTextIntegrationPoint(current), tag != .mglyph, tag != .malignmark { return false }
    if current.namespace == .mathML, current.known == .annotationXML, tag == .svg { return false }
    return !current.isHTMLIntegrationPoint
  }

  @inline(__always)
  private mutating func startTag(_ source: Span<UInt8>) {
    if open.count >= limits.depth, bend() { return }
    // Nearly always the current node is HTML.
    if let last = open.last, !last.code.isHTML || open.count == 1, isForeignStart() {
      if startForeign(source) { start(source) }
    } else {
      start(source)
    }
  }

  @inline(__always)
  private mutating func endTag(_ source: Span<UInt8>) {
    if overflow > 0, bendBack() { return }
    if let last = open.last, !last.code.isHTML || open.count == 1, adjustedCurrent?.isHTML == false
    {
      endForeign(source)
    } else {
      end(source)
    }
  }

  /// A start tag by the rules of the current mode.
  mutating func start(_ source: Span<UInt8>) {
    var again: Bool
    repeat {
      switch mode {
      case .inBody: again = startInBody(source)
      case .initial: again = leaveInitial()
      case .beforeHTML: again = startBeforeHTML(source)
      case .beforeHead: again = startBeforeHead(source)
      case .inHead: again = startInHead(source)
      case .inHeadNoscript: again = startInHeadNoscript(source)
      case .afterHead: again = startAfterHead(source)
      case .inTable: again = startInTable(source)
      case .inCaption: again = startInCaption(source)
      case .inColumnGroup: again = startInColumnGroup(source)
      case .inTableBody: again = startInTableBody(source)
      case .inRow: again = startInRow(source)
      case .inCell: again = startInCell(source)
      case .inTemplate: again = startInTemplate(source)
      case .afterBody, .afterAfterBody: again = startAfterBody(source)
      case .inFrameset: again = startInFrameset(source)
      case .afterFrameset, .afterAfterFrameset: again = startAfterFrameset(source)
      }
    } while again
  }

  /// An end tag by the rules of the current mode.
  mutating func end(_ source: Span<UInt8>) {
    var again: Bool
    repeat {
      switch mode {
      case .inBody: again = endInBody(source)
      case .initial: again = leaveInitial()
      case .beforeHTML: again = endBeforeHTML()
      case .beforeHead: again = endBeforeHead()
      case .inHead: again = endInHead()
      case .inHeadNoscript: again = endInHeadNoscript()
      case .afterHead: again = endAfterHead()
      case .inTable: again = endInTable(source)
      case .inCaption: again = endInCaption(source)
      case .inColumnGroup: again = endInColumnGroup()
      case .inTableBody: again = endInTableBody(source)
      case .inRow: again = endInRow(source)
      case .inCell: again = endInCell(source)
      case .inTemplate:
        if tokenizer.tag == .template { _ = endInHead() }
        again = false
      case .afterBody: again = endAfterBody()
      case .inFrameset: again = endInFrameset()
      case .afterFrameset: again = endAfterFrameset()
      case .afterAfterBody:
        mode = .inBody
        again = true
      case .afterAfterFrameset: again = false
      }
    } while again
  }

  // MARK: Too deep

  /// Keeps an element that lies too deep without opening it; its end tag will be swallowed. False
  /// for elements that are closed at once anyway.
  private mutating func bend() -> Bool {
    let tag = tokenizer.tag
    switch tag {
    case .script, .style, .title, .textarea, .xmp, .iframe, .noembed, .noframes, .plaintext, .html,
      .body, .image:
      return false
    default: break
    }
    let current = adjustedCurrent
    let isForeign = current?.isHTML == false && isForeignStart()
    if !isForeign, traits[Int(tag.rawValue)].contains(.void) { return false }
    let namespace: Node.Namespace =
      isForeign ? current?.namespace ?? .html : tag == .svg ? .svg : tag == .math ? .mathML : .html
    let node = insertNode(
      NodeCode(kind: .element, namespace, tag: tokenizer.id), attributes: takeAttributes())
    if tag == .template, namespace == .html { addContent(to: node) }
    if !(namespace != .html && tokenizer.isSelfClosing) { overflow &+= 1 }
    return true
  }

  /// Swallows the end tag of an element that was not opened.
  private mutating func bendBack() -> Bool {
    switch tokenizer.tag {
    case .html, .body, .br: return false
    case .p where openCounts[Int(KnownTag.p.rawValue)] == 0: return false
    default:
      overflow &-= 1
      return true
    }
  }
}
