/// Takes off what is left alone when all rules have been asked: below the last paragraph a heading or
/// a link back to the front page, between paragraphs a heading of few words whose list is gone.
enum EndTrim {
  static func apply(to page: inout Page) {
    for index in page.span.dropLast() where isEmptied(index, page) {
      page.removedBy[index] = "related-list"
    }
    // A run of headings is a list of its own kind.
    var left = 2
    for index in page.span.reversed() where page.removedBy[index] == nil {
      let piece = page.pieces[index]
      if piece.kind == .picture || piece.kind == .embed { continue }
      guard left > 0, index != page.headline, let rule = verdict(on: piece, page) else { return }
      left -= 1
      page.removedBy[index] = rule
    }
  }

  /// «More:» above teasers that were removed.
  private static func isEmptied(_ index: Int, _ page: Page) -> Bool {
    let piece = page.pieces[index]
    guard piece.kind == .heading, page.removedBy[index] == nil, index != page.headline,
      piece.measure.words <= 3, page.words(piece).last == UInt8(ascii: ":")
    else { return false }
    return page.removedBy[index + 1].map { ["teaser-box", "teaser", "link-box"].contains($0) }
      ?? false
  }

  private static func verdict(on piece: Piece, _ page: Page) -> String? {
    if piece.attested >= 0.8 || piece.measure.isProse { return nil }
    if piece.kind == .heading { return "trailing-heading" }
    guard piece.kind == .paragraph else { return nil }
    if piece.measure.words <= 8, page.words(piece).last == UInt8(ascii: ":") {
      return "trailing-heading"
    }
    if page.isFlat {
      return piece.measure.words <= 3 && !piece.measure.endsSentence ? "trailing-heading" : nil
    }
    return piece.isLink && piece.measure.words <= 2 ? "navigation" : nil
  }
}
