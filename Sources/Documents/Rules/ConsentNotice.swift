/// A cookie or consent notice.
struct ConsentNotice: Removal {
  let name = "consent"

  func removes(_ piece: Piece, at index: Int, on page: Page) -> Bool {
    let measure = piece.measure
    if piece.traits.contains(.consent) { return true }
    if measure.words <= 160, Self.cookies(page.hashes(piece)) >= 2 { return true }
    guard measure.words <= 80 else { return false }
    if piece.phrases.whole.contains(.consent) { return piece.isLabel }
    return piece.phrases.opening.contains(.consent) && (piece.links > 0 || measure.words <= 30)
      && piece.kind != .heading
  }

  /// How often a line speaks of cookies.
  private static func cookies(_ words: ArraySlice<UInt64>) -> Int {
    words.count { marks.contains($0) }
  }

  private static let marks = TopicTable(list: "page-cookie-words")
}
