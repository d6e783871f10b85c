import Languages

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
    if Self.isPath(page.words(piece), measure) { return true }
    return page.isFlat && isPointer(page.words(piece)) || isCrumb(page.words(piece), measure)
  }

  /// «NEXT …», «PREV …»: the neighbour's headline behind a word in capitals.
  private func isPointer(_ line: ArraySlice<UInt8>) -> Bool {
    Self.pointers.contains { line.starts(with: $0) && line.dropFirst($0.count).first == 0x20 }
  }

  private static let pointers = PageWords.text(of: "page-pointers").split(separator: 10)

  /// «Start » Wissen » Umwelt»: parts of few words with the same sign between them, twice or more.
  private static func isPath(_ line: ArraySlice<UInt8>, _ measure: Measure) -> Bool {
    guard measure.words <= 24, !measure.endsSentence || measure.innerStops == 0 else {
      return false
    }
    var signs = 0
    var last: UInt8 = 0
    for index in line.indices {
      let byte = line[index]
      let isSign =
        byte == UInt8(ascii: ">") && last == 0x20
        || byte == 0xBB && last == 0xC2
        || byte == 0xBA && last == 0x80
      if isSign, index + 1 < line.endIndex, line[index + 1] == 0x20 { signs += 1 }
      last = byte
    }
    return signs >= 2
  }

  /// Nothing but a sign, or «- in».
  private func isCrumb(_ line: ArraySlice<UInt8>, _ measure: Measure) -> Bool {
    measure.words == 0 && line.first != UInt8(ascii: "_")
      || measure.words == 1 && line.count <= 4 && line.first == UInt8(ascii: "-")
  }
}
