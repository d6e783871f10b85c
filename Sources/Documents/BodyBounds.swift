/// Ends the article with the element that is named for its text, where nearly all of it stands there:
/// «article-body», «entry-content».
enum BodyBounds {
  /// Words in named elements from which on the name is believed.
  private static let fewest = 60

  static func mark(_ page: inout Page) {
    var named = 0
    var other = 0
    var last: Int?
    var lastProse = 0
    for index in page.span where page.removedBy[index] == nil && index != page.headline {
      let piece = page.pieces[index]
      let isNamed = piece.traits.contains(.body)
      if isNamed { last = index }
      guard piece.measure.isProse || piece.kind == .row else { continue }
      if isNamed { named += piece.measure.words } else { other += piece.measure.words }
      if isNamed { lastProse = index }
    }
    guard let last, named >= fewest, other * 3 <= named, lastProse <= last else { return }
    for index in (last + 1)..<max(page.span.upperBound, last + 1)
    where page.removedBy[index] == nil && page.pieces[index].attested < 0.8 {
      page.removedBy[index] = "behind-text"
    }
  }
}
