import Languages

/// A caption or the credit of a picture.
struct PictureCredit: Removal {
  let name = "picture-credit"

  func removes(_ piece: Piece, at index: Int, on page: Page) -> Bool {
    let measure = piece.measure
    if piece.kind == .caption { return true }
    // Some set tables into figures.
    if piece.kind != .row, !piece.traits.isDisjoint(with: [.caption, .figure]) {
      return measure.words <= 60 && piece.kind != .heading
    }
    guard measure.words <= 60, piece.kind != .heading, piece.kind != .item else { return false }
    let line = page.words(piece)
    if endsWithCredit(line) || measure.words <= 45 && endsWithPhotographer(line) { return true }
    if page.isFlat, measure.words <= 45, Self.listsCredits(line) { return true }
    if Self.opensCaption(line) { return true }
    guard measure.words <= 16 else { return false }
    if line.starts(with: [0xC2, 0xA9]) { return true }
    if piece.phrases.opening.contains(.credit) { return !measure.isSentence }
    if piece.phrases.whole.contains(.credit) { return true }
    if measure.words <= 8, !measure.endsSentence, Self.namesAgency(line) { return true }
    if page.isFlat, index + 1 < page.span.upperBound, isCredit(page.pieces[index + 1], page) {
      return true
    }
    return piece.phrases.firstWord.contains(.credit) && measure.words <= 7 && !measure.endsSentence
      && (line.contains(UInt8(ascii: "/")) || measure.words <= 4)
  }

  /// «… (Foto: dpa)», «… | Bild: AP», «… © Anna Beispiel».
  private func endsWithCredit(_ line: ArraySlice<UInt8>) -> Bool {
    let tail = line.suffix(90)
    for index in tail.indices {
      let byte = tail[index]
      if byte == 0xC2, index + 1 < tail.endIndex, tail[index + 1] == 0xA9 {
        return index > line.startIndex
      }
      guard byte == UInt8(ascii: "(") || byte == UInt8(ascii: "|") || byte == UInt8(ascii: "[")
      else { continue }
      if byte != UInt8(ascii: "|"),
        ![UInt8(ascii: ")"), UInt8(ascii: "]")].contains(tail.last ?? 0)
      {
        continue
      }
      let found = PhraseBook.shared.match(tail[(index + 1)...])
      if found.opening.contains(.credit)
        || found.firstWord.contains(.credit) && byte != UInt8(ascii: "|")
      {
        return true
      }
    }
    return false
  }

  /// «… des Hafens Foto: Anna Beispiel/imago»: a word for pictures and a colon near the end.
  private func endsWithPhotographer(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count > 30 else { return false }
    let tail = line.suffix(line.last == UInt8(ascii: ".") ? 0 : 70)
    var walk = WordWalk(tail)
    while let word = walk.next() {
      if word.end < tail.endIndex, tail[word.end] == UInt8(ascii: ":"),
        Self.pictureWords.contains(word.hash), tail[word.start] < 0x5B
      {
        return true
      }
    }
    return false
  }

  /// «… von VALENTINO.Foto: Mara Linde. Styling: Jon Weer. Haare: …»: three names behind colons.
  private static func listsCredits(_ line: ArraySlice<UInt8>) -> Bool {
    var walk = WordWalk(line)
    var credits = 0
    var hasPicture = false
    while let word = walk.next() {
      guard word.end + 2 < line.endIndex, line[word.end] == UInt8(ascii: ":"),
        line[word.end + 1] == 0x20, (0x41...0x5A).contains(line[word.end + 2])
      else { continue }
      credits += 1
      let name = line[word.start..<word.end]
      let isGlued = glued.contains { name.suffix($0.count).elementsEqual($0) }
      if isGlued || pictureWords.contains(word.hash) { hasPicture = true }
    }
    return hasPicture && credits >= 3
  }

  /// «In this undated photo …»
  private static func opensCaption(_ line: ArraySlice<UInt8>) -> Bool {
    guard
      openings.contains(where: { line.starts(with: $0) && line.dropFirst($0.count).first == 0x20 })
    else { return false }
    var walk = WordWalk(line.prefix(90))
    while let word = walk.next() {
      if nouns.contains(word.hash) { return true }
    }
    return false
  }

  private static let pictureWords = TopicTable(list: "page-picture-words")
  private static let nouns = TopicTable(list: "page-picture-nouns")
  private static let openings = PageWords.text(of: "page-picture-openings").split(separator: 10)
  private static let glued = PageWords.text(of: "page-picture-glued").split(separator: 10)

  private func isCredit(_ piece: Piece, _ page: Page) -> Bool {
    guard piece.measure.words <= 8, piece.measure.digits == 0 else { return false }
    return page.words(piece).starts(with: [0xC2, 0xA9]) && !piece.phrases.any.contains(.legal)
      && page.words(piece).contains(UInt8(ascii: "|"))
  }

  /// Whether a short line names a picture agency.
  static func namesAgency(_ line: ArraySlice<UInt8>) -> Bool {
    var walk = WordWalk(line)
    while let word = walk.next() {
      if agencies.contains(word.hash) { return true }
    }
    return false
  }

  private static let agencies = TopicTable(list: "page-picture-agencies")
}
