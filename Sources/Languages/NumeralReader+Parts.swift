/// Numbers made of two: `1 4/5`, `1,3 × 10^6`, `zwei Drittel einer Million`, `one over three`.
extension NumeralReader {
  private static let of = WordSet("of")
  private static let article = WordSet("a an einer")
  private static let over = WordSet("over")
  private static let and = WordSet("und and")
  private static let one = WordSet("ein eine einer einem one a")

  /// The part of a scale a fraction stands for: `zwei Drittel einer Million`, `half of a billion`.
  func ofScale(_ numeral: Numeral) -> Numeral {
    guard numeral.isFraction, let value = numeral.value else { return numeral }
    var at = numeral.tokens.upperBound
    if view.isGerman {
      if let whole = partsOfScale(numeral) { return whole }
    } else {
      guard Self.of.contains(view[at]) else { return numeral }
      at += 1
    }
    guard Self.article.contains(view[at]), let scale = entry(at: at + 1), scale.kind == "scale",
      scale.value >= 1000
    else { return numeral }
    return numeral.times(scale.value, value, to: at + 2)
  }

  /// `one over twenty`, where nothing is counted behind it: "2 over 300 boats" are two numbers.
  func over(_ numeral: Numeral) -> Numeral {
    let at = numeral.tokens.upperBound
    guard !view.isGerman, Self.over.contains(view[at]), !numeral.isOrdinal,
      let upper = numeral.value,
      upper >= 1, upper < 100, upper == upper.rounded(), view.has(.numeral, at + 1),
      let below = self.numeral(at: at + 1), !below.isOrdinal, !below.isFraction,
      let lower = below.value, lower > upper, lower < 10_000
    else { return numeral }
    let next = below.tokens.upperBound
    guard next >= view.end || view[next].kind == .punctuation && !view.has(.measure, next) else {
      return numeral
    }
    var divided = numeral
    divided.value = upper / lower
    divided.isFraction = true
    divided.isArticle = false
    divided.tokens = numeral.tokens.lowerBound..<next
    return divided
  }

  /// `fünf und ein Viertel`, `zwei und drei Fünftel`, `vier und ein halb`
  func germanPart(_ numeral: Numeral) -> Numeral {
    let at = numeral.tokens.upperBound
    if let sum = withThreeQuarters(numeral) { return sum }
    guard view.isGerman, Self.and.contains(view[at]), let value = numeral.value, value < 1000,
      numeral.scale == 1, !numeral.isArticle, value == value.rounded(),
      let lower = entry(at: at + 2), lower.kind == "fraction" || lower.kind == "half",
      let upper = numberWord(at: at + 1), !upper.isOrdinal
    else { return numeral }
    let part = lower.kind == "half" ? 0.5 : upper.value / lower.value
    // "vier und ein halbes Dutzend" are two numbers.
    guard part < 1, lower.kind == "fraction" || upper.value == 1, !view.has(.numeral, at + 3),
      lower.kind == "fraction" || isBareHalf(at + 2) || !view[at + 3].isCapitalised
    else { return numeral }
    var sum = numeral
    sum.value = value + part
    sum.tokens = numeral.tokens.lowerBound..<at + 3
    return sum
  }

  /// `2 ½`, `2 1/2`
  func withFraction(_ numeral: Numeral) -> Numeral? {
    let at = numeral.tokens.upperBound
    guard view[at].kind == .number, view.range.contains(at), let value = numeral.value,
      value < 1000, value == value.rounded()
    else { return nil }
    let part: Numeral
    if view.words.firstByte(at) >= 0x80 {
      guard let sign = DigitReader.value(view.words.utf8[view[at].range], isGerman: view.isGerman)
      else { return nil }
      part = Numeral(tokens: at..<at + 1, value: sign, form: .digits)
    } else {
      guard view[at].length <= 2, view[at].start == view[at - 1].end + 1,
        let upper = DigitReader.plain(view.words.utf8[view[at].range]), upper >= 1,
        let fraction = divided(Numeral(tokens: at..<at + 1, value: upper, form: .digits))
      else { return nil }
      part = fraction
    }
    var sum = numeral
    sum.value = value + (part.value ?? 0)
    sum.tokens = numeral.tokens.lowerBound..<part.tokens.upperBound
    return sum
  }
}

extension Numeral {
  /// Parts of a scale as a whole number of it, up to a token.
  func times(_ scale: Double, _ parts: Double, to end: Int) -> Numeral {
    var whole = self
    whole.value = parts * scale
    whole.scale = scale
    whole.isFraction = false
    whole.tokens = tokens.lowerBound..<end
    return whole
  }
}
