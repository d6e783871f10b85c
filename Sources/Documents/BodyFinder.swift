/// Finds the element that holds the article's text: the one whose pieces weigh most, running text
/// counting for it and furniture against it.
struct BodyFinder {
  /// The pieces of the best element.
  static func span(_ page: Page, _ enclosures: [PageFlow.Enclosure]) -> Range<Int> {
    var sums = [0.0]
    sums.reserveCapacity(page.pieces.count + 1)
    for piece in page.pieces { sums.append((sums.last ?? 0) + weight(piece)) }
    var best = 0..<page.pieces.count
    var bestScore = sums.last ?? 0
    for enclosure in enclosures where !enclosure.pieces.isEmpty {
      var score = sums[enclosure.pieces.upperBound] - sums[enclosure.pieces.lowerBound]
      if enclosure.own.contains(.body) { score *= 1.15 }
      if enclosure.own.contains(.article) { score *= 1.03 }
      if score > bestScore || score == bestScore && enclosure.pieces.count <= best.count {
        bestScore = score
        best = enclosure.pieces
      }
    }
    return best
  }

  static let furniture: Traits = [
    .navigation, .footer, .comments, .related, .share, .promotion, .advertisement, .consent,
    .legal, .tags, .hidden, .author,
  ]

  static func weight(_ piece: Piece) -> Double {
    let measure = piece.measure
    let words = Double(min(measure.words, 80))
    if piece.attested >= 0.6 { return words + 10 }
    if !piece.traits.isDisjoint(with: furniture) { return measure.isProse ? -0.4 * words : -3 }
    if piece.traits.contains(.aside) { return measure.isProse ? -0.3 * words : -2 }
    if piece.kind == .picture || piece.kind == .embed { return 0 }
    if piece.kind == .caption || piece.traits.contains(.caption) { return 0 }
    let linked = Double(piece.linkBytes) / Double(max(piece.range.count, 1))
    if measure.isProse { return words * max(-0.1, 1 - 1.2 * linked) }
    if linked > 0.6 { return piece.kind == .item ? -3 : -2.5 }
    if piece.kind == .heading { return 0.5 }
    if measure.isSentence { return 0.8 * words * (1 - linked) }
    if piece.kind == .item || piece.kind == .row {
      return measure.words > 4 ? 0.3 * words * (1 - linked) : -0.3
    }
    return measure.words > 15 ? 0.3 * words : -1.5
  }
}
