import Markup

/// Chooses the headline among what a page calls itself.
struct HeadlineReader {
  struct Choice {
    var text: String
    var kicker: String?
    /// The heading on the page that says it, if one does.
    var piece: Int?
  }

  let page: Page
  let signals: PageSignals
  let data: StructuredData
  let hint: String?

  func choice() -> Choice {
    let claims = HeadlineClaims(signals: signals, data: data, hint: hint)
    if LiveBlog.isLiveBlog(page: page, data: data), let name = data.headline {
      return Choice(text: name, kicker: nil, piece: heading(of: claims))
    }
    guard let found = heading(of: claims) else {
      return Choice(text: claims.all.first ?? "", kicker: nil, piece: nil)
    }
    if let settled = claims.settled(against: page.string(page.pieces[found])) {
      return Choice(text: settled, kicker: nil, piece: found)
    }
    if let shown = headline(belowCrumb: found, claims) { return shown }
    let division = HeadlineDivision(page: page, claims: claims)
    let (headline, kicker) = division.divided(headingAt: found)
    return Choice(text: headline, kicker: kicker ?? kickerLine(above: found), piece: found)
  }

  /// The heading that says what the page's own claims say.
  private func heading(of claims: HeadlineClaims) -> Int? {
    let claimWords = claims.all.map(Self.words)
    let known = WordFilter(claimWords)
    var best: (piece: Int, score: Double)?
    for index in page.pieces.indices {
      let piece = page.pieces[index]
      let isNamed = piece.traits.contains(.headline) && piece.measure.words >= 3
      guard piece.kind == .heading || isNamed, piece.measure.words <= 60 else { continue }
      // Without a word of the claims no heading is worth more than .7.
      guard page.hashes(piece).contains(where: { known.mayHold($0) }) else { continue }
      let score = score(piece, claimWords, at: index)
      if score > best?.score ?? 0.75 { best = (index, score) }
    }
    return best?.piece ?? onlyHeading()
  }

  /// Some pages set their name for search engines as the last crumb of a path, in a first-level
  /// heading, and what is to be read in the headings below.
  private func headline(belowCrumb index: Int, _ claims: HeadlineClaims) -> Choice? {
    guard index > 0, page.pieces[index].level == 1 else { return nil }
    let path = page.pieces[index - 1]
    guard path.links >= 2, path.isLinky, !path.measure.isProse else { return nil }
    for below in page.pieces.indices.dropFirst(index + 1).prefix(3) {
      let piece = page.pieces[below]
      guard piece.kind == .heading, piece.measure.words >= 3 else { continue }
      let text = page.string(piece)
      guard claims.raw.contains(where: { $0.hasSuffix(": " + text) || $0 == text }) else {
        continue
      }
      let above = page.pieces[below - 1]
      let isKicker = below - 1 > index && above.kind == .heading && above.measure.words <= 10
      return Choice(
        text: text, kicker: isKicker ? page.string(above) : kickerLine(above: below), piece: below)
    }
    return nil
  }

  /// The only heading of the first level, where it is no link to the front page.
  private func onlyHeading() -> Int? {
    let headings = page.pieces.indices.filter {
      page.pieces[$0].kind == .heading && page.pieces[$0].level == 1
    }
    guard headings.count == 1, let only = headings.first, !page.pieces[only].isLink,
      page.pieces[only].traits.isDisjoint(with: [.navigation, .footer, .consent, .related])
    else { return nil }
    return only
  }

  /// A short line just above the headline that is named for a kicker.
  private func kickerLine(above index: Int) -> String? {
    for above in stride(from: index - 1, through: max(0, index - 3), by: -1) {
      let piece = page.pieces[above]
      if piece.traits.contains(.kicker), (1...10).contains(piece.measure.words) {
        return page.string(piece)
      }
    }
    return nil
  }

  private func score(_ piece: Piece, _ claims: [WordSet], at index: Int) -> Double {
    let words = WordSet(hashes: page.hashes(piece))
    guard !words.isEmpty else { return 0 }
    var score = 0.0
    for claim in claims where !claim.isEmpty {
      let same = Double(words.shared(with: claim))
      score = max(score, 2 * same / Double(words.count + claim.count))
    }
    if piece.kind == .heading { score += piece.level == 1 ? 0.55 : piece.level == 2 ? 0.2 : 0 }
    if piece.traits.contains(.headline) { score += 0.15 }
    if piece.isLink { score -= 0.35 }
    if !piece.traits.isDisjoint(with: [.related, .navigation, .footer, .aside, .comments, .consent])
    {
      score -= 0.5
    }
    if piece.measure.words < 3 { score -= 0.3 }
    return score - 0.0002 * Double(min(index, 1000))
  }

  static func words(_ text: String) -> WordSet { WordSet(text) }
}

/// Tells quickly that a word stands in none of some sets: 1,024 bits, one for each word's hash.
private struct WordFilter {
  private var bits = Array(repeating: UInt64(0), count: 16)

  init(_ sets: [WordSet]) {
    for set in sets {
      for hash in set.hashes { bits[Int(hash >> 6 & 15)] |= 1 << (hash & 63) }
    }
  }

  func mayHold(_ hash: UInt64) -> Bool { bits[Int(hash >> 6 & 15)] >> (hash & 63) & 1 != 0 }
}
