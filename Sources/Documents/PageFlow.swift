import Markup

/// Turns a tree into pieces: one walk in document order, which also gathers the page's signals.
struct PageFlow {
  let tree: Tree
  var page = Page()
  var signals = PageSignals()
  var enclosures: [Enclosure] = []
  var scopes: [Scope] = [Scope(parent: -1, own: [], isCertain: true)]
  var runs: [InlineRun] = []
  var pictures: [FoundPicture] = []

  // The piece being written.
  private var frames: [Frame] = []
  private var start = 0
  private var isAtSpace = true
  private var linkBytes = 0
  private var links = 0
  private var strongBytes = 0
  private var firstRun = 0
  private var breaks = 0
  private var openLink = -1
  /// Inline elements among the frames.
  private var inlines = 0
  private var context = BlockContext()
  /// The innermost named inline element that began and ended in the piece.
  private var named: (text: Range<Int>, scope: Int32)?

  private let phrases = PhraseBook.shared
  /// What was looked up of classes on this page.
  var classes = ClassMemory()

  static let deepest = 400
  /// Open links, emphases and the like that go on over the boundary of a piece; inner ones are left
  /// out of it. No page that is meant to be read has as many.
  static let mostOpenMarks = 24

  /// Whether elements that are not displayed are read too.
  let showsHidden: Bool
  let url: String?

  /// - Parameter url: where the page was read from, if that is known.
  init(_ tree: Tree, url: String? = nil, showsHidden: Bool = false) {
    self.tree = tree
    self.url = url
    self.showsHidden = showsHidden
    page.text.reserveCapacity(32_768)
    page.pieces.reserveCapacity(256)
    walk()
  }

  private mutating func walk() {
    var node = tree.firstChild(tree.document)
    while let current = node {
      var goesDown = false
      let glance = tree.glance(current)
      switch glance.kind {
      case .text: add(text: tree.textBytes(glance))
      case .element: goesDown = enter(current, glance)
      default: break
      }
      if goesDown, let child = glance.firstChild {
        node = child
        continue
      }
      if goesDown { leave() }
      node = glance.next ?? next(above: current)
    }
    while !frames.isEmpty { leave() }
    flush()
    page.removedBy = Array(repeating: nil, count: page.pieces.count)
    page.span = 0..<page.pieces.count
  }

  /// What comes after the element that ends with a node; elements that end on the way are left.
  private mutating func next(above node: Node) -> Node? {
    var place = node
    while let parent = tree.parent(place) {
      if frames.last?.node == parent { leave() }
      if let next = tree.nextSibling(parent) { return next }
      place = parent
    }
    return nil
  }

  // MARK: Elements

  /// Whether the element's content is to be walked.
  private mutating func enter(_ node: Node, _ glance: Glance) -> Bool {
    let tag = glance.isHTML ? glance.tag : .svg
    switch ElementKind.of(tag) {
    case .dropped: return false
    case .metadata:
      read(metadata: node, tag)
      return tag == .head
    case .breaking:
      lineBreak(tag)
      return false
    case .picture, .embed:
      add(picture: node, tag)
      return false
    case .inline:
      guard frames.count < Self.deepest else { return false }
      let names = tree.naming(node)
      guard !isHidden(names) else { return false }
      return open(inline: node, tag, names)
    case .block:
      guard frames.count < Self.deepest else { return false }
      let names = tree.naming(node)
      guard !isHidden(names) else { return false }
      flush()
      open(block: node, tag, names)
      return true
    }
  }

  /// Whether the element is open: what stands in running text and is not displayed, or only when
  /// one points at it, is left out.
  private mutating func open(inline node: Node, _ tag: Tag, _ names: NamingAttributes) -> Bool {
    let naming = naming(of: names, tag, isInline: true)
    if naming.traits.contains(.hidden), !showsHidden { return false }
    var frame = Frame(
      node: node, tag: tag, isBlock: false, enclosure: enclosure, scope: scope,
      mark: InlineMark(), firstPiece: page.pieces.count, textStart: page.text.count)
    frame.mark.start = page.text.count
    switch tag {
    case .a: frame.mark.kind = names.hasLink ? .link : .none
    case .strong, .b: frame.mark.kind = .strong
    case .em, .i: frame.mark.kind = .emphasis
    case .code, .kbd, .samp: frame.mark.kind = .code
    default: break
    }
    frame.mark.address = node
    if frame.mark.kind == .link {
      if openLink < 0 { openLink = frames.count }
      links += 1
    }
    if !naming.traits.isEmpty { frame.scope = add(naming) }
    frame.mayNameAuthor = naming.mayNameAuthor
    frame.authorStrength = naming.authorStrength
    note(signalsOf: node, tag, hasProperty: naming.hasProperty)
    frames.append(frame)
    inlines += 1
    return true
  }

  private mutating func open(block node: Node, _ tag: Tag, _ names: NamingAttributes) {
    var frame = Frame(
      node: node, tag: tag, isBlock: true, enclosure: enclosure, scope: scope,
      mark: InlineMark(), firstPiece: page.pieces.count, textStart: page.text.count)
    let naming = naming(of: names, tag, isInline: false)
    if !naming.traits.isEmpty { frame.scope = add(naming) }
    frame.mayNameAuthor = naming.mayNameAuthor
    frame.authorStrength = naming.authorStrength
    enclosures.append(
      Enclosure(
        node: node.index, parent: enclosure, scope: frame.scope, tag: tag, own: naming.traits,
        pieces: page.pieces.count..<page.pieces.count))
    frame.enclosure = Int32(truncatingIfNeeded: enclosures.count - 1)
    context.enter(tag, node: node)
    note(signalsOf: node, tag, hasProperty: naming.hasProperty)
    frames.append(frame)
  }

  private mutating func leave() {
    // What ends here still belongs to the element that is left.
    if let frame = frames.last, frame.isBlock { flush() }
    guard let frame = frames.popLast() else { return }
    if frame.isBlock {
      context.leave(frame.tag)
      enclosures[Int(frame.enclosure)].pieces = frame.firstPiece..<page.pieces.count
    } else {
      inlines -= 1
      close(inline: frame)
    }
    if frame.mayNameAuthor { finish(signalsOf: frame) }
  }

  private mutating func close(inline frame: Frame) {
    let mark = frame.mark
    if mark.kind == .link, openLink == frames.count { openLink = -1 }
    if frame.scope != scope { note(named: frame) }
    guard mark.kind != .none else { return }
    let lower = max(mark.start, start)
    guard page.text.count > lower else { return }
    runs.append(InlineRun(range: lower..<page.text.count, kind: mark.kind, node: mark.address))
    if mark.kind == .link { linkBytes += page.text.count - lower }
    if mark.kind == .strong { strongBytes += page.text.count - lower }
  }

  private mutating func note(named frame: Frame) {
    let text = max(frame.textStart, start)..<max(frame.textStart, page.text.count)
    if let named, named.text == text { return }
    named = (text, frame.scope)
  }

  /// The scope of a piece: that of an inline element that holds all of it, or of its element.
  private func scope(of text: Range<Int>) -> Int32 {
    guard let named, named.text.lowerBound <= text.lowerBound,
      named.text.upperBound >= text.upperBound
    else { return scope }
    return named.scope
  }

  private var enclosure: Int32 { frames.last?.enclosure ?? -1 }
  private var scope: Int32 { frames.last?.scope ?? 0 }

  private mutating func add(_ naming: Naming) -> Int32 {
    scopes.append(Scope(parent: scope, own: naming.traits, isCertain: naming.isCertain))
    return Int32(truncatingIfNeeded: scopes.count - 1)
  }

  // MARK: Text

  private mutating func add(text: ArraySlice<UInt8>) {
    if context.isPreformatted {
      page.text += text
      isAtSpace = false
      return
    }
    let before = page.text.count
    TextFold.append(text, to: &page.text, isAtSpace: &isAtSpace)
    if page.text.count > before, !(page.text.count == before + 1 && isAtSpace) { breaks = 0 }
  }

  /// One break is a new line, two begin a new piece.
  private mutating func lineBreak(_ tag: Tag) {
    guard tag == .br else {
      if tag == .hr { flush() }
      return
    }
    breaks += 1
    if breaks > 1 {
      flush()
    } else if page.text.count > start {
      if isAtSpace { page.text.removeLast() }
      page.text.append(10)
      isAtSpace = true
    }
  }

  private mutating func flush() {
    breaks = 0
    defer { begin() }
    var end = page.text.count
    while end > start, page.text[end - 1] <= 0x20 { end -= 1 }
    guard end > start else { return }
    // Links that go on over the boundary count for the piece that ends here.
    closeOpenMarks(at: end)
    var piece = Piece(range: start..<end, measure: Measure(page.text[start..<end]))
    guard piece.measure.words > 0 || piece.range.count > 1 else { return }
    page.readWords(of: &piece, in: phrases)
    context.describe(&piece)
    piece.element = Int(enclosure)
    piece.container = container(of: piece.element)
    if enclosures.indices.contains(piece.container) {
      piece.hall = Int(enclosures[piece.container].parent)
    }
    piece.linkBytes = min(linkBytes, piece.range.count)
    piece.links = links
    piece.strongBytes = min(strongBytes, piece.range.count)
    piece.runs = firstRun..<runs.count
    piece.scope = scope(of: start..<end)
    scopes[Int(piece.scope)].words += piece.measure.isProse ? piece.measure.words : 0
    page.pieces.append(piece)
  }

  private mutating func closeOpenMarks(at end: Int) {
    guard inlines > 0 else { return }
    var left = Self.mostOpenMarks
    for index in frames.indices where !frames[index].isBlock {
      let mark = frames[index].mark
      let lower = max(mark.start, start)
      guard mark.kind != .none, end > lower else { continue }
      if left == 0 { return }
      left -= 1
      runs.append(InlineRun(range: lower..<end, kind: mark.kind, node: mark.address))
      if mark.kind == .link { linkBytes += end - lower }
      if mark.kind == .strong { strongBytes += end - lower }
    }
  }

  private mutating func begin() {
    start = page.text.count
    isAtSpace = true
    linkBytes = 0
    strongBytes = 0
    links = openLink >= 0 ? 1 : 0
    firstRun = runs.count
    named = nil
  }

  private mutating func add(picture node: Node, _ tag: Tag) {
    let isEmbed = tag != .img
    if !isEmbed, context.isPreformatted { return }
    // A picture inside running text does not break it.
    if page.text.count == start || isEmbed {
      flush()
      pictures.append(FoundPicture(node: node, isEmbed: isEmbed))
      var piece = Piece(
        kind: isEmbed ? .embed : .picture, range: page.text.count..<page.text.count,
        measure: Measure([]))
      piece.element = Int(enclosure)
      piece.scope = scope
      piece.links = openLink >= 0 ? 1 : 0
      piece.picture = pictures.count - 1
      page.pieces.append(piece)
    }
  }
}
