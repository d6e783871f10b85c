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
    if !view.isGerman {
      guard Self.of.contains(view[at]) else { return numeral }
      at += 1
    }
    guard Self.article.contains(view[at]), let scale = entry(at: at + 1), scale.kind == "scale",
      scale.value >= 1000
    else { return numeral }
    var whole = numeral
    whole.value = value * scale.value
    whole.scale = scale.value
    whole.isFraction = false
    whole.tokens = numeral.tokens.lowerBound..<at + 2
    return whole
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
    guard view.isGerman, Self.and.contains(view[at]), let value = numeral.value, value < 1000,
      numeral.scale == 1, !numeral.isArticle, value == value.rounded(),
      let lower = entry(at: at + 2), lower.kind == "fraction" || lower.kind == "half",
      let upper = numberWord(at: at + 1), !upper.isOrdinal
    else { return numeral }
    let part = lower.kind == "half" ? 0.5 : upper.value / lower.value
    // "vier und ein halbes Dutzend" are two numbers.
    guard part < 1, lower.kind == "fraction" || upper.value == 1, !view.has(.numeral, at + 3),
      lower.kind == "fraction" || !view[at + 3].isCapitalised
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

  // MARK: Powers

  /// `1e10`, `1,3x10^6`, `1.3 × 10^6`, `10^6`, `2^-1`
  func power(_ numeral: Numeral) -> Numeral? {
    let at = numeral.tokens.upperBound
    guard let value = numeral.value, view.range.contains(at) else { return nil }
    if view[at].kind == .word {
      guard view[at].isAttached, view[at].marks.contains(.hasDigit) else { return nil }
      let tail = view.folded(at)
      if tail[0] == UInt8(ascii: "e"), tail.count <= 4 {
        let isNegative = tail[1] == UInt8(ascii: "-")
        guard let exponent = DigitReader.plain(tail.dropFirst(isNegative ? 2 : 1)) else {
          return nil
        }
        return result(numeral, value * Self.pow(10, isNegative ? -exponent : exponent), to: at + 1)
      }
      guard tail == Array("x10".utf8), let (exponent, end) = exponent(at: at + 1) else {
        return nil
      }
      return result(numeral, value * Self.pow(10, exponent), to: end)
    }
    if let (exponent, end) = exponent(at: at) {
      return result(numeral, Self.pow(value, exponent), to: end)
    }
    guard view[at].length == 2, view.words.firstByte(at) == 0xC3, view[at + 1].length == 2,
      view.words.utf8[view[at].start + 1] == 0x97, view[at + 1].kind == .number,
      DigitReader.plain(view.words.utf8[view[at + 1].range]) == 10,
      let (exponent, end) = exponent(at: at + 2)
    else { return nil }
    return result(numeral, value * Self.pow(10, exponent), to: end)
  }

  private func result(_ numeral: Numeral, _ value: Double, to end: Int) -> Numeral? {
    guard value.isFinite else { return nil }
    var power = numeral
    power.value = value
    power.tokens = numeral.tokens.lowerBound..<end
    return power
  }

  /// `^6`, `^-1`: the whole number and the token behind it.
  private func exponent(at index: Int) -> (Double, Int)? {
    guard view.isMark(index, UInt8(ascii: "^")), view[index].isAttached else { return nil }
    let isNegative = view.isMark(index + 1, UInt8(ascii: "-"))
    let at = isNegative || view.isMark(index + 1, UInt8(ascii: "+")) ? index + 2 : index + 1
    guard view[at].kind == .number, view[at].isAttached, view[at].length <= 2,
      let value = DigitReader.plain(view.words.utf8[view[at].range])
    else { return nil }
    return (isNegative ? -value : value, at + 1)
  }

  private static func pow(_ base: Double, _ exponent: Double) -> Double {
    var value = 1.0
    for _ in 0..<Int(Swift.abs(exponent)) { value *= base }
    return exponent < 0 ? 1 / value : value
  }
}
