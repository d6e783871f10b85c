/// An appeal to readers to pay for the outlet's work, set below the text.
struct DonationAppeal: Removal {
  let name = "donation"

  func removes(_ piece: Piece, at index: Int, on page: Page) -> Bool {
    guard (12...160).contains(piece.measure.words), page.isLate(index),
      index + 8 >= page.span.upperBound
    else { return false }
    var walk = WordWalk(page.words(piece))
    var named: Set<UInt64> = []
    var isAddressed = false
    while let word = walk.next() {
      if Self.money.contains(word.hash) { named.insert(word.hash) }
      if Self.reader.contains(word.hash) { isAddressed = true }
    }
    return isAddressed && named.count >= 3
  }

  private static let money = hashes(
    """
    spende spenden spendenfinanziert unterstützen unterstützung unterstützt unabhängig unabhängige
    unabhängigen unabhängiger journalismus solidarität werbefrei paywall genossenschaft
    donate donation donations support supporting independent journalism contribute contribution
    contributions reader-funded nonprofit membership
    """)

  private static let reader = hashes("sie ihre ihrer ihren du deine deiner dein euch you your")

  private static func hashes(_ words: String) -> Set<UInt64> {
    var walk = WordWalk(Array(words.utf8)[...])
    var out: Set<UInt64> = []
    while let word = walk.next() { out.insert(word.hash) }
    return out
  }
}
