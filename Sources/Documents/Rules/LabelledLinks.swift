/// Links behind a label, below the last paragraph: «Related Roundup: …», «Themen: …».
struct LabelledLinks: Removal {
  let name = "labelled-links"

  func removes(_ piece: Piece, at index: Int, on page: Page) -> Bool {
    guard piece.kind == .paragraph, piece.links > 0, piece.measure.words <= 8, !piece.leadsAway,
      !piece.measure.endsSentence, page.isLate(index)
    else { return false }
    let line = page.words(piece)
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return false }
    guard colon + 1 < line.endIndex, line[colon + 1] == 0x20,
      !line[(colon + 2)...].starts(with: "http".utf8),
      !line[(colon + 2)...].starts(with: "www".utf8)
    else { return false }
    let label = Measure(line[..<colon])
    guard (1...3).contains(label.words), piece.linkBytes * 10 >= (line.endIndex - colon) * 5 else {
      return false
    }
    return page.isBelowText(index)
  }
}
