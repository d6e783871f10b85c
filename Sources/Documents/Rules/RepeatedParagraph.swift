/// A paragraph that stood before, word by word.
struct RepeatedParagraph: Removal {
  let name = "repeated-paragraph"

  func removes(_ piece: Piece, at index: Int, on page: Page) -> Bool {
    guard piece.measure.words >= 8, !page.repeatsItself,
      let first = page.firstPlace[Page.hash(of: page.words(piece))]
    else { return false }
    return first < index && page.removedBy[first] == nil
  }
}
