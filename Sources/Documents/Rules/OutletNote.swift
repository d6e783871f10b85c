/// What a firm or an outlet says of itself below its news: «Grünau AG is a leading provider of …».
struct OutletNote: Removal {
  let name = "outlet-note"

  func removes(_ piece: Piece, at index: Int, on page: Page) -> Bool {
    guard !page.siteWords.isEmpty, piece.kind == .paragraph, piece.measure.isProse,
      page.isLate(index), index + 6 >= page.span.upperBound
    else { return false }
    let words = page.hashes(piece)
    guard let first = words.first, page.siteWords.contains(first) else { return false }
    // The name may have more words than the site says: «Grünau Hafen AG is …».
    guard let verb = words.dropFirst().prefix(4).firstIndex(where: { Self.verbs.contains($0) })
    else { return false }
    return words[(verb + 1)...].contains { Self.business.contains($0) }
  }

  private static let verbs = TopicTable(list: "page-outlet-verbs")
  private static let business = TopicTable(list: "page-outlet-business")
}
