/// Numbers that stand in an address or a link, and sums written in one word.
extension FigureFinder {
  // MARK: Addresses

  /// `Lange Allee 170, 14191 Berlin`: house numbers and postal codes count nothing.
  func isAddress(_ numeral: Numeral) -> Bool {
    let index = numeral.tokens.lowerBound
    guard view.isGerman, numeral.form == .digits, numeral.tokens.count == 1,
      view[index].kind == .number
    else { return false }
    if view[index].length <= 3 { return isHouseNumber(index) }
    guard view[index].length == 5, isPlain(index), view.isMark(index - 1, UInt8(ascii: ",")),
      view[index + 1].kind == .word, view[index + 1].isCapitalised
    else { return false }
    return isHouseNumber(index - 2)
      || view[index - 2].marks.contains(.hasDigit)
        && isHouseNumber(index - 3)
  }

  private func isPlain(_ index: Int) -> Bool {
    view.words.utf8[view[index].range].allSatisfy { ByteClass.isDigit($0) }
  }

  /// The number behind a street's name, at the end of a clause or before `in` or a bracket.
  private func isHouseNumber(_ index: Int) -> Bool {
    guard view[index].kind == .number, view[index].length <= 3, isPlain(index),
      view[index - 1].kind == .word, view[index - 1].isCapitalised, view[index - 1].length >= 5,
      view.vocabulary.streets.contains(ending: view.folded(index - 1))
    else { return false }
    let next = view[index + 1]
    return next.kind == .punctuation ? !view.has(.measure, index + 1) : !next.isCapitalised
  }

  private static let schemes = WordSet("http https www")

  /// A number in `https://…` or `www.…`.
  func isInLink(_ index: Int) -> Bool {
    guard view[index].isAttached, index > view.start else { return false }
    var at = index
    while at > view.start, index - at < 60, view[at].isAttached { at -= 1 }
    return Self.schemes.contains(view[at])
  }

  /// Where a link ends.
  func linkEnd(from index: Int) -> Int {
    var at = index + 1
    while at < view.end, view[at].isAttached { at += 1 }
    return at
  }

  // MARK: Money in one word

  /// `USD115`, `EUR20`
  func gluedMoney(at index: Int) -> FoundFigure? {
    let word = view[index]
    guard word.kind == .word, word.length > 3, word.length <= 15,
      word.marks.contains([.hasDigit, .allCapitals])
    else { return nil }
    let folded = view.folded(index)
    guard folded.count > 3, let value = DigitReader.plain(folded[3...]),
      let code = view.vocabulary.measures.entry(of: Folding.hash(folded[..<3])),
      !view[index + 1].isAttached || view[index + 2].kind != .number
    else { return nil }
    let measure = view.vocabulary.measures.attributes(of: code)
    guard measure.count == 2, measure[0] == "money" else { return nil }
    let numeral = numerals.scaled(Numeral(tokens: index..<index + 1, value: value, form: .digits))
    return FoundFigure(
      tokens: numeral.tokens, value: numeral.value, kind: .money, sign: measure[1])
  }

  // MARK: Two bounds

  private static let joints = WordSet("und and but aber")

  /// `more than 10 and less than 40`, `mindestens 20 und höchstens 30`: two bounds are one range.
  func addOtherBound(_ figure: inout FoundFigure, behind end: Int) {
    guard Self.joints.contains(view[end]), let value = figure.value, figure.kind != .ordinal,
      let hedge = FigureHedges(view: view).hedge(startingAt: end + 1), !hedge.isAmbiguous,
      let other = numerals.numeral(at: hedge.tokens.upperBound), other.form != .order,
      !other.isOrdinal, !other.isArticle, let bound = other.value, bound != value
    else { return }
    let isLow = figure.relation == .more || figure.relation == .atLeast
    let isHigh = figure.relation == .less || figure.relation == .atMost
    let isOtherLow = hedge.relation == .more || hedge.relation == .atLeast
    let isOtherHigh = hedge.relation == .less || hedge.relation == .atMost
    guard isLow && isOtherHigh && value < bound || isHigh && isOtherLow && bound < value else {
      return
    }
    figure.low = Swift.min(value, bound)
    figure.high = Swift.max(value, bound)
    figure.value = nil
    figure.relation = .range
    figure.tokens = figure.tokens.lowerBound..<other.tokens.upperBound
    _ = addMeasure(&figure, hasTail: false)
  }
}
