/// A picture's caption, known by the credit in the line below it: in flattened text, or in an element
/// that holds nothing but a picture, its caption and its credit.
///
/// Where in flattened text a credit also stands directly below a long paragraph, this page's pictures
/// have no captions, and the rule says nothing.
struct CaptionAboveCredit: Removal {
  let name = "caption"

  /// Words of a caption at most, and words from which on a line is a paragraph for certain.
  private static let longest = 40
  private static let paragraph = 55

  func removes(_ piece: Piece, at index: Int, on page: Page) -> Bool {
    guard piece.kind == .paragraph, (3...Self.longest).contains(piece.measure.words),
      piece.measure.innerStops <= 2, index + 1 < page.span.upperBound,
      Self.isCredit(page.pieces[index + 1], at: index + 1, on: page)
    else { return false }
    return page.isFlat ? !page.hasBareCredits : isBox(around: index, on: page)
  }

  /// Whether the element around a piece holds a picture before it and one piece behind it, no more.
  private func isBox(around index: Int, on page: Page) -> Bool {
    guard index > 0, page.pieces[index - 1].kind == .picture else { return false }
    let box = page.pieces[index - 1].element
    func isInside(_ place: Int) -> Bool {
      guard page.pieces.indices.contains(place) else { return false }
      let piece = page.pieces[place]
      return piece.element == box || piece.container == box || piece.hall == box
    }
    return box >= 0 && isInside(index) && isInside(index + 1) && !isInside(index + 2)
      && !isInside(index - 2)
  }

  /// Whether a credit stands directly below a long paragraph.
  static func isUncaptioned(_ page: Page) -> Bool {
    page.span.contains { below in
      below > page.span.lowerBound && page.pieces[below - 1].measure.words >= paragraph
        && isCredit(page.pieces[below], at: below, on: page)
    }
  }

  /// A line that says no more than whose picture it is.
  private static func isCredit(_ piece: Piece, at index: Int, on page: Page) -> Bool {
    guard piece.measure.words <= 14, !piece.measure.isSentence else { return false }
    let line = page.words(piece)
    if line.starts(with: [0xC2, 0xA9]) { return true }
    if piece.phrases.closing.contains(.legal), line.contains(UInt8(ascii: "/")) { return true }
    return piece.phrases.opening.contains(.credit) && piece.measure.words > 1
      && line.contains(UInt8(ascii: ":"))
  }
}
