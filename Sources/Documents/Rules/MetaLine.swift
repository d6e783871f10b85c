/// A date, a byline, a reading time set as a line of its own.
struct MetaLine: Removal {
  let name = "meta-line"

  func removes(_ piece: Piece, at index: Int, on page: Page) -> Bool {
    let measure = piece.measure
    if piece.traits.contains(.date), measure.words <= 14, !measure.isProse { return true }
    if piece.traits.contains(.meta), measure.words <= 20, !measure.isProse { return true }
    if page.isNearTop(index), measure.words <= 30, Self.listsLabels(page.words(piece)) {
      return true
    }
    guard measure.words <= 14, piece.kind != .heading, piece.kind != .item || measure.digits >= 6
    else { return false }
    if piece.phrases.closing.contains(.meta), measure.digits > 0, measure.words <= 8 { return true }
    if piece.phrases.whole.contains(.meta) { return measure.words > 1 }
    if isDate(measure, page.words(piece)) { return true }
    if piece.phrases.opening.contains(.meta) || piece.phrases.firstWord.contains(.meta),
      measure.digits >= 3, measure.words <= 8
    {
      return true
    }
    if page.isNearTop(index), !measure.endsSentence, Self.isStamp(page.words(piece)) { return true }
    guard !measure.endsSentence || measure.digits >= 8 else { return false }
    let isNearTop = page.isNearTop(index)
    if piece.phrases.opening.contains(.meta) { return measure.digits > 0 || isNearTop }
    guard piece.phrases.firstWord.contains(.meta) else { return false }
    return measure.digits > 0 && measure.words <= 10
      || isNearTop && measure.lowerWords <= 3 && measure.words <= 8
  }

  /// «05.10.2026 - Autorin: … - Rubrik: …»: a date, and two labels or more.
  private static func listsLabels(_ line: ArraySlice<UInt8>) -> Bool {
    let first = line.prefix { $0 != 0x20 }
    guard (8...10).contains(first.count), first.allSatisfy({ $0 >= 0x2D && $0 <= 0x39 }) else {
      return false
    }
    let labels = line.indices.dropLast().count {
      line[$0] == UInt8(ascii: ":") && line[$0 + 1] == 0x20
    }
    return labels >= 2
  }

  /// A year and a clock time in a short line, in any language: «sexta-feira, 22 de outubro de 2010
  /// às 20:13».
  private static func isStamp(_ line: ArraySlice<UInt8>) -> Bool {
    var hasYear = false
    var hasClock = false
    var number = 0
    var digits = 0
    var last: UInt8 = 0
    for byte in line + [0x20] {
      if byte &- 0x30 < 10 {
        number = digits < 6 ? number * 10 + Int(byte & 15) : number
        digits += 1
        if digits == 1, last == UInt8(ascii: ":") { hasClock = true }
      } else {
        if digits == 4, (1995...2099).contains(number) { hasYear = true }
        number = 0
        digits = 0
        last = byte
      }
    }
    return hasYear && hasClock
  }

  /// Hardly more than digits: «09.09.2025, 14:55 Uhr», «26. August 2024».
  private func isDate(_ measure: Measure, _ line: ArraySlice<UInt8>) -> Bool {
    measure.words <= 9 && measure.digits >= 4 && measure.digits * 3 >= measure.bytes
      && measure.words - measure.lowerWords >= 2 && DateReader.date(in: Array(line)) != nil
  }
}
