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
    let site = signals.meta("og:site_name", "application-name") ?? data.publisher
    let title = signals.title.map { Self.withoutSite($0, site: site) }
    let social = signals.meta("og:title", "twitter:title").map {
      Self.withoutSite(TextFold.folded(CharacterEntities.decoded($0)), site: site)
    }
    let claims = [data.headline, social, title, hint].compactMap { $0 }.filter { !$0.isEmpty }
    let claimWords = claims.map(Self.words)
    var best: (piece: Int, score: Double)?
    for index in page.pieces.indices {
      let piece = page.pieces[index]
      let isNamed = piece.traits.contains(.headline) && piece.measure.words >= 3
      guard piece.kind == .heading || isNamed, piece.measure.words <= 60 else { continue }
      let score = score(piece, claimWords, at: index)
      if score > best?.score ?? 0.75 { best = (index, score) }
    }
    guard let best = best?.piece ?? onlyHeading() else {
      return Choice(text: claims.first ?? "", kicker: nil, piece: nil)
    }
    let (headline, kicker) = whole(headingAt: best, claims)
    return Choice(
      text: headline, kicker: kicker ?? kickerLine(above: best), piece: best)
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
    let words = WordSet(page.words(piece))
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

  /// The heading's words, divided into kicker and headline where the page says the headline alone
  /// elsewhere: «Energie Der Strom wird knapp» with a title «Der Strom wird knapp».
  private func whole(
    headingAt index: Int, _ claims: [String]
  ) -> (headline: String, kicker: String?) {
    let text = page.string(page.pieces[index]).split(separator: "\n").joined(separator: " ")
    for claim in claims where claim.utf8.count >= 15 && claim.utf8.count < text.utf8.count {
      if text.hasSuffix(claim) {
        let kicker = String(text.dropLast(claim.count)).trimmingMarks()
        return (claim, kicker.isEmpty ? nil : kicker)
      }
      if text.hasPrefix(claim + " "), page.pieces[index].measure.words > 14 { return (claim, nil) }
    }
    return (text.hasPrefix("Headline: ") ? String(text.dropFirst(10)) : text, nil)
  }

  static func words(_ text: String) -> WordSet { WordSet(text) }

  /// A title without the site's name behind or before a dash or bar.
  static func withoutSite(_ title: String, site: String?) -> String {
    let siteWords = site.map(words) ?? WordSet()
    let crumbs = split(title, at: " » ")
    if crumbs.count > 2, let last = crumbs.last, words(last).count >= 2 { return last }
    for mark in [" | ", " - ", " – ", " — ", " :: ", " » ", " « ", " · ", ": "] {
      let parts = split(title, at: mark)
      guard parts.count > 1, let first = parts.first, let last = parts.last else { continue }
      if !siteWords.isEmpty, isSite(last, siteWords) {
        return parts.dropLast().joined(separator: mark)
      }
      if !siteWords.isEmpty, isSite(first, siteWords) {
        return parts.dropFirst().joined(separator: mark)
      }
      if mark == " | " || mark == " - " || mark == " – ", words(last).count <= 4,
        words(first).count >= 4
      {
        return parts.dropLast().joined(separator: mark)
      }
    }
    return title
  }

  private static func isSite(_ part: String, _ site: WordSet) -> Bool {
    let own = words(part)
    return !own.isEmpty && own.count <= 6
      && own.shared(with: site) * 2 >= min(own.count, site.count) * 2
  }

  private static func split(_ text: String, at mark: String) -> [String] {
    let bytes = Array(text.utf8)
    let needle = Array(mark.utf8)
    var parts: [String] = []
    var start = 0
    var index = 0
    while index + needle.count <= bytes.count {
      if bytes[index..<index + needle.count].elementsEqual(needle) {
        parts.append(String(decoding: bytes[start..<index], as: UTF8.self))
        index += needle.count
        start = index
      } else {
        index += 1
      }
    }
    parts.append(String(decoding: bytes[start...], as: UTF8.self))
    return parts
  }
}

extension String {
  /// Without colons, dashes, bars and spaces at its end.
  fileprivate func trimmingMarks() -> String {
    var text = self[...]
    while let last = text.last, " :–—-|+".contains(last) { text = text.dropLast() }
    return String(text)
  }
}
