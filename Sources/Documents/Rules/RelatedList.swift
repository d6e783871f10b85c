/// The heading of a list of other articles, and the list: «Mehr zum Thema», «Most read».
struct RelatedList: Removal {
  let name = "related-list"

  /// Items of a list that are looked at.
  private static let mostItems = 100

  func removes(_ piece: Piece, at index: Int, on page: Page) -> Bool {
    if piece.traits.contains(.related), piece.links > 0 || piece.isLabel { return true }
    if isHeading(piece, at: index, on: page) { return true }
    guard index > page.span.lowerBound, page.removedBy[index - 1] == name else { return false }
    if piece.kind == .item, piece.links > 0, page.isLate(index) { return true }
    return piece.isLinky || (page.isFlat || page.isLate(index)) && piece.isLabel
  }

  private func isHeading(_ piece: Piece, at index: Int, on page: Page) -> Bool {
    let measure = piece.measure
    guard measure.words <= 10, !measure.endsSentence || piece.kind == .heading else { return false }
    if piece.phrases.whole.contains(.related) {
      return leadsToList(index, on: page) || page.isFlat || page.isLate(index) && measure.words > 1
    }
    if measure.words <= 5, Self.beginsWithMore(page.hashes(piece)), isAboveLinkedItems(index, page)
    {
      return true
    }
    guard piece.phrases.opening.contains(.related) || piece.phrases.closing.contains(.related)
    else { return false }
    return leadsToList(index, on: page)
      || page.isLate(index)
        && (page.isFlat || piece.kind == .heading || next(index, on: page)?.isLabel ?? true)
  }

  private func next(_ index: Int, on page: Page) -> Piece? {
    index + 1 < page.span.upperBound ? page.pieces[index + 1] : nil
  }

  /// «More great stories» above a list at the end in which every item has a link.
  private func isAboveLinkedItems(_ index: Int, _ page: Page) -> Bool {
    guard page.isLate(index) else { return false }
    let below = page.pieces[(index + 1)..<page.span.upperBound].prefix(Self.mostItems)
    let items = below.prefix { $0.kind == .item }
    return items.count >= 3 && items.allSatisfy { $0.links > 0 }
  }

  /// «More Morning Gazette»: more, and the outlet's name.
  static func isMoreOfOutlet(_ piece: Piece, on page: Page) -> Bool {
    guard (2...6).contains(piece.measure.words), !piece.measure.endsSentence,
      !page.siteWords.isEmpty,
      beginsWithMore(page.hashes(piece))
    else { return false }
    return page.siteWords.isSubset(of: WordSet(hashes: page.hashes(piece)))
  }

  private static func beginsWithMore(_ words: ArraySlice<UInt64>) -> Bool {
    words.first.map { more.contains($0) } ?? false
  }

  private static let more = TopicTable(list: "page-more-words")

  /// Whether links follow, or nothing.
  private func leadsToList(_ index: Int, on page: Page) -> Bool {
    guard index + 1 < page.span.upperBound else { return true }
    let next = page.pieces[index + 1]
    return next.isLinky || next.kind == .picture || next.isLabel && page.isFlat
  }
}
