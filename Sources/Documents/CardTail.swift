/// Ends an article at a heading of other articles below which each paragraph has a bar of its own:
/// the same few words, to share it, that stand at the article itself.
enum CardTail {
  static func apply(to page: inout Page) {
    guard !page.isFlat,
      let heading = page.span.first(where: { page.removedBy[$0] == "related-list" })
    else { return }
    let below = (heading + 1)..<max(page.span.upperBound, heading + 1)
    let bars = below.count { page.removedBy[$0] == "repeated-label" }
    let paragraphs = below.count { page.removedBy[$0] == nil && page.pieces[$0].measure.isProse }
    let own = (page.span.lowerBound..<heading).count { page.removedBy[$0] == "repeated-label" }
    guard (1...2).contains(own), paragraphs >= 3, bars * 10 >= paragraphs * 8 else { return }
    for index in below where page.removedBy[index] == nil {
      page.removedBy[index] = "related-list"
    }
  }
}
