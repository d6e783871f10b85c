/// Numbers whose parts stand one behind the other: `1 Milliarde 200 Millionen`, `zwei Drittel Millionen`.
extension NumeralReader {
  /// A lower part behind a scale: `dreihunderttausend` after `zwei Millionen`, `200 Millionen` after
  /// `1 Milliarde`, `and 21` after `3 hundred`. A scale of its own is left to the caller.
  func smaller(than scale: Double, at: Int) -> (Double, Int)? {
    if !view.isGerman, scale == 100 { return EnglishNumerals(view: view).tail(at: at) }
    guard scale >= 1000, view.has(.numeral, at) else { return nil }
    if view[at].kind == .number {
      guard view[at].length <= 3, !view[at].isAttached,
        let value = DigitReader.plain(view.words.utf8[view[at].range]), value >= 1,
        leads(value, at: at + 1, below: scale)
      else { return nil }
      return (value, at + 1)
    }
    guard view.isGerman, view[at].kind == .word, let word = numberWord(at: at), !word.isOrdinal,
      !word.isTimes, word.value < scale,
      !word.isArticle && word.value >= 100 || leads(word.value, at: at + 1, below: scale)
    else { return nil }
    return (word.value, at + 1)
  }

  /// Whether a scale follows that keeps a lower part below the scale before it.
  private func leads(_ value: Double, at: Int, below scale: Double) -> Bool {
    guard let lower = entry(at: at), lower.kind == "scale", lower.value >= 100 else { return false }
    return value >= 1 && value * lower.value < scale
  }

  /// `zweitausend dreihundert`
  func hundredsBehind(_ numeral: Numeral) -> Numeral {
    let at = numeral.tokens.upperBound
    guard numeral.form == .words, numeral.tokens.count == 1, let value = numeral.value,
      value >= 1000, value < 1e6, value.truncatingRemainder(dividingBy: 1000) == 0,
      view.has(.numeral, at), let word = numberWord(at: at), !word.isOrdinal, !word.isTimes,
      word.value >= 100, word.value < 1000
    else { return numeral }
    var sum = numeral
    sum.value = value + word.value
    sum.tokens = numeral.tokens.lowerBound..<at + 1
    return sum
  }

  /// `zwei Drittel Millionen`, `eine dreiviertel Million`
  func partsOfScale(_ numeral: Numeral) -> Numeral? {
    let at = numeral.tokens.upperBound
    guard let value = numeral.value, let scale = entry(at: at), scale.kind == "scale",
      scale.value >= 1000
    else { return nil }
    return numeral.times(scale.value, value, to: at + scale.length)
  }

  /// `zwei dreiviertel`; "ein dreiviertel Liter" has less than one.
  func withThreeQuarters(_ numeral: Numeral) -> Numeral? {
    let at = numeral.tokens.upperBound
    guard view.isGerman, numeral.scale == 1, let value = numeral.value, value >= 2, value < 1000,
      value == value.rounded(), !view[at].isCapitalised, let part = entry(at: at),
      part.kind == "whole", part.value < 1
    else { return nil }
    var sum = numeral
    sum.value = value + part.value
    sum.tokens = numeral.tokens.lowerBound..<at + part.length
    return sum
  }

  private static let half = WordSet("halb")

  /// `fünf und ein halb`, where a noun may follow: "ein halbes Fass" is a number of its own.
  func isBareHalf(_ index: Int) -> Bool { Self.half.contains(view[index]) }

  /// `567,89` behind spaced groups: `1 234 567,89`.
  func spacedDecimals(at index: Int) -> Double? {
    let word = view[index]
    guard word.kind == .number, word.length > 4, view.range.contains(index),
      word.start == view[index - 1].end + 1, !word.marks.contains(.afterLine)
    else { return nil }
    let bytes = view.words.utf8[word.range]
    guard bytes.prefix(3).allSatisfy({ ByteClass.isDigit($0) }),
      bytes[word.start + 3] == UInt8(ascii: view.isGerman ? "," : "."),
      bytes.dropFirst(4).allSatisfy({ ByteClass.isDigit($0) })
    else { return nil }
    let text = bytes.map { $0 == UInt8(ascii: ",") ? UInt8(ascii: ".") : $0 }
    return Double(String(decoding: text, as: UTF8.self))
  }
}
