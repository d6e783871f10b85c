/// A sentence of the text set once more in large letters.
struct PulledQuote: Removal {
  let name = "pull-quote"

  func removes(_ piece: Piece, at index: Int, on page: Page) -> Bool {
    guard (6...60).contains(piece.measure.words),
      piece.kind == .paragraph || piece.kind == .quotation
    else { return false }
    let isSet =
      piece.kind == .quotation || piece.traits.contains(.pullQuote)
      || piece.strongBytes * 10 >= piece.range.count * 9
    guard isSet || piece.measure.words <= 40 else { return false }
    let runs = page.runsOfFive(in: piece)
    guard runs.count >= 2 else { return false }
    let elsewhere = runs.count { (page.homes[$0] ?? index) != index }
    return elsewhere * 10 >= runs.count * (isSet ? 6 : 9)
  }
}

extension Page {
  /// Hashes of all runs of five words in a piece.
  func runsOfFive(in piece: Piece) -> [UInt64] {
    var walk = WordWalk(words(piece))
    var last: [UInt64] = []
    var out: [UInt64] = []
    while let word = walk.next() {
      last.append(word.hash)
      if last.count > 5 { last.removeFirst() }
      if last.count == 5 { out.append(last.reduce(WordWalk.seed, WordWalk.join)) }
    }
    return out
  }

  /// Enters the longer pieces of the span as homes of their runs of five words.
  mutating func surveyRuns() {
    homes = [:]
    for index in span where removedBy[index] == nil {
      let piece = pieces[index]
      guard piece.kind == .paragraph || piece.kind == .item, piece.measure.words > 12,
        piece.measure.isProse
      else { continue }
      for run in runsOfFive(in: piece) {
        // The longest piece is the home; a quote set apart is shorter than its paragraph.
        if let other = homes[run], pieces[other].measure.words >= piece.measure.words { continue }
        homes[run] = index
      }
    }
  }
}
