/// How sure the reader may be of the boundaries it found, from what can be seen of the page: 0…1.
///
/// Set by hand; how often it is right has not been measured yet.
struct Assurance {
  let page: Page

  var confidence: Double {
    var kept = 0
    var keptProse = 0
    var removedProse = 0
    var outside = 0
    var others = 0
    var pieces = 0
    for index in page.pieces.indices {
      let piece = page.pieces[index]
      let words = piece.measure.words
      switch page.removedBy[index] {
      case nil:
        guard index != page.headline, words > 0 else { continue }
        kept += words
        pieces += 1
        if piece.measure.isProse { keptProse += words } else { others += 1 }
      case "outside":
        let isFurniture = !piece.traits.isDisjoint(with: BodyFinder.furniture)
        if piece.measure.isProse, piece.kind == .paragraph, !isFurniture { outside += words }
      default: if piece.measure.isProse { removedProse += words }
      }
    }
    guard kept > 0 else { return 0 }
    var sure = page.lastAttested == nil ? 0.95 : 1
    if kept < 60 { sure -= 0.3 } else if kept < 150 { sure -= 0.1 }
    if page.headline == nil { sure -= 0.1 }
    sure -= min(0.4, 0.4 * Double(outside) / Double(kept))
    sure -= min(0.2, 0.3 * Double(removedProse) / Double(kept))
    if keptProse * 2 < kept { sure -= 0.15 }
    if others * 3 > pieces * 2, pieces > 6 { sure -= 0.1 }
    return min(max(sure, 0.05), 1)
  }
}
