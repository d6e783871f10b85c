/// What a firm or an outlet says of itself below its news: «Grünau AG is a leading provider of …».
struct OutletNote: Removal {
  let name = "outlet-note"

  func removes(_ piece: Piece, at index: Int, on page: Page) -> Bool {
    guard !page.siteWords.isEmpty, piece.kind == .paragraph, piece.measure.isProse,
      page.isLate(index), index + 6 >= page.span.upperBound
    else { return false }
    var walk = WordWalk(page.words(piece))
    guard let first = walk.next(), page.siteWords.contains(first.hash) else { return false }
    // The name may have more words than the site says: «Grünau Hafen AG is …».
    for _ in 0..<4 {
      guard let word = walk.next() else { return false }
      if Self.verbs.contains(word.hash) { return speaksOfBusiness(&walk) }
    }
    return false
  }

  private func speaksOfBusiness(_ walk: inout WordWalk) -> Bool {
    while let word = walk.next() {
      if Self.business.contains(word.hash) { return true }
    }
    return false
  }

  private static let verbs = hashes("is ist are sind aims was provides bietet")

  private static let business = hashes(
    """
    provider leading leader headquartered founded committed worldwide global employs solutions
    anbieter führender führende hauptsitz gegründet weltweit beschäftigt unternehmensgruppe
    """)

  private static func hashes(_ words: String) -> Set<UInt64> {
    var walk = WordWalk(Array(words.utf8)[...])
    var out: Set<UInt64> = []
    while let word = walk.next() { out.insert(word.hash) }
    return out
  }
}
