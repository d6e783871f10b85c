import Markup
import Press

/// Makes an article's blocks of the pieces that were kept.
struct BlockBuilder {
  let flow: PageFlow
  let base: WebAddress?
  private(set) var blocks: [Block] = []
  private var items: [RichText] = []
  private var list = -1
  private var isOrdered = false
  private var rows: [[String]] = []
  private var row = -1
  private var table = -1

  init(_ flow: PageFlow, base: WebAddress?) {
    self.flow = flow
    self.base = base
  }

  mutating func add(_ index: Int) {
    let piece = flow.page.pieces[index]
    if piece.kind != .item || piece.group != list { closeList() }
    if piece.kind != .row || piece.group != table || piece.measure.isProse { closeTable() }
    switch piece.kind {
    case .heading: blocks.append(.heading(text(of: piece), level: min(max(piece.level, 2), 6)))
    case .item:
      list = piece.group
      isOrdered = piece.level == 1
      items.append(text(of: piece))
    case .quotation: blocks.append(.quotation(text(of: piece)))
    case .code: blocks.append(.code(flow.page.string(piece)))
    case .row where !piece.measure.isProse:
      table = piece.group
      if row != piece.row { rows.append([]) }
      row = piece.row
      if !rows.isEmpty { rows[rows.count - 1].append(flow.page.string(piece)) }
    case .picture, .embed:
      if let block = PictureReader(flow: flow, base: base).block(index) { blocks.append(block) }
    case .paragraph, .row, .caption:
      let isPull = piece.traits.contains(.pullQuote)
      blocks.append(isPull ? .pullQuote(text(of: piece)) : .paragraph(text(of: piece)))
    }
  }

  mutating func finish() -> [Block] {
    closeList()
    closeTable()
    return blocks
  }

  private mutating func closeList() {
    if !items.isEmpty { blocks.append(.list(items, isOrdered: isOrdered)) }
    items = []
    list = -1
  }

  private mutating func closeTable() {
    if !rows.isEmpty { blocks.append(.table(rows)) }
    rows = []
    row = -1
    table = -1
  }

  /// A piece's words with their inline runs.
  func text(of piece: Piece) -> RichText {
    var runs: [RichText.Run] = []
    for run in flow.runs[piece.runs] {
      let lower = max(run.range.lowerBound, piece.range.lowerBound) - piece.range.lowerBound
      let upper = min(run.range.upperBound, piece.range.upperBound) - piece.range.lowerBound
      guard lower < upper, let kind = kind(of: run) else { continue }
      runs.append(RichText.Run(lower: lower, upper: upper, kind: kind))
    }
    return RichText(flow.page.string(piece), runs: runs)
  }

  private func kind(of run: PageFlow.InlineRun) -> RichText.Run.Kind? {
    switch run.kind {
    case .strong: return .strong
    case .emphasis: return .emphasis
    case .code: return .code
    case .none: return nil
    case .link:
      guard let node = run.node, let href = flow.tree.attributeBytes(node, "href") else {
        return nil
      }
      return PictureReader.address(href, base: base).map { .link($0) }
    }
  }
}

/// Reads pictures and embeds: their addresses, captions and credits.
struct PictureReader {
  let flow: PageFlow
  let base: WebAddress?

  static func address(_ reference: ArraySlice<UInt8>, base: WebAddress?) -> String? {
    (base.map { $0.resolve(reference) } ?? WebAddress(reference))?.string
  }

  func block(_ index: Int) -> Block? {
    let piece = flow.page.pieces[index]
    guard flow.pictures.indices.contains(piece.picture) else { return nil }
    let found = flow.pictures[piece.picture]
    let tree = flow.tree
    if found.isEmbed {
      guard
        let source = tree.attributeBytes(found.node, "src")
          ?? tree.attributeBytes(found.node, "data-src"),
        let url = Self.address(source, base: base)
      else { return nil }
      return .embed(
        url: url, title: tree.attribute(found.node, "title").map { TextFold.folded($0) })
    }
    let width = tree.attribute(found.node, "width").flatMap { Int($0) }
    let height = tree.attribute(found.node, "height").flatMap { Int($0) }
    if let width, width < 100 { return nil }
    if let height, height < 60 { return nil }
    guard let url = address(of: found.node) else { return nil }
    let (caption, credit) = caption(after: index)
    let alt = tree.attribute(found.node, "alt").map { TextFold.folded($0) }
    return .picture(
      Picture(
        url: url, alt: alt.flatMap { $0.isEmpty ? nil : $0 }, caption: caption, credit: credit,
        width: width, height: height))
  }

  private func address(of node: Node) -> String? {
    for name: StaticString in ["data-src", "data-lazy-src", "data-original", "src"] {
      guard let source = flow.tree.attributeBytes(node, name), source.count < 4000,
        !source.starts(with: "data:".utf8), let url = Self.address(source, base: base)
      else { continue }
      return url
    }
    for name: StaticString in ["srcset", "data-srcset"] {
      guard let set = flow.tree.attributeBytes(node, name) else { continue }
      let first = set.prefix { $0 > 0x20 }
      if !first.starts(with: "data:".utf8), let url = Self.address(first, base: base) { return url }
    }
    return nil
  }

  /// The caption pieces that follow a picture at once.
  private func caption(after index: Int) -> (String?, String?) {
    var captions: [String] = []
    var credit: String?
    var at = index + 1
    while at < flow.page.pieces.count, at <= index + 4 {
      let piece = flow.page.pieces[at]
      guard
        piece.kind == .caption || piece.traits.contains(.caption) || piece.traits.contains(.figure),
        piece.kind != .picture
      else { break }
      let line = flow.page.string(piece)
      let isCredit = line.hasPrefix("©") || piece.phrases.opening.contains(.credit)
      if isCredit, piece.measure.words <= 12 {
        credit = credit ?? line
      } else {
        captions.append(line)
      }
      at += 1
    }
    return (captions.isEmpty ? nil : captions.joined(separator: " "), credit)
  }
}
