/// Finds boxes inside the article that are no part of it: elements that hold more furniture than
/// text, and teasers of other articles.
enum BoxFinder {
  static func mark(
    _ page: inout Page, _ enclosures: [PageFlow.Enclosure], _ worths: [Double], root: Range<Int>
  ) {
    for index in enclosures.indices {
      let pieces = enclosures[index].pieces
      guard pieces.lowerBound >= root.lowerBound, pieces.upperBound <= root.upperBound,
        pieces.count < root.count, !pieces.isEmpty
      else { continue }
      if let rule = verdict(pieces, worths[index], page) {
        for piece in pieces where page.removedBy[piece] == nil && page.pieces[piece].attested < 0.8
        {
          page.removedBy[piece] = rule
        }
      }
    }
  }

  private static func verdict(_ pieces: Range<Int>, _ worth: Double, _ page: Page) -> String? {
    var words = 0
    var linked = 0
    var bytes = 0
    var headings = 0
    var texts = 0
    for index in pieces {
      let piece = page.pieces[index]
      if index == page.headline || piece.attested >= 0.8 { return nil }
      words += piece.measure.words
      linked += piece.linkBytes
      bytes += piece.range.count
      if piece.measure.words > 0 { texts += 1 }
      if piece.kind == .heading, piece.isLink { headings += 1 }
    }
    guard texts > 0 else { return nil }
    if worth < -5, linked * 2 > bytes { return "link-box" }
    // A teaser: a linked heading and a few words.
    if headings > 0, words <= 40 + 50 * headings, texts <= 6 * headings { return "teaser-box" }
    return nil
  }
}

/// Finds where the article ends: at a heading of comments or of other articles, when little running
/// text comes after it.
enum TailFinder {
  static func mark(_ page: inout Page) {
    var prose = 0
    for index in page.span where isText(page, index) { prose += page.pieces[index].measure.words }
    guard prose > 60 else { return }
    var before = 0
    let last =
      page.span.last { page.pieces[$0].attested >= 0.8 && page.pieces[$0].measure.words >= 8 } ?? -1
    for index in page.span {
      if index > last, before * 2 >= prose, let rule = end(page, index) {
        for later in index..<page.span.upperBound where page.removedBy[later] == nil {
          page.removedBy[later] = rule
        }
        return
      }
      if isText(page, index) { before += page.pieces[index].measure.words }
    }
  }

  private static func isText(_ page: Page, _ index: Int) -> Bool {
    page.removedBy[index] == nil && page.pieces[index].measure.isProse
  }

  private static func end(_ page: Page, _ index: Int) -> String? {
    let piece = page.pieces[index]
    guard page.removedBy[index] == nil, piece.measure.words <= 9, piece.measure.words > 0,
      piece.kind == .heading || piece.kind == .paragraph && !piece.measure.endsSentence
    else { return nil }
    let found = piece.phrases.whole.union(piece.phrases.opening)
    let isHeading = piece.kind == .heading || piece.strongBytes * 10 >= piece.range.count * 9
    if isHeading,
      found.contains(.related)
        || piece.phrases.firstWord.contains(.related) && piece.measure.words <= 4
    {
      return "related-list"
    }
    if isHeading, found.contains(.comments) { return "comment-form" }
    if isHeading, found.contains(.authorNote) { return "author-note" }
    return nil
  }
}
