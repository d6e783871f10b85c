/// Finds boxes inside the article that are no part of it: elements that hold more furniture than
/// text, and teasers of other articles.
enum BoxFinder {
  static func mark(
    _ page: inout Page, _ enclosures: [PageFlow.Enclosure], _ worths: [Double], root: Range<Int>
  ) {
    var boxes: [(pieces: Range<Int>, rule: String)] = []
    let sums = BoxSums(page)
    for index in enclosures.indices {
      let pieces = enclosures[index].pieces
      guard pieces.lowerBound >= root.lowerBound, pieces.upperBound <= root.upperBound,
        pieces.count < root.count, !pieces.isEmpty
      else { continue }
      if let rule = verdict(sums.count(in: pieces), worths[index]) { boxes.append((pieces, rule)) }
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

  private static func verdict(_ box: BoxSums.Count, _ worth: Double) -> String? {
    guard box.kept == 0, box.texts > 0 else { return nil }
    if worth < -5, box.linked * 2 > box.bytes { return "link-box" }
    // A teaser: a linked heading and a few words.
    if box.headings > 0, box.words <= 40 + 50 * box.headings, box.texts <= 6 * box.headings,
      box.prose <= box.headings
    {
      return "teaser-box"
    }
    return nil
  }
}

/// Sums over all pieces from the first on, so that elements in elements are counted without walking
/// over their pieces again and again.
private struct BoxSums {
  struct Count {
    @Narrow var words = 0
    /// Bytes of links, and of all text.
    @Narrow var linked = 0
    @Narrow var bytes = 0
    /// Headings that are links, pieces with words, and pieces of running text.
    @Narrow var headings = 0
    @Narrow var texts = 0
    @Narrow var prose = 0
    /// The headline, and pieces that stand in the article's text by the page's metadata.
    @Narrow var kept = 0
  }

  private var before = [Count()]

  init(_ page: Page) {
    before.reserveCapacity(page.pieces.count + 1)
    var sum = Count()
    for index in page.pieces.indices {
      let piece = page.pieces[index]
      if index == page.headline || piece.attested >= 0.8 { sum.kept += 1 }
      sum.words += piece.measure.words
      sum.linked += piece.linkBytes
      sum.bytes += piece.range.count
      if piece.measure.words > 0 { sum.texts += 1 }
      if piece.measure.isProse { sum.prose += 1 }
      if piece.kind == .heading, piece.isLink { sum.headings += 1 }
      before.append(sum)
    }
  }

  func count(in pieces: Range<Int>) -> Count {
    let (low, high) = (before[pieces.lowerBound], before[pieces.upperBound])
    return Count(
      words: high.words - low.words, linked: high.linked - low.linked,
      bytes: high.bytes - low.bytes, headings: high.headings - low.headings,
      texts: high.texts - low.texts, prose: high.prose - low.prose, kept: high.kept - low.kept)
  }
}
