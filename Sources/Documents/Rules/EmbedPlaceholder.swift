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
      return measure.words <= 8 && Self.isClock(page.words(piece), page.hashes(piece))
    }
    if measure.words <= 12, !measure.isProse, !measure.endsSentence { return true }
    return measure.words <= 70 && page.hashes(piece).contains { Self.marks.contains($0) }
  }

  /// «• Video 7:43 cnn»: a running time in a line of few words.
  private static func isClock(_ line: ArraySlice<UInt8>, _ words: ArraySlice<UInt64>) -> Bool {
    guard line.count <= 60, let first = words.first, video.contains(first) else { return false }
    return line.contains(UInt8(ascii: ":"))
  }

  private static let video = TopicTable(list: "page-embed-kinds")
  /// Words of lines that ask for leave to load something.
  private static let marks = TopicTable(list: "page-embed-consent")
}
