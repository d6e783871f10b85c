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
      guard piece.measure.words <= 60, Self.speaksOfOrigin(flow.page.hashes(piece)) else {
        continue
      }
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
        let found = base?.resolve(href) ?? WebAddress(href),
        isElsewhere(found)
      else { continue }
      return found.string
    }
    return nil
  }

  /// Whether a line has a word for the first time and one for being published.
  ///
  /// - Parameter words: the hashes of its words.
  static func speaksOfOrigin(_ words: ArraySlice<UInt64>) -> Bool {
    words.contains { published.contains($0) } && words.contains { firsts.contains($0) }
  }

  private static let firsts = TopicTable(list: "page-origin-first")
  private static let published = TopicTable(list: "page-origin-published")
}
