/// Headlines of other articles set between paragraphs: lines that are one link from end to end,
/// or, in flattened text, runs of lines that are no sentences.
struct TeaserRun: Removal {
  let name = "teaser"

  func removes(_ piece: Piece, at index: Int, on page: Page) -> Bool {
    guard piece.kind == .paragraph || piece.kind == .item || piece.kind == .heading else {
      return false
    }
    return page.isFlat
      ? removesFlat(piece, at: index, on: page) : removesLinked(piece, at: index, on: page)
  }

  private func removesLinked(_ piece: Piece, at index: Int, on page: Page) -> Bool {
    guard piece.isLink, piece.measure.words >= 3 else { return false }
    // A line that leads to a source is no teaser of the outlet's own; «Buy at …» is a button.
    if piece.leadsAway, piece.kind != .heading, piece.measure.words >= 7 { return false }
    if piece.kind == .item { return piece.linkBytes > 25 && !isKept(listAround: index, on: page) }
    if piece.kind == .heading { return piece.level >= 3 || page.isLate(index) }
    return true
  }

  /// Whether a list holds more than links: then its linked items are part of the text.
  private func isKept(listAround index: Int, on page: Page) -> Bool {
    let group = page.pieces[index].group
    var text = 0
    var linked = 0
    for step in [-1, 1] {
      var at = index + step
      while page.pieces.indices.contains(at), page.pieces[at].group == group, abs(at - index) < 12 {
        if page.pieces[at].isLink { linked += 1 } else { text += 1 }
        at += step
      }
    }
    return text > linked
  }

  private func removesFlat(_ piece: Piece, at index: Int, on page: Page) -> Bool {
    // Where paragraphs are broken into lines, no line is known by its end.
    guard !page.isWrapped, isTeaser(piece, page), index > page.span.lowerBound else { return false }
    if piece.measure.words > 14 { return true }
    if let before = page.kept(before: index), page.words(before).last == UInt8(ascii: ":") {
      return false
    }
    let previous = page.removedBy[index - 1] == name
    let next = index + 1 < page.span.upperBound && isTeaser(page.pieces[index + 1], page)
    return previous || next
  }

  private func isTeaser(_ piece: Piece, _ page: Page) -> Bool {
    let measure = piece.measure
    return measure.words >= 3 && measure.words <= 30 && !measure.endsSentence
      && piece.kind == .paragraph && measure.innerStops <= 1 && !endsWithColon(piece, page)
  }

  private func endsWithColon(_ piece: Piece, _ page: Page) -> Bool {
    page.words(piece).last == UInt8(ascii: ":")
  }
}
