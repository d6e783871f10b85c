/// A way around the site.
struct NavigationLine: Removal {
  let name = "navigation"

  func removes(_ piece: Piece, at index: Int, on page: Page) -> Bool {
    let measure = piece.measure
    if piece.traits.contains(.navigation) || piece.traits.contains(.tags) {
      return !measure.isProse
    }
    if piece.phrases.whole.contains(.navigation) { return piece.kind != .heading || page.isFlat }
    if piece.phrases.closing.contains(.navigation) { return measure.words <= 8 }
    if piece.phrases.opening.contains(.navigation), measure.words <= 8, !measure.endsSentence {
      return piece.links > 0 || page.isFlat
    }
    return page.isFlat && isPointer(page.words(piece)) || isCrumb(page.words(piece), measure)
  }

  /// «NEXT …», «PREV …»: the neighbour's headline behind a word in capitals.
  private func isPointer(_ line: ArraySlice<UInt8>) -> Bool {
    ["NEXT ", "PREV ", "PREVIOUS ", "ALSO READ ", "READ "].contains { line.starts(with: $0.utf8) }
  }

  /// Nothing but a sign, or «- in».
  private func isCrumb(_ line: ArraySlice<UInt8>, _ measure: Measure) -> Bool {
    measure.words == 0 && line.first != UInt8(ascii: "_")
      || measure.words == 1 && line.count <= 4 && line.first == UInt8(ascii: "-")
  }
}
