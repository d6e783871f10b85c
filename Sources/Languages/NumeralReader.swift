/// Reads the number that begins at a token.
struct NumeralReader {
  let view: SentenceView

  /// The number at a token, with its scale words and fractions; nil where none begins.
  func numeral(at index: Int) -> Numeral? {
    guard view.has(.numeral, index) else { return nil }
    let numeral =
      view[index].kind == .number
      ? digits(at: index)
      : view.isGerman ? germanWords(at: index) : EnglishNumerals(view: view).numeral(at: index)
    guard let numeral else { return nil }
    if numeral.isFraction { return ofScale(numeral) }
    return view.isGerman ? numeral : over(numeral)
  }

  /// What the numerals list says of the entry at a token.
  func entry(at index: Int) -> (length: Int, kind: String, value: Double)? {
    guard view.has(.numeral, index),
      let match = view.vocabulary.numerals.match(view.words, at: index, end: view.end)
    else { return nil }
    let attributes = view.vocabulary.numerals.attributes(of: match)
    guard let kind = attributes.first else { return nil }
    return (match.length, kind, attributes.count > 1 ? Double(attributes[1]) ?? 0 : 0)
  }

  // MARK: Digits

  private func digits(at index: Int) -> Numeral? {
    let word = view[index]
    // ".5", ",08"
    let isDecimal =
      view.isMark(index - 1, UInt8(ascii: view.isGerman ? "," : ".")) && word.isAttached
      && !view[index - 1].isAttached
    guard
      var value = DigitReader.value(view.words.utf8[word.range], isGerman: view.isGerman)
        ?? (isDecimal ? DigitReader.plain(view.words.utf8[word.range]) : nil)
    else { return nil }
    var end = index + 1
    var first = index
    if isDecimal, value < 1e6 {
      for _ in 0..<word.length { value /= 10 }
      value = Double((value * 1e9).rounded()) / 1e9
      first = index - 1
    }
    if word.length <= 3, let (grouped, next) = spacedGroups(value, from: end) {
      (value, end) = (grouped, next)
    }
    var numeral = Numeral(tokens: first..<end, value: value, form: .digits)
    if let divided = divided(numeral) { return divided }
    if let sum = withFraction(numeral) { numeral = sum }
    if let power = power(numeral) { return power }
    numeral = scaled(numeral)
    let next = numeral.tokens.upperBound
    if next == end, view[next].kind == .word, view[next].isAttached, view.range.contains(next) {
      numeral.hasTail = true
    }
    if !numeral.hasTail, isOrdinalStop(numeral) {
      numeral.isOrdinal = true
      numeral.tokens = index..<next + 1
    }
    return numeral
  }

  /// `9 000`: groups of three digits after a single space.
  private func spacedGroups(_ head: Double, from start: Int) -> (Double, Int)? {
    var value = head
    var at = start
    while at < start + 4, view[at].kind == .number, view[at].length == 3,
      view[at].start == view[at - 1].end + 1, !view[at].marks.contains(.afterLine),
      let group = DigitReader.plain(view.words.utf8[view[at].range])
    {
      value = value * 1000 + group
      at += 1
    }
    guard head >= 1, view.words.utf8[view[start].start] <= 0x39 else { return nil }
    if at > start, let decimals = spacedDecimals(at: at) {
      return (value * 1000 + decimals, at + 1)
    }
    return at > start ? (value, at) : nil
  }

  /// `1/2`, but not `2024/25` or `3/4/2024`.
  func divided(_ numeral: Numeral) -> Numeral? {
    let at = numeral.tokens.upperBound
    guard view.isMark(at, UInt8(ascii: "/")), view[at].isAttached,
      view[at + 1].kind == .number, view[at + 1].isAttached,
      !view.isMark(at + 2, UInt8(ascii: "/")), let upper = numeral.value,
      let lower = DigitReader.value(view.words.utf8[view[at + 1].range], isGerman: view.isGerman),
      lower > upper, lower <= 100
    else { return nil }
    var divided = numeral
    divided.value = upper / lower
    divided.tokens = numeral.tokens.lowerBound..<at + 2
    divided.isFraction = true
    return divided
  }

  /// `70. Jahrestag`: one to three digits with a stop inside a sentence.
  private func isOrdinalStop(_ numeral: Numeral) -> Bool {
    let at = numeral.tokens.upperBound
    guard view.isGerman, numeral.tokens.count == 1, view[at - 1].length <= 3,
      view.isMark(at, UInt8(ascii: ".")), view[at].isAttached, at + 1 < view.end
    else { return false }
    return view[at + 1].kind == .word
  }

  // MARK: German words

  /// The number a single German word is.
  func numberWord(at index: Int) -> GermanNumberWord? {
    GermanNumberWord.read(view[index], of: view.words.utf8)
  }

  private func germanWords(at index: Int) -> Numeral? {
    let word = numberWord(at: index)
    if let entry = entry(at: index) {
      switch entry.kind {
      case "order":
        return Numeral(
          tokens: index..<index + entry.length, low: entry.value, form: .order)
      case "some": return order(after: index + entry.length, from: index, most: entry)
      case "whole":
        return Numeral(
          tokens: index..<index + 1, value: entry.value, form: .words, isFraction: true)
      case "scale": if word == nil { return bareScale(at: index, entry.value) }
      case "half":
        return scaledHalf(at: index, from: index)
      default: if word == nil { return nil }
      }
    }
    guard let word else { return nil }
    var numeral = Numeral(tokens: index..<index + 1, value: word.value, form: .words)
    numeral.isOrdinal = word.isOrdinal
    numeral.isArticle = word.isArticle
    numeral.isTimes = word.isTimes
    if word.isOrdinal || word.isTimes { return numeral }
    if word.isArticle, let half = scaledHalf(at: index + 1, from: index) { return half }
    numeral = germanPart(hundredsBehind(decimals(scaled(numeral))))
    // "Tausend" alone is a name as often as a number.
    if numeral.tokens.count == 1, view[index].isCapitalised, index > view.start,
      word.value == 1000 || word.value == 100, view[index - 1].isCapitalised
    {
      return nil
    }
    return numeral
  }

  /// `eine halbe Million`, `ein halbes Dutzend`; of a half without a scale nothing is said here.
  private func scaledHalf(at half: Int, from start: Int) -> Numeral? {
    guard let entry = entry(at: half), entry.kind == "half" else { return nil }
    if half > start, view.has(.measure, half + 1), view[half + 1].isCapitalised {
      // "ein halbes Prozent"
      return Numeral(tokens: start..<half + 1, value: 0.5, form: .words)
    }
    guard let scale = self.entry(at: half + 1), scale.kind == "scale" else { return nil }
    return Numeral(
      tokens: start..<half + 2, value: scale.value / 2, form: .words, scale: scale.value)
  }

  /// `Millionen` without a number is an order of magnitude.
  private func bareScale(at index: Int, _ scale: Double) -> Numeral? {
    let folded = view.folded(index)
    guard scale >= 1000, folded.suffix(2) == Array("en".utf8)[...] else { return nil }
    return Numeral(tokens: index..<index + 1, low: scale * 2, form: .order)
  }

  /// `mehrere Hundert`, `ein paar tausend`
  private func order(
    after at: Int, from start: Int, most: (length: Int, kind: String, value: Double)
  ) -> Numeral? {
    var scale = 0.0
    if let next = entry(at: at), next.kind == "scale" {
      scale = next.value
    } else if view[at].kind == .word, let word = numberWord(at: at),
      [100, 1000, 10_000, 100_000].contains(word.value)
    {
      scale = word.value
    }
    guard scale > 0 else { return nil }
    return Numeral(tokens: start..<at + 1, low: scale * 2, form: .order)
  }

  /// `zwei Komma drei`
  private func decimals(_ numeral: Numeral) -> Numeral {
    let at = numeral.tokens.upperBound
    guard let comma = entry(at: at), comma.kind == "comma", var value = numeral.value,
      numeral.scale == 1
    else { return numeral }
    var next = at + 1
    var step = 0.1
    if let pair = numberWord(at: next), pair.value >= 10, pair.value < 100, !pair.isOrdinal {
      // "drei Komma vierzehn"
      value += pair.value / 100
      step = 0.001
      next += 1
    }
    while let digit = numberWord(at: next), digit.value < 10, !digit.isOrdinal,
      next < at + 8
    {
      value += digit.value * step
      step /= 10
      next += 1
    }
    guard next > at + 1 else { return numeral }
    var sum = numeral
    sum.value = Double((value * 1e8).rounded()) / 1e8
    sum.tokens = numeral.tokens.lowerBound..<next
    return scaled(sum)
  }

  // MARK: Scales

  /// The number with the scale words and fractions behind it: `5 Millionen`, `2,3 Mrd.`,
  /// `zwei Drittel`, `fünf Dutzend`, `zwei Millionen dreihunderttausend`.
  func scaled(_ numeral: Numeral) -> Numeral {
    var numeral = numeral
    var total = 0.0
    var value = numeral.value ?? 0
    var at = numeral.tokens.upperBound
    for _ in 0..<6 {
      guard let entry = entry(at: at), view[at].kind == .word else { break }
      if entry.kind == "fraction", numeral.form == .words || value < 100, value < entry.value,
        value >= 1
      {
        numeral.isFraction = true
        numeral.isArticle = false
        value /= entry.value
        at += entry.length
        break
      }
      // "3 dozens", "zwei Dutzende"
      let isOrder = entry.kind == "order" && entry.length == 1 && value >= 1 && value < 100
      guard entry.kind == "scale" || (entry.kind == "hundred" && value < 100) || isOrder,
        !(numeral.isArticle && (entry.value == 100 || isOrder))
      else { break }
      let scale = isOrder ? entry.value / 2 : entry.value
      numeral.scale = scale
      numeral.isArticle = false
      value *= scale
      at += entry.length
      if view.isMark(at, UInt8(ascii: ".")), view[at].isAttached, view[at - 1].length == 3 {
        at += 1
      }
      guard !isOrder, let (rest, next) = smaller(than: scale, at: at) else { break }
      total += value
      value = rest
      at = next
    }
    numeral.value = total + value
    numeral.tokens = numeral.tokens.lowerBound..<at
    return numeral
  }
}

extension DigitReader {
  /// Digits only.
  static func plain(_ bytes: ArraySlice<UInt8>) -> Double? {
    guard bytes.allSatisfy({ ByteClass.isDigit($0) }), bytes.count <= 15 else { return nil }
    return bytes.reduce(0) { $0 * 10 + Double($1 & 0x0F) }
  }
}
