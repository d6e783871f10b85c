/// What stands where a video, a post or another foreign part was.
struct EmbedPlaceholder: Removal {
  let name = "embed-placeholder"

  func removes(_ piece: Piece, at index: Int, on page: Page) -> Bool {
    let measure = piece.measure
    if piece.traits.contains(.embed), !measure.isProse {
      return piece.kind != .quotation && piece.kind != .row
    }
    if piece.phrases.whole.contains(.embed) { return piece.kind != .heading || measure.words > 1 }
    guard piece.phrases.opening.contains(.embed), piece.kind != .heading else {
      return measure.words <= 8 && Self.isClock(page.words(piece))
    }
    if measure.words <= 12, !measure.isProse, !measure.endsSentence { return true }
    return measure.words <= 70 && Self.speaksOfConsent(page.words(piece))
  }

  /// «• Video 7:43 cnn»: a running time in a line of few words.
  private static func isClock(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count <= 60 else { return false }
    var walk = WordWalk(line)
    guard let first = walk.next(), video.contains(first.hash) else { return false }
    return line.contains(UInt8(ascii: ":"))
  }

  /// Whether a line asks for leave to load something.
  private static func speaksOfConsent(_ line: ArraySlice<UInt8>) -> Bool {
    var walk = WordWalk(line)
    while let word = walk.next() {
      if marks.contains(word.hash) { return true }
    }
    return false
  }

  private static let video = hashes(["video", "audio", "podcast"])
  private static let marks = hashes([
    "inhalt", "inhalte", "externer", "externe", "externen", "datenschutzerklärung",
    "drittplattformen", "zustimmung", "plattformen", "content", "javascript", "browser", "cookies",
    "drittanbietern", "drittanbieter", "einverstanden", "youtube", "instagram", "twitter",
  ])

  private static func hashes(_ words: [String]) -> Set<UInt64> {
    Set(
      words.compactMap { word in
        var walk = WordWalk(Array(word.utf8)[...])
        return walk.next()?.hash
      })
  }
}
