/// Finds figures in a sentence: what is counted or measured, and how exactly it is said.
struct FigureFinder {
  let view: SentenceView
  /// Tokens that are times, in order; no figure is looked for in them.
  let times: [Range<Int>]
  let numerals: NumeralReader

  init(view: SentenceView, times: [Range<Int>]) {
    self.view = view
    self.times = times
    numerals = NumeralReader(view: view)
  }

  func find() -> [FoundFigure] {
    var found: [FoundFigure] = []
    var at = view.start
    var time = 0
    while at < view.end {
      while time < times.count, times[time].upperBound <= at { time += 1 }
      if time < times.count, times[time].contains(at) {
        at = Swift.max(times[time].upperBound, at + 1)
        continue
      }
      guard !view.tags[at].isDisjoint(with: [.numeral, .share]),
        let (figure, end) = figure(at: at, after: found.last)
      else {
        at += 1
        continue
      }
      if isInLink(at) {
        at = linkEnd(from: at)
        continue
      }
      at = Swift.max(end, at + 1)
      if let figure { found.append(figure) }
    }
    return found
  }

  /// The figure at a token and the token to go on from; a nil figure is a number that counts
  /// nothing and must be stepped over.
  func figure(at index: Int, after last: FoundFigure?) -> (FoundFigure?, Int)? {
    if let share = share(at: index) { return (share, share.tokens.upperBound) }
    if let measure = hyphenMeasure(at: index) { return (measure, index + 1) }
    if let money = gluedMoney(at: index) { return (money, money.tokens.upperBound) }
    guard var numeral = numerals.numeral(at: index) else {
      return view[index].kind == .number ? (nil, skip(from: index)) : nil
    }
    if numeral.isArticle, isOne(numeral) { numeral.isArticle = false }
    if numeral.isArticle || isNoNumber(numeral) || isPronoun(numeral) { return nil }
    if isLabel(numeral) || isPartOfCode(numeral) || isAddress(numeral) {
      return (nil, skip(from: index))
    }
    if numeral.isOrdinal { return ordinal(numeral).map { ($0, $0.tokens.upperBound) } }
    var figure = FoundFigure(tokens: numeral.tokens, value: numeral.value, low: numeral.low)
    if numeral.form == .order { figure.relation = .order }
    figure.isPart = numeral.isFraction || numeral.form == .order
    var isRange = false
    if let (other, first) = range(numeral) {
      (figure.low, figure.high, figure.value) = (first, other.value, nil)
      figure.relation = .range
      figure.tokens = index..<other.tokens.upperBound
      isRange = true
    }
    let number = figure.tokens
    guard addMeasure(&figure, hasTail: numeral.hasTail && !isRange) else {
      return (nil, skip(from: index))
    }
    addSign(&figure)
    addPrefix(&figure)
    if !isRange || figure.relation == .range { addHedge(&figure, isWord: numeral.form == .words) }
    if figure.hedge != nil, !isRange { addOtherBound(&figure, behind: figure.tokens.upperBound) }
    if !numeral.isTimes {
      FigureUnit(view: view, times: times).add(
        to: &figure, numberEnd: number.upperBound, last: last)
    }
    return (figure, Swift.max(figure.tokens.upperBound, index + 1))
  }

  // MARK: Numbers that count nothing

  /// `Tausend` as a name, `die Elf`: a number word with a capital inside a sentence.
  func isNoNumber(_ numeral: Numeral) -> Bool {
    let index = numeral.tokens.lowerBound
    guard view.isGerman, numeral.form == .words, view[index].isCapitalised, index > view.start,
      !isOpening(index - 1), !numeral.isFraction, numeral.tokens.count == 1
    else { return false }
    return (numeral.value ?? 0) < 100 || numeral.isOrdinal
  }

  /// `one of them`
  func isPronoun(_ numeral: Numeral) -> Bool {
    !view.isGerman && numeral.form == .words && numeral.value == 1 && numeral.tokens.count == 1
      && !numeral.isOrdinal && view.has(.function, numeral.tokens.upperBound)
      && !Self.minus.contains(view[numeral.tokens.lowerBound - 1])
  }

  func isOpening(_ index: Int) -> Bool {
    Quotes.isMark(view.words, index) || view.isMark(index, UInt8(ascii: ":")) || view.isDash(index)
  }

  func isLabel(_ numeral: Numeral) -> Bool {
    let index = numeral.tokens.lowerBound
    guard index > view.start else { return false }
    if numeral.form != .digits {
      return view.has(.label, index - 1) && view[index - 1].isCapitalised
    }
    if view.isMark(index - 1, UInt8(ascii: "#")) { return true }
    var before = index - 1
    if view.isMark(before, UInt8(ascii: ".")), view[before].isAttached { before -= 1 }
    if view.has(.label, before), !view.has(.measure, numeral.tokens.upperBound) {
      return view.isGerman ? view[before].kind == .punctuation || view[before].isCapitalised : true
    }
    let word = view[index - 1]
    // "LH 454", "A380": short capitals lead to a number; so do names in English.
    if word.marks.contains(.allCapitals), word.length <= 3, !view.has(.measure, index - 1) {
      return true
    }
    return !view.isGerman && word.isCapitalised && index - 1 > view.start
      && !view.has(.function, index - 1) && !view.has(.measure, index - 1)
      && (numeral.value ?? 0) < 10_000
      && !view.has(.time, index - 1)
      && numeral.scale == 1
  }

  /// `3:1`, `0171/234`, `2-1-0`, `(0)`: digits tied to other digits or alone in brackets.
  func isPartOfCode(_ numeral: Numeral) -> Bool {
    guard numeral.form == .digits else { return false }
    let first = numeral.tokens.lowerBound
    let next = numeral.tokens.upperBound
    for (mark, other) in [(next, next + 1), (first - 1, first - 2)]
    where view[Swift.max(mark, other)].isAttached {
      guard view[mark].isAttached || mark < first, view[other].kind == .number,
        view.range.contains(other)
      else { continue }
      if view.isMark(mark, UInt8(ascii: ":")) || view.isMark(mark, UInt8(ascii: "/")) {
        return true
      }
    }
    if view.isMark(first - 1, UInt8(ascii: "(")), view.isMark(next, UInt8(ascii: ")")) {
      return true
    }
    if view.isMark(first - 1, UInt8(ascii: "+")), view[first].isAttached, numeral.value ?? 0 > 9 {
      return true
    }
    // "1." or "2)" before a line of a list.
    if first == view.start, next == first + 1,
      view.isMark(next, UInt8(ascii: ".")) || view.isMark(next, UInt8(ascii: ")")),
      next + 1 < view.end
    {
      return true
    }
    if view.isDash(next), view[next].isAttached, view[next + 1].isAttached {
      return view[next + 1].kind == .word
        ? !isMeasureOrJoined(next + 1) && !Self.times.contains(view[next + 1])
        : rangeIsScore(numeral)
    }
    return view.isDash(first - 1) && view[first].isAttached && view[first - 1].isAttached
      && first - 1 > view.start
  }

  /// `5-mal`, `3-fach`
  static let times = WordSet("mal fach fache fachen facher faches")

  func isMeasureOrJoined(_ index: Int) -> Bool { view.has(.measure, index) }

  /// `3-1` is a score, `3-5` a range.
  func rangeIsScore(_ numeral: Numeral) -> Bool {
    let next = numeral.tokens.upperBound
    guard let other = numerals.numeral(at: next + 1), let low = numeral.value,
      let high = other.value
    else { return true }
    return high <= low || view.isDash(other.tokens.upperBound)
  }

  /// Steps over digits that are tied together.
  func skip(from index: Int) -> Int {
    var at = index + 1
    while at < view.end, view[at].isAttached,
      view[at].kind == .number
        || (view[at + 1].kind == .number && view[at + 1].isAttached
          && view[at].kind == .punctuation)
    {
      at += 1
    }
    return at
  }

  // MARK: Ordinals and shares

  func ordinal(_ numeral: Numeral) -> FoundFigure? {
    let index = numeral.tokens.lowerBound
    if numeral.form == .digits, index == view.start { return nil }
    if numeral.value == 1, numeral.form == .words, !isFirstOfAll(numeral) { return nil }
    if view.isGerman, numeral.form == .words, numeral.value == 3 || numeral.value == 4,
      view[index].length <= 6, view.words.utf8[view[index].end - 1] == UInt8(ascii: "t"),
      !Self.zu.contains(view[index - 1])
    {
      return nil
    }
    var figure = FoundFigure(tokens: numeral.tokens, value: numeral.value, kind: .ordinal)
    FigureUnit(view: view, times: times).addNoun(to: &figure, after: numeral.tokens.upperBound)
    return figure
  }

  static let zu = WordSet("zu")
  static let inWord = WordSet("in out")
  static let one = WordSet("one")
  static let of = WordSet("of")

  /// `jeder dritte Deutsche`, `one in three Germans`
  func share(at index: Int) -> FoundFigure? {
    if view.has(.share, index) {
      guard let ordinal = numerals.numeral(at: index + 1), ordinal.isOrdinal,
        let value = ordinal.value, value >= 2, value <= 1000
      else { return nil }
      return counted(FoundFigure(tokens: index..<ordinal.tokens.upperBound, value: 1 / value))
    }
    guard !view.isGerman, Self.one.contains(view[index]), Self.inWord.contains(view[index + 1])
    else { return nil }
    let at = Self.of.contains(view[index + 2]) ? index + 3 : index + 2
    guard let whole = numerals.numeral(at: at), let value = whole.value, value >= 2 else {
      return nil
    }
    return counted(FoundFigure(tokens: index..<whole.tokens.upperBound, value: 1 / value))
  }

  func counted(_ figure: FoundFigure) -> FoundFigure {
    var figure = figure
    addHedge(&figure, isWord: true)
    FigureUnit(view: view, times: times).addNoun(to: &figure, after: figure.tokens.upperBound)
    return figure
  }

  // MARK: Ranges

  static let to = WordSet("bis to")
  static let und = WordSet("und and")
  static let between = WordSet("zwischen between")

  /// The second number of a range and the value of the first: `8.000 bis 10.000`, `zwischen 6,40
  /// und 6,60`, `2 bis 3 Millionen`.
  func range(_ first: Numeral) -> (Numeral, Double)? {
    guard let low = first.value, first.form != .order else { return nil }
    var joint = first.tokens.upperBound
    var measured: Lexicon.Match?
    if view.has(.measure, joint),
      let match = view.vocabulary.measures.match(view.words, at: joint, end: view.end)
    {
      joint += match.length
      measured = match
    }
    let isBetween =
      Self.between.contains(view[first.tokens.lowerBound - 1])
      || hasBetween(before: first.tokens.lowerBound)
    guard
      Self.to.contains(view[joint]) || view.isDash(joint)
        || (isBetween && Self.und.contains(view[joint])),
      var second = numerals.numeral(at: joint + 1) ?? behindSign(joint + 1), !second.isOrdinal,
      !second.isArticle, let high = second.value
    else { return nil }
    // "fell 5 percent to $180" is no range: both ends have one measure.
    if let measured {
      let behind = view.vocabulary.measures.match(
        view.words, at: second.tokens.upperBound, end: view.end)
      guard behind == measured else { return nil }
    }
    var start = low
    if first.scale == 1, second.scale > 1, low < high / second.scale { start = low * second.scale }
    guard start < high else { return nil }
    second.tokens = first.tokens.lowerBound..<second.tokens.upperBound
    return (second, start)
  }

  func hasBetween(before index: Int) -> Bool {
    guard let hedge = FigureHedges(view: view).hedge(endingAt: index) else { return false }
    return Self.between.contains(view[hedge.tokens.lowerBound - 1])
  }

  /// The number behind a currency sign.
  func behindSign(_ index: Int) -> Numeral? {
    view.has(.measure, index) && view[index].kind == .punctuation
      ? numerals.numeral(at: index + 1) : nil
  }
}
