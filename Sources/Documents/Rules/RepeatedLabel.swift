/// A label that stands between the paragraphs again and again: «Article content».
struct RepeatedLabel: Removal {
  let name = "repeated-label"

  func removes(_ piece: Piece, at index: Int, on page: Page) -> Bool {
    guard (1...(page.isFlat ? 8 : 2)).contains(page.repeated.count), piece.measure.words <= 6,
      piece.kind != .heading, !piece.measure.endsSentence, piece.kind != .row,
      !page.isFlat || !piece.phrases.whole.contains(.related)
    else {
      return false
    }
    // «Main features:» above a list belongs to it.
    if index + 1 < page.span.upperBound, page.pieces[index + 1].kind == .item,
      page.words(piece).last == UInt8(ascii: ":")
    {
      return false
    }
    return page.repeated.contains(Page.hash(of: page.words(piece)))
  }
}
