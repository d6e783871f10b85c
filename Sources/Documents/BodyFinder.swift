/// Finds the element that holds the article's text: the one whose pieces weigh most, running text
/// counting for it and furniture against it.
struct BodyFinder {
  /// An element's worth: that of its own pieces and of the elements in it. What counts against the
  /// article inside one element counts no further: rules can take it out as a whole.
  private static let floor = -4.0
  /// An element is chosen over the one around it when it holds this share of its worth.
  private static let share = 0.86

  let worths: [Double]

  init(_ page: Page, _ enclosures: [PageFlow.Enclosure]) {
    var worths = Array(repeating: 0.0, count: enclosures.count)
    // An element of one piece is never the article: its weight counts for the element around it.
    for piece in page.pieces where enclosures.indices.contains(piece.element) {
      let own = enclosures[piece.element]
      let holder = own.pieces.count == 1 ? Int(own.parent) : piece.element
      if worths.indices.contains(holder) { worths[holder] += Self.weight(piece) }
    }
    for index in enclosures.indices.reversed() {
      let parent = Int(enclosures[index].parent)
      if enclosures.indices.contains(parent) { worths[parent] += max(worths[index], Self.floor) }
    }
    self.worths = worths
  }

  /// The element that holds the article's text.
  func root(_ enclosures: [PageFlow.Enclosure], headline: Int?) -> Int? {
    guard var best = worths.indices.max(by: { worths[$0] < worths[$1] }) else { return nil }
    // The worthiest child of each element, -1 for none.
    var heirs = Array(repeating: -1, count: enclosures.count)
    for index in enclosures.indices {
      let parent = Int(enclosures[index].parent)
      guard parent >= 0 else { continue }
      let other = heirs[parent]
      if other < 0 || worths[other] < worths[index] { heirs[parent] = index }
    }
    while heirs[best] >= 0 {
      let heir = heirs[best]
      let bonus = enclosures[heir].own.contains(.body) ? 1.1 : 1
      guard worths[heir] * bonus >= worths[best] * Self.share else { break }
      best = heir
    }
    return best
  }

  static let furniture: Traits = [
    .navigation, .footer, .comments, .related, .share, .promotion, .advertisement, .consent,
    .legal, .tags, .hidden, .author,
  ]

  private static let ends: Topics = [
    .comments, .consent, .newsletter, .related, .legal, .paywall, .share, .app,
  ]

  static func weight(_ piece: Piece) -> Double {
    let measure = piece.measure
    let words = Double(min(measure.words, 80))
    if piece.attested >= 0.6 { return words + 10 }
    // A credit named «copyright» stands in the caption and says nothing against the text.
    if piece.kind == .caption { return 0 }
    if !piece.traits.isDisjoint(with: furniture) { return measure.isProse ? -0.4 * words : -3 }
    let furnished = piece.phrases.whole.union(piece.phrases.opening)
    if !furnished.isDisjoint(with: Self.ends), !measure.isProse || measure.words < 40 {
      return measure.isProse ? 0 : -3
    }
    if piece.traits.contains(.aside) { return measure.isProse ? -0.3 * words : -2 }
    if piece.kind == .picture || piece.kind == .embed { return 0 }
    if piece.traits.contains(.caption) { return 0 }
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
