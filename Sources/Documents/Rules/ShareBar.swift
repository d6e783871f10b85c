/// The row of buttons for sending an article to a network.
struct ShareBar: Removal {
  let name = "share-bar"

  func removes(_ piece: Piece, at index: Int, on page: Page) -> Bool {
    if piece.isPost { return false }
    if piece.traits.contains(.share), !piece.measure.isProse { return true }
    if Self.namesNetworksOnly(page.words(piece)) { return true }
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
  private static func namesNetworksOnly(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count <= 90 else { return false }
    var walk = WordWalk(line)
    var count = 0
    while let word = walk.next() {
      guard networks.contains(word.hash) else { return false }
      count += 1
    }
    return count >= 2
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

  private static let networks: Set<UInt64> = Set(
    [
      "facebook", "twitter", "x", "google", "whatsapp", "linkedin", "pinterest", "reddit",
      "telegram", "tumblr", "xing", "email", "mail", "e", "instagram", "youtube", "bluesky",
      "mastodon", "threads", "flipboard", "pocket", "messenger", "viber", "vk", "tiktok", "print",
    ].compactMap { word in
      var walk = WordWalk(Array(word.utf8)[...])
      return walk.next()?.hash
    })
}
