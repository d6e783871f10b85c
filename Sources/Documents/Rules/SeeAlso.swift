/// An insert between paragraphs that leads to another article: «Lesen Sie auch: …».
struct SeeAlso: Removal {
  let name = "see-also"

  func removes(_ piece: Piece, at index: Int, on page: Page) -> Bool {
    let measure = piece.measure
    guard piece.kind != .heading || piece.links > 0, measure.words <= 45 else { return false }
    if Self.beginsWithArrow(page.words(piece)), measure.words <= 30 {
      // Some set such marks before the points of their own text.
      return page.isFlat || piece.links > 0 || !measure.isProse
    }
    if piece.phrases.whole.contains(.seeAlso) { return piece.links > 0 || measure.words > 1 }
    if piece.kind == .item, piece.links == 0, !page.isFlat { return false }
    if piece.phrases.opening.contains(.seeAlso) {
      if page.isFlat { return measure.words <= 30 && measure.innerStops <= 1 }
      let isMostlyLink = piece.linkBytes * 2 >= piece.range.count
      return isMostlyLink && measure.innerStops <= 2
        || piece.links > 0 && measure.words <= 8
        || !measure.isProse && !measure.endsSentence
    }
    return piece.phrases.firstWord.contains(.seeAlso) && piece.isLinky && measure.words <= 25
  }

  /// «>> Hier geht es …», «→ Mehr dazu …».
  private static func beginsWithArrow(_ line: ArraySlice<UInt8>) -> Bool {
    line.starts(with: ">> ".utf8) || line.starts(with: "→ ".utf8) || line.starts(with: "➜ ".utf8)
      || line.starts(with: "► ".utf8)
  }
}
