/// Promotion of a newsletter, a subscription or a donation.
struct NewsletterPromotion: Removal {
  let name = "newsletter"

  func removes(_ piece: Piece, at index: Int, on page: Page) -> Bool {
    let measure = piece.measure
    if piece.traits.contains(.promotion), measure.words <= 60 { return true }
    if piece.phrases.closing.contains(.newsletter), measure.words <= 60 { return true }
    guard measure.words <= 45 else { return false }
    if piece.phrases.whole.contains(.newsletter) { return measure.words > 1 || piece.links > 0 }
    guard piece.phrases.opening.contains(.newsletter) else {
      return piece.phrases.firstWord.contains(.newsletter) && piece.kind != .heading
        && (piece.isLinky || measure.words <= 3)
    }
    if Self.speaksOfPost(page.hashes(piece)) { return true }
    return measure.words <= 14 && !measure.isProse && (piece.links > 0 || !measure.endsSentence)
  }

  /// Whether a line names a newsletter, an inbox or a subscription.
  ///
  /// - Parameter words: the hashes of its words.
  static func speaksOfPost(_ words: ArraySlice<UInt64>) -> Bool {
    words.contains { marks.contains($0) }
  }

  private static let marks = TopicTable(list: "page-post-words")
}
