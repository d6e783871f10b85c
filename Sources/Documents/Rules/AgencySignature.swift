/// The signature of an agency: «© dpa-infocom, dpa:210503-99-444/2», «(dpa/lno)».
struct AgencySignature: Removal {
  let name = "agency"

  func removes(_ piece: Piece, at index: Int, on page: Page) -> Bool {
    let measure = piece.measure
    guard measure.words <= 40, piece.kind != .heading else { return false }
    if measure.words <= 14, Self.isSignature(page.words(piece)) { return true }
    if page.isLate(index), index + 4 >= page.span.upperBound,
      Self.isShorthand(page.words(piece)) || isSource(piece, on: page)
        || Self.beginsWithShorthand(page.words(piece))
    {
      return true
    }
    guard page.isLate(index), index + 6 >= page.span.upperBound else { return false }
    if index + 4 >= page.span.upperBound, measure.digits == 0,
      piece.phrases.opening.contains(.meta),
      page.words(piece).prefix(40).contains(UInt8(ascii: ":")), !measure.isProse
    {
      return true
    }
    return piece.phrases.opening.contains(.agency)
      || piece.phrases.firstWord.contains(.agency) && measure.words <= 4
  }

  /// «Grünauer Bote / Hafenblatt»: the outlet, and where it has the news from.
  private func isSource(_ piece: Piece, on page: Page) -> Bool {
    piece.measure.words <= 6 && !piece.measure.endsSentence && !page.siteWords.isEmpty
      && page.words(piece).contains(UInt8(ascii: "/"))
      && page.siteWords.isSubset(of: WordSet(hashes: page.hashes(piece)))
  }

  /// «ssi, dan; Foto: Archiv»
  private static func beginsWithShorthand(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count <= 120, let end = line.firstIndex(of: UInt8(ascii: ";")) else { return false }
    return isShorthand(line[..<end])
  }

  /// «(dmk)», «jse/abc»: the letters by which editors sign.
  private static func isShorthand(_ line: ArraySlice<UInt8>) -> Bool {
    guard (2...12).contains(line.count) else { return false }
    var letters = 0
    for byte in line {
      switch byte {
      case 0x61...0x7A: letters += 1
      case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"): letters = 0
      case UInt8(ascii: "/"), UInt8(ascii: ","), 0x20: letters = 0
      default: return false
      }
      if letters > 4 { return false }
    }
    return true
  }

  /// Whether nothing but agencies' names and marks stands in a line.
  static func isSignature(_ line: ArraySlice<UInt8>) -> Bool {
    if line.count > 120 { return false }
    var walk = WordWalk(line)
    var agencies = 0
    var others = 0
    while let word = walk.next() {
      if marks.contains(word.hash) { agencies += 1 } else { others += 1 }
    }
    guard agencies > 0 else { return false }
    let isMarked =
      [UInt8(ascii: "("), UInt8(ascii: "[")].contains(line.first ?? 0)
      || line.starts(with: [0xC2, 0xA9]) || line.contains(UInt8(ascii: "/"))
      || line.contains(UInt8(ascii: ":"))
    return others == 0 || isMarked && others <= agencies + 2 && line.count <= 60
  }

  private static let marks = TopicTable(list: "page-agencies")
}
