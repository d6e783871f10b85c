/// An appeal to readers to pay for the outlet's work, set below the text.
struct DonationAppeal: Removal {
  let name = "donation"

  func removes(_ piece: Piece, at index: Int, on page: Page) -> Bool {
    guard (12...160).contains(piece.measure.words), page.isLate(index),
      index + 8 >= page.span.upperBound
    else { return false }
    let words = page.hashes(piece)
    guard words.contains(where: { Self.reader.contains($0) }) else { return false }
    return Set(words.lazy.filter { Self.money.contains($0) }).count >= 3
  }

  private static let money = TopicTable(list: "page-donation-words")
  private static let reader = TopicTable(list: "page-reader-words")
}
