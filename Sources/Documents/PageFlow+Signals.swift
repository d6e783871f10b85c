import Markup

extension PageFlow {
  /// Reads what stands in `meta`, `link`, `title`, `base` and JSON-LD scripts.
  mutating func read(metadata node: Node, _ tag: Tag) {
    switch tag {
    case .meta: read(meta: node)
    case .link: read(link: node)
    case .base: signals.base = signals.base ?? tree.attribute(node, "href")
    case .title:
      if signals.title == nil { signals.title = TextFold.folded(tree.textBytes(below: node)) }
    case .script:
      guard let type = tree.attributeBytes(node, "type"),
        type.starts(with: "application/ld+json".utf8), signals.scripts.count < 40
      else { return }
      signals.scripts.append(tree.textBytes(below: node))
    default: break
    }
  }

  private mutating func read(meta node: Node) {
    guard signals.metas.count < 400 else { return }
    let meta = tree.metaAttributes(node)
    guard let content = meta.content.map(tree.value) else { return }
    note(content, under: meta.property)
    note(content, under: meta.name)
    note(content, under: meta.itemProperty)
    note(content, under: meta.equivalent)
  }

  private mutating func note(_ content: ArraySlice<UInt8>, under place: AttributePlace?) {
    guard let key = place.map(tree.value), !key.isEmpty, key.count < 80 else { return }
    signals.metas.append(PageSignals.Meta(key: PageSignals.key(key), content: content))
  }

  private mutating func read(link node: Node) {
    guard signals.canonical == nil, let rel = tree.attributeBytes(node, "rel"),
      rel.count == 9, rel.lazy.map({ $0 | 0x20 }).elementsEqual("canonical".utf8)
    else { return }
    signals.canonical = tree.attribute(node, "href")
  }

  /// Notes an element that says a date, an author or the page's language.
  mutating func note(signalsOf node: Node, _ tag: Tag, hasProperty: Bool) {
    if tag == .html { signals.language = tree.attribute(node, "lang") }
    guard tag == .time || hasProperty else { return }
    let property = tree.attributeBytes(node, "itemprop")
    let isPublished = property.map { $0.starts(with: "datePublished".utf8) } ?? false
    let isUpdated = property.map { $0.starts(with: "dateModified".utf8) } ?? false
    guard tag == .time || isPublished || isUpdated, signals.times.count < 100 else { return }
    let value =
      tree.attribute(node, "datetime") ?? tree.attribute(node, "content")
      ?? TextFold.folded(tree.textBytes(below: node).prefix(200))
    let isMarked = tree.attributeBytes(node, "pubdate") != nil
    signals.times.append((value, page.pieces.count, isPublished || isMarked, isUpdated))
  }

  /// Notes an element that names an author, when its text is complete.
  mutating func finish(signalsOf frame: Frame) {
    guard signals.authors.count < 60 else { return }
    let length = page.text.count - frame.textStart
    guard length > 0, length <= 200 else { return }
    let strength = authorStrength(of: frame)
    guard strength > 0 else { return }
    let name = TextFold.folded(page.text[frame.textStart..<page.text.count])
    guard !name.isEmpty else { return }
    signals.authors.append((name, frame.firstPiece, strength))
  }

  private func authorStrength(of frame: Frame) -> Int {
    if let rel = tree.attributeBytes(frame.node, "rel"), rel.elementsEqual("author".utf8) {
      return 5
    }
    if let property = tree.attributeBytes(frame.node, "itemprop") {
      if property.elementsEqual("author".utf8) { return 4 }
    }
    return frame.authorStrength
  }

  /// The words of links near the headline that lead to an author's page: `/autoren/anna-kran`.
  func linkedAuthors() -> [String] {
    let place = page.headline ?? page.span.lowerBound
    for index in max(0, place - 3)..<max(place, min(page.pieces.count, place + 12)) {
      let piece = page.pieces[index]
      guard piece.links > 0, !piece.measure.isProse else { continue }
      let names = runs[piece.runs].filter { run in
        run.kind == .link && (5...60).contains(run.range.count)
          && run.node.flatMap { tree.attributeBytes($0, "href") }.map(AuthorClasses.leadsToAuthor)
            ?? false
      }
      if names.isEmpty { continue }
      return names.map { String(decoding: page.text[$0.range], as: UTF8.self) }
    }
    return []
  }

  /// Notes which pieces of the span are one link to another domain.
  mutating func noteLinksAway() {
    let home = (url ?? signals.canonical ?? signals.meta("og:url")).flatMap {
      WebAddress.domain(of: Array($0.utf8)[...])
    }
    guard let home, !home.isEmpty else { return }
    for index in page.span where page.pieces[index].isLink {
      page.pieces[index].leadsAway = leads(page.pieces[index], awayFrom: home)
    }
  }

  /// Whether the link of a piece leads to another domain.
  private func leads(_ piece: Piece, awayFrom home: ArraySlice<UInt8>) -> Bool {
    guard let node = runs[piece.runs].last(where: { $0.kind == .link })?.node,
      let href = tree.attributeBytes(node, "href"), let target = WebAddress.domain(of: href)
    else { return false }
    return !target.elementsEqual(home)
  }
}
