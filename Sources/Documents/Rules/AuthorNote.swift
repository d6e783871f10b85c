/// A biography of the author, or what leads to more of theirs.
struct AuthorNote: Removal {
  let name = "author-note"

  func removes(_ piece: Piece, at index: Int, on page: Page) -> Bool {
    if piece.traits.contains(.author) {
      return piece.measure.words <= 4 || page.isLate(index) || piece.isLinky
        || !piece.measure.isProse
    }
    let measure = piece.measure
    if piece.phrases.whole.contains(.authorNote) { return measure.words > 1 }
    if piece.phrases.opening.contains(.authorNote), measure.words <= 12, !measure.isProse {
      return piece.links > 0 || !measure.endsSentence
    }
    if tellsOfAuthor(piece, at: index, on: page) { return true }
    guard page.isLate(index) else { return false }
    if piece.kind == .paragraph, measure.words <= 40, index + 8 >= page.span.upperBound,
      hasContact(page.words(piece))
    {
      return true
    }
    return isBiography(at: index, on: page) || isNameAboveBiography(piece, at: index, on: page)
  }

  /// «Mara ist Redakteurin …»: a paragraph at either end that begins with an author's name and
  /// what they are or do.
  private func tellsOfAuthor(_ piece: Piece, at index: Int, on page: Page) -> Bool {
    guard piece.kind == .paragraph || piece.kind == .item, (4...90).contains(piece.measure.words),
      page.isAboveText(index) || page.isLate(index) && index + 8 >= page.span.upperBound
    else { return false }
    let line = page.words(piece)
    return page.authorNames.contains { name in
      guard line.starts(with: name) else { return false }
      var walk = WordWalk(line.dropFirst(name.count))
      return walk.next().map { Self.verbs.contains($0.hash) } ?? false
    }
  }

  private static let verbs = TopicTable(list: "page-author-verbs")

  /// An address of e-mail or a network: «… may be reached at anna@paper.example».
  private func hasContact(_ line: ArraySlice<UInt8>) -> Bool {
    guard let sign = line.firstIndex(of: UInt8(ascii: "@")) else { return false }
    return sign > line.startIndex
  }

  /// A late paragraph that begins with the name standing alone above it: «Sophie Müller» /
  /// «Sophie Müller ist …».
  private func isBiography(at index: Int, on page: Page) -> Bool {
    guard index > page.span.lowerBound else { return false }
    let name = page.pieces[index - 1]
    guard (2...4).contains(name.measure.words), name.isLabel, name.measure.lowerWords == 0,
      page.words(page.pieces[index]).starts(with: page.words(name))
    else { return false }
    // Parks and firms have their names above their parts too.
    return index + 4 >= page.span.upperBound || BylineNames.isKnownPerson(page.string(name))
  }

  private func isNameAboveBiography(_ piece: Piece, at index: Int, on page: Page) -> Bool {
    index + 1 < page.span.upperBound && isBiography(at: index + 1, on: page)
      && piece.measure.words <= 4
  }
}
