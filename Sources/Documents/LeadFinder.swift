/// Finds the standfirst between headline and text, and judges what else stands there.
enum LeadFinder {
  /// Extends the span up to the headline, names what stands between and is not the standfirst, and
  /// gives the pieces of the standfirst.
  static func leads(_ page: inout Page, root: Range<Int>, description: String?) -> [Int] {
    let described = description.map { HeadlineReader.words($0) } ?? WordSet()
    var leads: [Int] = []
    var known: Set<UInt64> = []
    let head = page.headline ?? root.lowerBound
    if head < root.lowerBound {
      page.span = head..<root.upperBound
      var isAfterPicture = false
      for index in head..<root.lowerBound where index != page.headline {
        if page.pieces[index].kind == .picture { isAfterPicture = true }
        let hash = Page.hash(of: page.words(page.pieces[index]))
        if known.contains(hash) {
          // The same once more, for another width of the window.
          page.removedBy[index] = "repeated-paragraph"
        } else if isLead(index, page, described, isOutside: !isAfterPicture) {
          leads.append(index)
          known.insert(hash)
        } else if page.removedBy[index] == nil {
          page.removedBy[index] = "outside"
        }
      }
    }
    return leads
  }

  /// The standfirst where it is the first paragraph of the article's own element.
  static func lead(within page: Page, description: String?) -> Int? {
    let described = description.map { HeadlineReader.words($0) } ?? WordSet()
    let start = page.headline.map { $0 + 1 } ?? page.span.lowerBound
    for index in max(start, page.span.lowerBound)..<max(start, page.span.upperBound) {
      let piece = page.pieces[index]
      guard page.removedBy[index] == nil, piece.measure.words >= 6 else { continue }
      if isLead(index, page, described, isOutside: false), isMarked(piece, page, described) {
        return index
      }
      if piece.measure.isProse { return nil }
    }
    return nil
  }

  private static func isMarked(_ piece: Piece, _ page: Page, _ described: WordSet) -> Bool {
    piece.measure.words <= 80
      && (piece.traits.contains(.lead)
        || piece.measure.words <= 45 && matches(page.hashes(piece), described))
  }

  static func isLead(
    _ index: Int, _ page: Page, _ described: WordSet, isOutside: Bool
  ) -> Bool {
    let piece = page.pieces[index]
    let measure = piece.measure
    guard piece.kind == .paragraph || piece.kind == .heading,
      measure.words >= 4, !piece.isLinky,
      piece.traits.isDisjoint(with: BodyFinder.furniture.union([.caption, .figure, .date, .aside]))
    else { return false }
    if piece.kind == .heading, piece.level == 1 { return false }
    if matches(page.hashes(piece), described) { return true }
    if piece.traits.contains(.meta), !piece.traits.contains(.lead) { return false }
    if piece.traits.contains(.lead) { return measure.words >= 6 }
    guard measure.isProse, measure.endsSentence, !endsWithAgency(page.words(piece)) else {
      return false
    }
    if suspects.contains(where: { $0.removes(piece, at: index, on: page) }) { return false }
    return isOutside ? measure.words >= 12 : measure.words >= 22 && piece.links == 0
  }

  /// Rules that a paragraph outside the article's element must stand before.
  private static let suspects: [any Removal] = [
    PictureCredit(), NewsletterPromotion(), ConsentNotice(), SeeAlso(), EmbedPlaceholder(),
  ]

  /// Whether the last word is that of a picture's or text's agency: then it is a caption.
  private static func endsWithAgency(_ line: ArraySlice<UInt8>) -> Bool {
    guard let space = line.lastIndex(where: { $0 == 0x20 || $0 == UInt8(ascii: "/") }) else {
      return false
    }
    let last = line[(space + 1)...]
    return AgencySignature.isSignature(last) || PictureCredit.namesAgency(last)
  }

  /// Whether a line says what the page's description says, or its beginning.
  private static func matches(_ line: ArraySlice<UInt64>, _ described: WordSet) -> Bool {
    // A word that comes twice counts once below, so this is the most there can be.
    guard described.count >= 5, described.count(of: line) * 2 >= described.count else {
      return false
    }
    let words = WordSet(hashes: line)
    let same = words.shared(with: described)
    return same * 10 >= min(words.count, described.count) * 8 && same * 2 >= described.count
  }
}
