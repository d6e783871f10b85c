/// What stands around a number: measure, money, sign, hedge.
extension FigureFinder {
  // MARK: Measures, signs, hedges

  /// Adds percent, measure or money behind the number; false where letters that are no unit cling
  /// to the digits.
  func addMeasure(_ figure: inout FoundFigure, hasTail: Bool) -> Bool {
    var end = figure.tokens.upperBound
    // "12 - Pfund", "30-Prozent"
    if view.isDash(end), view.has(.measure, end + 1) { end += 1 }
    // "$5m" are millions, no metres.
    if hasTail, isMoneySign(figure.tokens.lowerBound - 1), addTail(&figure) { return true }
    guard let measure = measure(at: end, attached: hasTail) else {
      return hasTail ? addTail(&figure) : true
    }
    let behind = end..<end + measure.length
    switch measure.kind {
    case "percent":
      figure.kind = .percent
      figure.sign = measure.sign
      figure.tokens = figure.tokens.lowerBound..<behind.upperBound
    case "point", "measure":
      figure.kind = measure.kind == "point" ? .percent : .measure
      figure.sign = measure.sign
      figure.tokens = figure.tokens.lowerBound..<behind.upperBound
      addPower(&figure)
      if measure.sign == "ft" { addInches(&figure, at: behind.upperBound) }
    default:
      figure.kind = .money
      figure.sign = measure.sign
      figure.unit = behind
      if measure.kind == "cent" { figure.value = figure.value.map { $0 / 100 } }
      addCents(&figure, at: behind.upperBound, code: measure.sign)
      if let scale = numerals.entry(at: behind.upperBound), scale.kind == "scale",
        scale.value >= 1e6, figure.tokens.count == 1
      {
        // "75 USD million"
        figure.value = figure.value.map { $0 * scale.value }
        figure.unit = behind.lowerBound..<behind.upperBound + scale.length
      }
    }
    return true
  }

  func measure(at index: Int, attached: Bool) -> (kind: String, sign: String, length: Int)? {
    let lexicon = view.vocabulary.measures
    guard view.has(.measure, index), let match = lexicon.match(view.words, at: index, end: view.end)
    else { return nil }
    let attributes = lexicon.attributes(of: match)
    guard attributes.count == 2 else { return nil }
    // A single letter is a unit only in its own case: "5 m", "220 V".
    if view[index].kind == .word, view[index].length == 1 {
      let first = attributes[1].utf8.first ?? 0
      guard view.words.firstByte(index) == first,
        attached || !view.isMark(index + 1, UInt8(ascii: "."))
      else { return nil }
    }
    return (attributes[0], attributes[1], match.length)
  }

  /// `m^2`
  private func addPower(_ figure: inout FoundFigure) {
    let at = figure.tokens.upperBound
    guard view.isMark(at, UInt8(ascii: "^")), view[at].isAttached, view[at + 1].isAttached,
      view[at + 1].kind == .number, view[at + 1].length == 1, let sign = figure.sign
    else { return }
    switch view.words.firstByte(at + 1) {
    case UInt8(ascii: "2"): figure.sign = sign + "²"
    case UInt8(ascii: "3"): figure.sign = sign + "³"
    default: return
    }
    figure.tokens = figure.tokens.lowerBound..<at + 2
  }

  /// `13 Euro und 45 Cent`, `3 Euro 20`
  func addCents(_ figure: inout FoundFigure, at index: Int, code: String) {
    if addPlainCents(&figure, at: index) { return }
    let at = Self.und.contains(view[index]) ? index + 1 : index
    guard let cents = numerals.numeral(at: at), let small = cents.value, small < 100,
      let measure = measure(at: cents.tokens.upperBound, attached: false), measure.kind == "cent",
      measure.sign == code, let whole = figure.value
    else { return }
    figure.value = (whole * 100 + small).rounded() / 100
    figure.tokens = figure.tokens.lowerBound..<cents.tokens.upperBound + measure.length
  }

  /// Two digits behind money in whole numbers, with nothing that they could count.
  private func addPlainCents(_ figure: inout FoundFigure, at index: Int) -> Bool {
    let before = figure.tokens.lowerBound - 1
    guard let cents = plainCents(index),
      !view.has(.measure, before) || before < view.start,
      let whole = figure.value, whole == whole.rounded(), whole < 10_000, figure.kind == .money
    else { return false }
    let next = index + 1
    guard
      next >= view.end
        || (view[next].kind == .punctuation
          ? !view.has(.measure, next) && !view.isDash(next)
            && (next + 1 >= view.end || !view[next + 1].isAttached)
          : view.has(.function, next) && !view.has(.numeral, next) && !view.has(.measure, next))
    else { return false }
    figure.value = (whole * 100 + cents).rounded() / 100
    figure.tokens = figure.tokens.lowerBound..<next
    return true
  }

  /// `20`, `fünfzig`
  private func plainCents(_ index: Int) -> Double? {
    guard view.range.contains(index), !view[index].isAttached else { return nil }
    if view[index].kind == .number, view[index].length == 2 {
      return DigitReader.plain(view.words.utf8[view[index].range])
    }
    guard view.isGerman, view.has(.numeral, index), let word = numerals.numberWord(at: index),
      !word.isOrdinal, !word.isTimes, (10..<100).contains(word.value)
    else { return nil }
    return word.value
  }

  /// `5 feet 2 inches`, `5 ft 2 in`
  private func addInches(_ figure: inout FoundFigure, at index: Int) {
    let at = Self.und.contains(view[index]) ? index + 1 : index
    guard let inches = numerals.numeral(at: at), let small = inches.value, small < 12,
      let feet = figure.value
    else { return }
    let unit = inches.tokens.upperBound
    let length = measure(at: unit, attached: false).map { $0.sign == "in" ? $0.length : 0 }
    // "in" alone is a unit only behind "ft".
    let isShort = Self.inWord.contains(view[unit]) && Self.ft.contains(view[index - 1])
    guard let end = length.flatMap({ $0 > 0 ? unit + $0 : nil }) ?? (isShort ? unit + 1 : nil)
    else { return }
    figure.value = feet + small / 12
    figure.tokens = figure.tokens.lowerBound..<end
  }

  private static let ft = WordSet("ft")

  /// `three-ton`, `six-foot`: a number word and a measure in one English word.
  func hyphenMeasure(at index: Int) -> FoundFigure? {
    guard !view.isGerman, view[index].marks.contains(.hasHyphen), view[index].length <= 20 else {
      return nil
    }
    let parts = view.folded(index).split(separator: UInt8(ascii: "-"))
    let lexicon = view.vocabulary.measures
    guard parts.count == 2, parts[1].count > 2,
      let number = view.vocabulary.numerals.entry(of: Folding.hash(parts[0])),
      let measure = lexicon.entry(of: Folding.hash(parts[1]))
    else { return nil }
    let numeral = view.vocabulary.numerals.attributes(of: number)
    let unit = lexicon.attributes(of: measure)
    guard numeral.count > 1, numeral[0] == "unit" || numeral[0] == "tens",
      let value = Double(numeral[1]), unit.count == 2
    else { return nil }
    return FoundFigure(
      tokens: index..<index + 1, value: value, kind: unit[0] == "money" ? .money : .measure,
      sign: unit[1])
  }

  static let tails: [[UInt8]: Double] = [
    Array("m".utf8): 1e6, Array("b".utf8): 1e9, Array("k".utf8): 1e3,
  ]

  /// Letters that cling to digits: `$5m`, `2,5fach`.
  func addTail(_ figure: inout FoundFigure) -> Bool {
    let tail = figure.tokens.upperBound
    let isMoney = isMoneySign(figure.tokens.lowerBound - 1)
    if !view.isGerman || isMoney,
      isMoney || view[tail].isCapitalised || view.isWord(tail, Self.billion),
      let factor = Self.tails[view.folded(tail)]
    {
      figure.value = figure.value.map { $0 * factor }
      figure.tokens = figure.tokens.lowerBound..<tail + 1
      return true
    }
    let folded = view.folded(tail)
    return folded == Array("mal".utf8) || folded.starts(with: Array("fach".utf8))
  }

  private func isMoneySign(_ index: Int) -> Bool {
    view[index].kind == .punctuation && view.has(.measure, index)
  }

  private static let billion = Folding.hash("b".utf8)

  static let minus = WordSet("minus negative")

  func addSign(_ figure: inout FoundFigure) {
    let before = figure.tokens.lowerBound - 1
    let isWord = Self.minus.contains(view[before])
    let isMark =
      view[figure.tokens.lowerBound].isAttached && view[before].kind == .punctuation
      && !view[before].isAttached && before >= view.start
      && (view.isMark(before, UInt8(ascii: "-"))
        || view.words.utf8[view[before].range].elementsEqual([0xE2, 0x88, 0x92])
        || (view.isDash(before) && (figure.sign == "°C" || figure.sign == "%")
          && view[before - 1].kind == .word))
      || isApart(before, figure)
    guard isWord || isMark, let value = figure.value else { return }
    figure.value = -value
    figure.tokens = before..<figure.tokens.upperBound
  }

  /// `- 20 degrees`, as English texts cut into words write it.
  private func isApart(_ mark: Int, _ figure: FoundFigure) -> Bool {
    guard !view.isGerman, mark > view.start, view.isMark(mark, UInt8(ascii: "-")),
      view[mark - 1].kind == .word, let sign = figure.sign
    else { return false }
    return sign == "°C" || sign == "°F"
  }

  /// A currency before the number: `$15`, `USD 15`, `€ 5`.
  func addPrefix(_ figure: inout FoundFigure) {
    let before = figure.tokens.lowerBound - 1
    guard figure.kind == .cardinal, before >= view.start,
      let measure = measure(at: before, attached: true),
      measure.kind == "money", before + measure.length == figure.tokens.lowerBound,
      view[before].kind == .punctuation || view[before].marks.contains(.allCapitals)
    else { return }
    var start = before
    var sign = measure.sign
    if view[before].isAttached, view[before - 1].kind == .word, view[before - 1].length <= 3,
      before > view.start,
      let code = Self.dollars[view.folded(before - 1)]
    {
      start -= 1
      sign = code
    }
    figure.kind = .money
    figure.sign = sign
    figure.tokens = start..<figure.tokens.upperBound
  }

  static let dollars: [[UInt8]: String] = Dictionary(
    uniqueKeysWithValues: [
      ("us", "USD"), ("usd", "USD"), ("a", "AUD"), ("au", "AUD"), ("aud", "AUD"), ("c", "CAD"),
      ("ca", "CAD"),
      ("cad", "CAD"), ("hk", "HKD"), ("nz", "NZD"), ("s", "SGD"), ("mxn", "MXN"),
    ].map { (Array($0.0.utf8), $0.1) })

  func addHedge(_ figure: inout FoundFigure, isWord: Bool) {
    guard let hedge = FigureHedges(view: view).hedge(endingAt: figure.tokens.lowerBound) else {
      return
    }
    if hedge.isAmbiguous, isWord, figure.kind == .cardinal, (figure.value ?? 0) < 10,
      (figure.value ?? 0) >= 1
    {
      return
    }
    figure.hedge = hedge.tokens
    if figure.relation == .equal { figure.relation = hedge.relation }
  }
}
