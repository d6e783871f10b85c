/// Finds where the article ends: at a heading of comments or of other articles, when little running
/// text comes after it.
enum TailFinder {
  static func mark(_ page: inout Page) {
    var prose = 0
    for index in page.span where isText(page, index) { prose += page.pieces[index].measure.words }
    guard prose > 60 else { return }
    var before = 0
    var containers = TextContainers()
    let last =
      page.span.last { page.pieces[$0].attested >= 0.8 && page.pieces[$0].measure.words >= 8 } ?? -1
    for index in page.span {
      if index > last, before * 2 >= prose, let rule = end(page, index) {
        guard
          RelatedList.isMoreOfOutlet(page.pieces[index], on: page)
            || !containers.goesOn(after: index, page)
        else { continue }
        for later in index..<page.span.upperBound where page.removedBy[later] == nil {
          page.removedBy[later] = rule
        }
        return
      }
      if isText(page, index) {
        before += page.pieces[index].measure.words
        containers.add(page.pieces[index])
      }
    }
  }

  fileprivate static func isText(_ page: Page, _ index: Int) -> Bool {
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

/// How much running text each element held so far.
private struct TextContainers {
  private var words: [Int: Int] = [:]
  /// The elements around those that hold text.
  private var halls: [Int: Int] = [:]
  /// The element with most of it; of equal ones the later.
  private var main: Int?
  /// The element for which `last` was found, and the last place from which on it holds enough.
  private var asked: Int?
  private var last = 0

  mutating func add(_ piece: Piece) {
    let sum = words[piece.container, default: 0] + piece.measure.words
    words[piece.container] = sum
    halls[piece.container] = piece.hall
    guard let main, let most = words[main], (most, main) > (sum, piece.container) else {
      self.main = piece.container
      return
    }
  }

  /// Whether running text comes later in the element that held most of it so far.
  mutating func goesOn(after index: Int, _ page: Page) -> Bool {
    guard let main else { return false }
    if asked != main {
      asked = main
      last = Self.lastPlace(of: main, in: halls[main] ?? -1, page)
    }
    return index <= last
  }

  /// The last place behind which an element, or the one around it, holds thirty words of text; −1 for
  /// none.
  private static func lastPlace(of main: Int, in hall: Int, _ page: Page) -> Int {
    var words = 0
    for later in page.span.reversed() where TailFinder.isText(page, later) {
      let piece = page.pieces[later]
      if piece.container == main || piece.hall == hall, !piece.isLinky {
        words += piece.measure.words
      }
      if words >= 30 { return later }
    }
    return -1
  }
}
