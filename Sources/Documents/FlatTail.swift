/// Ends a flattened text at a late heading of other articles, where only teasers come after it.
enum FlatTail {
  /// Headings that are looked behind, so that a text of nothing else takes no longer.
  private static let most = 8

  static func mark(_ page: inout Page) {
    let prose = words(in: page.span, page)
    guard prose > 60 else { return }
    var before = 0
    var known: Set<UInt64> = []
    var asked = 0
    for index in page.span {
      let piece = page.pieces[index]
      let mayEnd = before * 2 >= prose && asked < most && isHeading(piece, page)
      if mayEnd { asked += 1 }
      if mayEnd, hasOnlyTeasers(after: index, known, page) {
        for later in index..<page.span.upperBound where page.removedBy[later] == nil {
          page.removedBy[later] = "related-list"
        }
        return
      }
      if piece.measure.isProse {
        before += piece.measure.words
      } else {
        known.insert(Page.hash(of: page.words(piece)))
      }
    }
  }

  private static func words(in span: Range<Int>, _ page: Page) -> Int {
    span.reduce(0) {
      $0 + (page.pieces[$1].measure.isProse ? page.pieces[$1].measure.words : 0)
    }
  }

  private static func isHeading(_ piece: Piece, _ page: Page) -> Bool {
    piece.measure.words <= 8 && !piece.measure.endsSentence
      && (piece.phrases.whole.contains(.related) || RelatedList.isMoreOfOutlet(piece, on: page))
  }

  /// Whether no two paragraphs of running text follow each other, as those of an article do, and
  /// most have a date and a title above them. Labels that stood before the heading part nothing.
  private static func hasOnlyTeasers(
    after index: Int, _ known: Set<UInt64>, _ page: Page
  ) -> Bool {
    var inARow = 0
    var paragraphs = 0
    var labels: Set<UInt64> = []
    for later in (index + 1)..<page.span.upperBound {
      let piece = page.pieces[later]
      let measure = piece.measure
      let hash = Page.hash(of: page.words(piece))
      if !measure.isProse, known.contains(hash) { continue }
      inARow = measure.isProse ? inARow + 1 : 0
      if inARow > 1 { return false }
      if measure.isProse {
        paragraphs += 1
      } else if !measure.endsSentence {
        labels.insert(hash)
      }
    }
    return paragraphs > 0 && labels.count * 2 >= 3 * paragraphs
  }
}
