/// Powers: `10^6`, `2,5 × 10⁶`, `1e10`, `10 hoch 6`.
extension NumeralReader {
  // MARK: Powers

  /// `1e10`, `1,3x10^6`, `1.3 × 10^6`, `10^6`, `2^-1`
  func power(_ numeral: Numeral) -> Numeral? {
    let at = numeral.tokens.upperBound
    guard let value = numeral.value, view.range.contains(at) else { return nil }
    if Self.sign.contains(view[at]) { return timesTen(numeral, value) }
    if let (exponent, end) = spokenExponent(at: at), value == value.rounded(), value <= 100 {
      return result(numeral, Self.pow(value, exponent), to: end)
    }
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
    if let (exponent, end) = exponent(at: at) ?? (value == 10 ? superscript(at: at) : nil) {
      return result(numeral, Self.pow(value, exponent), to: end)
    }
    return timesTen(numeral, value)
  }

  private static let sign = WordSet("x")

  /// `2,5 x 10^6`, `2,5 × 10⁶`, `3*10^8`
  private func timesTen(_ numeral: Numeral, _ value: Double) -> Numeral? {
    let at = numeral.tokens.upperBound
    guard Self.sign.contains(view[at]) || view.isMark(at, UInt8(ascii: "*")) || isTimesSign(at),
      view[at + 1].length == 2, view[at + 1].kind == .number,
      DigitReader.plain(view.words.utf8[view[at + 1].range]) == 10,
      let (exponent, end) = exponent(at: at + 2) ?? superscript(at: at + 2)
    else { return nil }
    return result(numeral, value * Self.pow(10, exponent), to: end)
  }

  /// `×`, `·`
  private func isTimesSign(_ index: Int) -> Bool {
    guard view[index].length == 2, view.range.contains(index) else { return false }
    let first = view.words.firstByte(index)
    let second = view.words.utf8[view[index].start + 1]
    return first == 0xC3 && second == 0x97 || first == 0xC2 && second == 0xB7
  }

  private static let high = WordSet("hoch")

  /// `10 hoch 6`
  private func spokenExponent(at index: Int) -> (Double, Int)? {
    guard Self.high.contains(view[index]), view[index + 1].kind == .number,
      view[index + 1].length <= 2,
      let value = DigitReader.plain(view.words.utf8[view[index + 1].range])
    else { return nil }
    return (value, index + 2)
  }

  /// `⁶`, `⁻¹²`
  private func superscript(at index: Int) -> (Double, Int)? {
    var at = index
    var value = 0.0
    var digits = 0
    var isNegative = false
    while at < view.end, at < index + 4, view[at].isAttached {
      let utf8 = view.words.utf8
      var place = view[at].start
      while place < view[at].end {
        let scalar = Scalar(utf8, place)
        if scalar.value == 0x207B, digits == 0, !isNegative {
          isNegative = true
        } else if let digit = Self.raised(scalar.value) {
          value = value * 10 + digit
          digits += 1
        } else {
          return digits > 0 && place == view[at].start ? (isNegative ? -value : value, at) : nil
        }
        place += Swift.max(1, scalar.length)
      }
      at += 1
    }
    return digits > 0 && digits <= 2 ? (isNegative ? -value : value, at) : nil
  }

  private static func raised(_ scalar: UInt32) -> Double? {
    switch scalar {
    case 0xB9: 1
    case 0xB2: 2
    case 0xB3: 3
    case 0x2070: 0
    case 0x2074...0x2079: Double(scalar - 0x2070)
    default: nil
    }
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
