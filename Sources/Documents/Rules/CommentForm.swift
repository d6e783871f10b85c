/// A comment form, its heading, its fields, and the comments below it.
struct CommentForm: Removal {
  let name = "comment-form"

  func removes(_ piece: Piece, at index: Int, on page: Page) -> Bool {
    if piece.traits.contains(.comments) { return true }
    let measure = piece.measure
    if piece.phrases.closing.contains(.comments), measure.words <= 3, measure.digits > 0 {
      return true
    }
    if piece.phrases.whole.contains(.comments) { return measure.words > 1 || page.isLate(index) }
    if piece.phrases.opening.contains(.comments) {
      return measure.words <= 20 && (page.isLate(index) || piece.isLinky)
        && !(measure.isProse && piece.phrases.opening.rawValue.nonzeroBitCount > 1)
    }
    if piece.phrases.firstWord.contains(.comments) {
      return measure.words <= 3 && measure.digits > 0
    }
    guard page.isFlat, index > page.span.lowerBound else { return false }
    return page.removedBy[index - 1] == name && piece.isLabel && page.isLate(index)
  }
}
