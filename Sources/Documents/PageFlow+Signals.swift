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
    guard signals.metas.count < 400, let content = tree.attribute(node, "content") else { return }
    for key in [
      tree.attribute(node, "property"), tree.attribute(node, "name"),
      tree.attribute(node, "itemprop"), tree.attribute(node, "http-equiv"),
    ] {
      guard let key, !key.isEmpty, key.utf8.count < 80 else { continue }
      signals.metas.append((key.lowercased(), content))
    }
  }

  private mutating func read(link node: Node) {
    guard let rel = tree.attribute(node, "rel")?.lowercased() else { return }
    if rel == "canonical" { signals.canonical = signals.canonical ?? tree.attribute(node, "href") }
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
    guard frame.mayNameAuthor, length > 0, length <= 200 else { return }
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

  /// Whether the link of a piece leads to another domain.
  mutating func leadsAway(_ piece: Piece) -> Bool {
    guard let node = runs[piece.runs].last(where: { $0.kind == .link })?.node,
      let href = tree.attributeBytes(node, "href"), let target = WebAddress.domain(of: href)
    else { return false }
    let home =
      domain ?? (url ?? signals.canonical ?? signals.meta("og:url")).flatMap {
        WebAddress.domain(of: Array($0.utf8)[...]).map { Array($0) }
      } ?? []
    domain = home
    return !home.isEmpty && !target.elementsEqual(home)
  }
}

/// Words in a class by which the name of an author is known.
enum AuthorClasses {
  static func strength(of value: ArraySlice<UInt8>) -> Int {
    var best = 0
    for part in value.prefix(300).split(separator: 0x20) {
      let lower = part.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
      let text = String(decoding: lower, as: UTF8.self)
      if let found = table[text] {
        best = max(best, found)
      } else if text.hasSuffix("author-name") || text.hasSuffix("authorname")
        || text.hasSuffix("author__name") || text.hasSuffix("byline__name")
      {
        best = max(best, 4)
      } else if text.hasSuffix("author") || text.hasSuffix("byline") || text.hasSuffix("autor") {
        best = max(best, 2)
      }
    }
    return best
  }

  /// Whether `ut`, `by`, `fn` or `wr` stands in the value, as in all words looked for.
  static func mayNameAuthor(_ value: ArraySlice<UInt8>) -> Bool {
    var last: UInt8 = 0
    for byte in value {
      switch (last, byte | 0x20) {
      case (0x75, 0x74), (0x62, 0x79), (0x66, 0x6E), (0x77, 0x72): return true
      default: last = byte | 0x20
      }
    }
    return false
  }

  private static let table: [String: Int] = [
    "author": 3, "byline": 3, "autor": 3, "fn": 3, "authors": 3, "autoren": 3, "p-author": 4,
    "article-author": 3, "post-author": 3, "entry-author": 3, "author-link": 3, "bypostauthor": 0,
    "comment-author": 0, "byline-author": 4, "author-name": 5, "name-author": 4, "writer": 3,
  ]
}
