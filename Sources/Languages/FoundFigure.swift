/// A figure while its tokens are still at hand.
struct FoundFigure {
  /// The number's tokens, with percent sign or measure.
  var tokens: Range<Int>
  var value: Double?
  var low: Double?
  var high: Double?
  var relation: Figure.Relation = .equal
  var kind: Figure.Kind = .cardinal
  var hedge: Range<Int>?
  var unit: Range<Int>?
  /// An ISO 4217 code or a sign: `EUR`, `km`, `%`.
  var sign: String?
  var direction: Range<Int>?
  /// `zwei Drittel`, `Tausende`: a genitive or "von" leads to what is counted.
  var isPart = false

  /// The figure as it is kept; bounds are filled in from value and relation.
  func figure(_ view: SentenceView, _ stemmer: inout Stemmer) -> Figure {
    func stretch(_ tokens: Range<Int>?) -> Stretch? {
      tokens.map { Stretch(view.words.stretch($0)) }
    }
    var low = low
    var high = high
    if let value {
      switch relation {
      case .equal: (low, high) = (value, value)
      case .about: (low, high) = (value - abs(value) / 10, value + abs(value) / 10)
      case .less, .atMost: high = value
      case .more, .atLeast: low = value
      case .range, .order: break
      }
    }
    return Figure(
      stretch: Stretch(view.words.stretch(tokens)), value: value, low: low, high: high,
      relation: relation, kind: kind, hedge: stretch(hedge), unit: stretch(unit),
      unitKey: key(view, &stemmer), direction: stretch(direction))
  }

  /// `EUR`, `km`, `% stimm`, `contain`
  private func key(_ view: SentenceView, _ stemmer: inout Stemmer) -> String? {
    var stem: String?
    if let unit, kind != .money, let noun = unit.last {
      let word = view.words[noun]
      stem = String(
        decoding: stemmer.stem(view.words.utf8[word.range], hash: word.hash), as: UTF8.self)
    }
    guard let sign else { return stem }
    return stem.map { "\(sign) \($0)" } ?? sign
  }
}
