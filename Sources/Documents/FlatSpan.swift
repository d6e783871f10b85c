/// Finds the stretch of lines that is the article, in text without markup.
enum FlatSpan {
  /// The stretch of lines whose weights sum to most: running text counts for it, labels and
  /// furniture against it (Kadane's maximum sum).
  static func body(of page: Page) -> Range<Int> {
    var best = 0..<0
    var bestSum = 0
    var sum = 0
    var start = 0
    var labels = 0
    var before = 0
    for index in page.pieces.indices {
      if sum <= 0 {
        sum = 0
        start = index
      }
      let weight = weight(page.pieces[index])
      labels = weight < 0 ? labels + 1 : 0
      // A few words after a run of labels are a teaser; in an article paragraphs stand together.
      let isTeaser = weight > 0 && before >= 2 && page.pieces[index].measure.words < 55
      sum += isTeaser ? min(weight / 3, 12) : weight
      before = labels
      if sum > bestSum {
        bestSum = sum
        best = start..<index + 1
      }
    }
    if best.isEmpty { return 0..<page.pieces.count }
    return best
  }

  private static func weight(_ piece: Piece) -> Int {
    let measure = piece.measure
    let phrases = piece.phrases
    let ends: Topics = [.related, .comments]
    if !phrases.any.isDisjoint(with: ends) {
      if !measure.isProse { return -30 }
    }
    if measure.isProse, measure.words > 30 || phrases.any.isEmpty { return min(measure.words, 60) }
    if !phrases.any.subtracting([.seeAlso, .credit, .embed, .meta]).isEmpty { return -8 }
    if measure.isSentence { return measure.words }
    if piece.kind == .item, measure.words > 4 { return 1 }
    return -4
  }

  /// The line that is the headline: above the text, with words the text speaks of.
  static func headline(of page: Page, hint: String?) -> Int? {
    let span = page.span
    guard !span.isEmpty else { return nil }
    var spoken: Set<UInt64> = []
    for index in span.prefix(60) where page.pieces[index].measure.isProse {
      spoken.formUnion(page.wordSet(page.pieces[index]))
    }
    let wanted = hint.map { words(of: Array($0.utf8)) } ?? []
    var best: (index: Int, score: Double)?
    let first = max(0, span.lowerBound - 25)
    for index in first...min(span.lowerBound + 3, page.pieces.count - 1) {
      guard var score = score(index, page, spoken, wanted) else { continue }
      if isAboveLead(index, page, spoken) { score += leadBonus }
      if isCaption(index, page) { score -= captionMalus }
      if score > best?.score ?? 0.55 { best = (index, score) }
    }
    return best?.index
  }

  /// What a standfirst below it is worth to a line; lines below which one may stand.
  private static let leadBonus = 0.5
  private static let captionMalus = 0.5
  private static let leadReach = 3

  /// Whether a standfirst stands just below a line and above the text: a paragraph of the text's own
  /// words. Captions, which stand nearer to the text, have none.
  private static func isAboveLead(_ index: Int, _ page: Page, _ spoken: Set<UInt64>) -> Bool {
    // «Von Anna Beispiel» is a byline, «Von München bis Aachen: Im Netz der Agenten» none.
    let isByline = page.pieces[index].phrases.firstWord.contains(.meta)
    guard index + 1 < page.span.lowerBound,
      page.pieces[index].measure.words >= (isByline ? 7 : 4)
    else { return false }
    let below = (index + 1)..<min(index + 1 + leadReach, page.span.lowerBound)
    return below.contains { place in
      let piece = page.pieces[place]
      guard piece.measure.isProse || piece.measure.isSentence && piece.measure.words >= 10,
        piece.phrases.any.isEmpty
      else { return false }
      let words = page.wordSet(piece)
      return words.intersection(spoken).count * 10 >= words.count * 3
    }
  }

  /// Whether a line names a photographer, or the line below it begins to.
  private static func isCaption(_ index: Int, _ page: Page) -> Bool {
    if PictureCredit().removes(page.pieces[index], at: index, on: page) { return true }
    guard index + 1 < page.pieces.count else { return false }
    let next = page.pieces[index + 1]
    return next.measure.words <= 6
      && !next.phrases.opening.union(next.phrases.firstWord).isDisjoint(with: .credit)
  }

  private static func score(
    _ index: Int, _ page: Page, _ spoken: Set<UInt64>, _ wanted: Set<UInt64>
  ) -> Double? {
    let piece = page.pieces[index]
    let measure = piece.measure
    guard (2...32).contains(measure.words), piece.kind != .item else { return nil }
    guard piece.phrases.whole.isEmpty, piece.phrases.opening.isDisjoint(with: [.share, .meta])
    else { return nil }
    if measure.endsSentence, page.words(piece).last == UInt8(ascii: ".") { return nil }
    let words = page.wordSet(piece)
    guard !words.isEmpty else { return nil }
    let overlap = Double(words.intersection(spoken).count) / Double(words.count)
    var score = overlap + 0.06 * Double(min(measure.words, 12))
    score -= 0.03 * Double(max(0, page.span.lowerBound - index))
    if index == 0 { score += 0.3 }
    if measure.words > 17 { score -= 0.05 * Double(measure.words - 17) }
    if measure.digits * 4 >= measure.bytes { return nil }
    if index > page.span.lowerBound { score -= 0.2 * Double(index - page.span.lowerBound) }
    if wanted.count >= 2 {
      score += 3 * Double(words.intersection(wanted).count) / Double(max(words.count, wanted.count))
    }
    return score
  }

  private static func words(of line: [UInt8]) -> Set<UInt64> {
    var walk = WordWalk(line[...])
    var out: Set<UInt64> = []
    while let word = walk.next() {
      if word.end - word.start >= 4 { out.insert(word.hash) }
    }
    return out
  }

  /// Names the lines outside the article, and labels between headline and text.
  static func markOutside(_ page: inout Page) {
    for index in page.pieces.indices where !page.span.contains(index) {
      page.removedBy[index] = "outside"
    }
    var index = page.headline.map { $0 + 1 } ?? page.span.lowerBound
    while index < page.span.upperBound {
      let measure = page.pieces[index].measure
      if measure.isProse { break }
      if page.headline != nil, measure.words <= 5, !measure.endsSentence {
        page.removedBy[index] = "opening-label"
      }
      index += 1
    }
    // Above the headline nothing belongs to the text.
    for index in page.span where index < page.headline ?? 0 { page.removedBy[index] = "outside" }
  }
}
