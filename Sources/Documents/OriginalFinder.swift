import Markup

/// Finds where a text appeared first, if the page says so: «Dieser Text ist zuerst erschienen bei …»,
/// «This article was originally published on …», or by `isBasedOn` and `original-source`.
struct OriginalFinder {
  let flow: PageFlow
  let data: StructuredData
  let base: WebAddress?

  func address() -> String? {
    for claim in [data.basedOn, flow.signals.meta("original-source", "syndication-source")] {
      guard let claim, let found = WebAddress(claim), isElsewhere(found) else { continue }
      return found.string
    }
    for index in flow.page.span where flow.page.pieces[index].links > 0 {
      let piece = flow.page.pieces[index]
      guard piece.measure.words <= 60, Self.speaksOfOrigin(flow.page.words(piece)) else { continue }
      if let found = link(of: piece) { return found }
    }
    return nil
  }

  private func isElsewhere(_ address: WebAddress) -> Bool { address.outlet != base?.outlet }

  /// The first link of a piece that leads to another outlet.
  private func link(of piece: Piece) -> String? {
    for run in flow.runs[piece.runs] where run.kind == .link {
      guard let node = run.node, let href = flow.tree.attributeBytes(node, "href") else { continue }
      guard
        let found = base?.resolve(Array(href)) ?? WebAddress(String(decoding: href, as: UTF8.self)),
        isElsewhere(found)
      else { continue }
      return found.string
    }
    return nil
  }

  /// Whether a line has a word for the first time and one for being published.
  static func speaksOfOrigin(_ line: ArraySlice<UInt8>) -> Bool {
    var isFirst = false
    var isPublished = false
    var walk = WordWalk(line)
    while let word = walk.next() {
      if firsts.contains(word.hash) { isFirst = true }
      if published.contains(word.hash) { isPublished = true }
    }
    return isFirst && isPublished
  }

  private static let firsts = hashes([
    "zuerst", "ursprünglich", "erstmals", "originally", "first", "originalbeitrag", "originaltext",
  ])
  private static let published = hashes([
    "erschienen", "erschien", "veröffentlicht", "publiziert", "published", "appeared", "erscheint",
  ])

  private static func hashes(_ words: [String]) -> Set<UInt64> {
    Set(
      words.compactMap { word in
        var walk = WordWalk(Array(word.utf8)[...])
        return walk.next()?.hash
      })
  }
}
