/// What stands in a part of the page that is named for something else than its text.
struct Surroundings: Removal {
  let name = "surroundings"

  private static let parts: Traits = [
    .navigation, .footer, .aside, .comments, .consent, .hidden, .advertisement, .share, .related,
  ]

  func removes(_ piece: Piece, at index: Int, on page: Page) -> Bool {
    // A post that is quoted stands in elements named for its network.
    if piece.kind == .quotation, piece.measure.words >= 8 || piece.isPost,
      piece.traits.isDisjoint(with: Self.parts.subtracting(.share))
    {
      return false
    }
    return !piece.traits.isDisjoint(with: Self.parts) && piece.attested < 0.8
  }
}
