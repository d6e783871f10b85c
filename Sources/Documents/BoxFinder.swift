/// Finds boxes inside the article that are no part of it: elements that hold more furniture than
/// text, and teasers of other articles.
enum BoxFinder {
  static func mark(
    _ page: inout Page, _ enclosures: [PageFlow.Enclosure], _ worths: [Double], root: Range<Int>
  ) {
    var boxes: [(pieces: Range<Int>, rule: String)] = []
    for index in enclosures.indices {
      let pieces = enclosures[index].pieces
      guard pieces.lowerBound >= root.lowerBound, pieces.upperBound <= root.upperBound,
        pieces.count < root.count, !pieces.isEmpty
      else { continue }
      if let rule = verdict(pieces, worths[index], page) { boxes.append((pieces, rule)) }
    }
    // Where teasers hold much of the text, the article is a list of such.
    let isList =
      prose(in: boxes.filter { $0.rule == "teaser-box" }.map(\.pieces), page) * 100
      >= prose(in: [root], page) * 72
    for box in boxes where !(isList && box.rule == "teaser-box") {
      for piece in box.pieces
      where page.removedBy[piece] == nil && page.pieces[piece].attested < 0.8 {
        page.removedBy[piece] = box.rule
      }
    }
  }

  /// Words of running text in ranges that may lie in one another.
  private static func prose(in ranges: [Range<Int>], _ page: Page) -> Int {
    var words = 0
    var next = 0
    for range in ranges.sorted(by: {
      ($0.lowerBound, -$0.upperBound) < ($1.lowerBound, -$1.upperBound)
    }) {
      for index in max(range.lowerBound, next)..<max(range.upperBound, next)
      where page.pieces[index].measure.isProse {
        words += page.pieces[index].measure.words
      }
      next = max(next, range.upperBound)
    }
    return words
  }

  private static func verdict(_ pieces: Range<Int>, _ worth: Double, _ page: Page) -> String? {
    var words = 0
    var linked = 0
    var bytes = 0
    var headings = 0
    var texts = 0
    var prose = 0
    for index in pieces {
      let piece = page.pieces[index]
      if index == page.headline || piece.attested >= 0.8 { return nil }
      words += piece.measure.words
      linked += piece.linkBytes
      bytes += piece.range.count
      if piece.measure.words > 0 { texts += 1 }
      if piece.measure.isProse { prose += 1 }
      if piece.kind == .heading, piece.isLink { headings += 1 }
    }
    guard texts > 0 else { return nil }
    if worth < -5, linked * 2 > bytes { return "link-box" }
    // A teaser: a linked heading and a few words.
    if headings > 0, words <= 40 + 50 * headings, texts <= 6 * headings, prose <= headings {
      return "teaser-box"
    }
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
    var containers: [Int: Int] = [:]
    let last =
      page.span.last { page.pieces[$0].attested >= 0.8 && page.pieces[$0].measure.words >= 8 } ?? -1
    for index in page.span {
      if index > last, before * 2 >= prose, let rule = end(page, index) {
        guard
          RelatedList.isMoreOfOutlet(page.pieces[index], on: page)
            || !goesOn(after: index, page, containers)
        else { continue }
        for later in index..<page.span.upperBound where page.removedBy[later] == nil {
          page.removedBy[later] = rule
        }
        return
      }
      if isText(page, index) {
        before += page.pieces[index].measure.words
        containers[page.pieces[index].container, default: 0] += page.pieces[index].measure.words
      }
    }
  }

  /// Whether running text comes later in the element that held most of it so far.
  private static func goesOn(after index: Int, _ page: Page, _ containers: [Int: Int]) -> Bool {
    guard let main = containers.max(by: { ($0.value, $0.key) < ($1.value, $1.key) })?.key else {
      return false
    }
    let hall = page.pieces.first { $0.container == main }?.hall ?? -1
    var words = 0
    for later in index..<page.span.upperBound where isText(page, later) {
      let piece = page.pieces[later]
      if piece.container == main || piece.hall == hall, !piece.isLinky {
        words += piece.measure.words
      }
    }
    return words >= 30
  }

  private static func isText(_ page: Page, _ index: Int) -> Bool {
    page.removedBy[index] == nil && page.pieces[index].measure.isProse
  }

  private static func end(_ page: Page, _ index: Int) -> String? {
    let piece = page.pieces[index]
    guard page.removedBy[index] != "outside", piece.measure.words <= 9, piece.measure.words > 0,
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
    if isHeading, RelatedList.isMoreOfOutlet(piece, on: page) { return "related-list" }
    if isHeading, found.contains(.comments) { return "comment-form" }
    if isHeading, found.contains(.authorNote) { return "author-note" }
    return nil
  }
}
