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
    var (first, second, third, fourth): (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    var count = 0
    var out: [UInt64] = []
    out.reserveCapacity(piece.measure.words)
    while let word = walk.next() {
      count += 1
      if count >= 5 {
        let half = WordWalk.join(WordWalk.join(first, second), third)
        out.append(WordWalk.join(WordWalk.join(half, fourth), word.hash))
      }
      (first, second, third, fourth) = (second, third, fourth, word.hash)
    }
    return out
  }

  /// Enters the longer pieces of the span as homes of their runs of five words.
  mutating func surveyRuns() {
    let places = span.filter(isHome)
    homes = PlaceTable(capacity: places.reduce(0) { $0 + pieces[$1].measure.words })
    for index in places {
      let words = pieces[index].measure.words
      for run in runsOfFive(in: pieces[index]) {
        // The longest piece is the home; a quote set apart is shorter than its paragraph.
        homes.enter(run, index) { pieces[$0].measure.words < words }
      }
    }
  }

  private func isHome(_ index: Int) -> Bool {
    let piece = pieces[index]
    return removedBy[index] == nil && piece.traits.isDisjoint(with: [.caption, .figure])
      && (piece.kind == .paragraph || piece.kind == .item)
      && piece.measure.words > 12 && piece.measure.isProse
  }
}
