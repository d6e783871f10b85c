/// A sentence of the text set once more in large letters.
struct PulledQuote: Removal {
  let name = "pull-quote"

  func removes(_ piece: Piece, at index: Int, on page: Page) -> Bool {
    guard (6...60).contains(piece.measure.words),
      piece.kind == .paragraph || piece.kind == .quotation, !piece.isPost
    else { return false }
    let isSet =
      piece.kind == .quotation || piece.traits.contains(.pullQuote)
      || piece.strongBytes * 10 >= piece.range.count * 9
    // Without markup a short quotation may be the heading of a part.
    if page.isFlat, piece.measure.words < 12 { return false }
    guard isSet || piece.measure.words <= 40 && !page.repeatsItself else { return false }
    let runs = page.hashes(piece).count - 4
    guard runs >= 2 else { return false }
    var elsewhere = 0
    page.forEachRunOfFive(in: piece) { run in
      if (page.homes[run] ?? index) != index { elsewhere += 1 }
    }
    return elsewhere * 10 >= runs * (isSet ? 6 : 9)
  }
}

extension Page {
  /// Gives the hashes of all runs of five words in a piece.
  func forEachRunOfFive(in piece: Piece, _ give: (UInt64) -> Void) {
    let words = hashes(piece)
    guard words.count >= 5 else { return }
    for place in words.startIndex...(words.endIndex - 5) {
      let half = WordWalk.join(WordWalk.join(words[place], words[place + 1]), words[place + 2])
      give(WordWalk.join(WordWalk.join(half, words[place + 3]), words[place + 4]))
    }
  }

  /// Enters the longer pieces of the span as homes of their runs of five words.
  mutating func surveyRuns() {
    let places = span.filter(isHome)
    var homes = PlaceTable(capacity: places.reduce(0) { $0 + pieces[$1].words.count })
    for index in places {
      let words = pieces[index].measure.words
      forEachRunOfFive(in: pieces[index]) { run in
        // The longest piece is the home; a quote set apart is shorter than its paragraph.
        homes.enter(run, index) { pieces[$0].measure.words < words }
      }
    }
    self.homes = homes
  }

  private func isHome(_ index: Int) -> Bool {
    let piece = pieces[index]
    return removedBy[index] == nil && piece.traits.isDisjoint(with: [.caption, .figure])
      && (piece.kind == .paragraph || piece.kind == .item)
      && piece.measure.words > 12 && piece.measure.isProse
  }
}
