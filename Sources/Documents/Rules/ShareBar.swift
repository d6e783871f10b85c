/// The row of buttons for sending an article to a network.
struct ShareBar: Removal {
  let name = "share-bar"

  func removes(_ piece: Piece, at index: Int, on page: Page) -> Bool {
    if piece.isPost { return false }
    if piece.traits.contains(.share), !piece.measure.isProse { return true }
    if piece.range.count <= 90, Self.areNetworks(page.hashes(piece)) { return true }
    if piece.links >= 3, page.isLate(index), piece.measure.words <= 24,
      Self.networksNamed(in: page.words(piece)) >= 3
    {
      return true
    }
    if piece.phrases.whole.contains(.share) { return piece.kind != .heading || page.isLate(index) }
    return piece.phrases.opening.contains(.share) && piece.measure.words <= 9
      && !piece.measure.endsSentence
  }

  /// «Facebook Twitter Google+ WhatsApp»: two networks or more and nothing else, in any language.
  private static func areNetworks(_ words: ArraySlice<UInt64>) -> Bool {
    words.count >= 2 && words.allSatisfy { networks.contains($0) }
  }

  /// «Follow us on Instagram, Facebook and YouTube.»
  private static func networksNamed(in line: ArraySlice<UInt8>) -> Int {
    var walk = WordWalk(line)
    var count = 0
    while let word = walk.next() {
      if word.end - word.start > 2, networks.contains(word.hash) { count += 1 }
    }
    return count
  }

  private static let networks = TopicTable(list: "page-networks")
}
