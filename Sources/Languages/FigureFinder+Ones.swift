/// When one is a number: `ein Prozent`, `ein bis zwei`, `die erste Frau`.
extension FigureFinder {
  // MARK: One

  /// Nouns of measure that an article may stand before without counting: "am Rand", "ein Grad an".
  private static let otherNouns = WordSet(
    "Rand Fuß Zoll Fass Grad Mark Won Kronen Pfund Knoten Bit Lira Dinar Sol Real Punkt Ar")
  private static let ein = WordSet("ein eine")

  /// "Der Preis für ein Barrel": what something else is told of.
  private static let rates = WordSet("für pro je per")

  /// An article before a measure counts one, and so does one at the low end of a range.
  func isOne(_ numeral: Numeral) -> Bool {
    let next = numeral.tokens.upperBound
    guard view.isGerman, numeral.tokens.count == 1,
      !Self.rates.contains(view[numeral.tokens.lowerBound - 1])
    else { return false }
    if view.has(.measure, next), view[next].isCapitalised, !Self.otherNouns.contains(view[next]) {
      return view[next].length > 2
    }
    guard Self.to.contains(view[next]), Self.ein.contains(view[numeral.tokens.lowerBound]),
      let other = numerals.numeral(at: next + 1), !other.isOrdinal, !other.isArticle,
      let value = other.value
    else { return false }
    return value > 1 && value <= 10
  }

  // MARK: First

  private static let asWord = WordSet("als")
  /// What is said with "erste" and counts nothing: "zum ersten Mal", "in erster Linie".
  private static let sayings = WordSet(
    "Mal Male Malen Linie Blick Schritt Schritte Hand Stelle Moment Augenblick Zeit Stunde Reihe "
      + "Klasse Zeilen Stunden Tage Eindruck Hälfte Halbzeit Halbjahr Jahreshälfte Phase Reaktion")
  private static let leads = WordSet(
    "der die das dem des im am zum zur vom beim ins sein seine seinem seiner ihr ihre ihrem ihrer "
      + "unser unsere unserem unserer mein meine meinem meiner dieser dieses diesem")
  /// Before these "ersten" is a plural: "die ersten Ergebnisse", "einer der ersten Gäste".
  private static let plurals = WordSet("die ihre seine unsere meine")
  private static let among = WordSet("eine einer eines einem einen")

  /// `die erste Frau`, `als erster Minister`: a rank. "Erste Ergebnisse" have none.
  func isFirstOfAll(_ numeral: Numeral) -> Bool {
    let index = numeral.tokens.lowerBound
    let before = view[index - 1]
    let next = view[numeral.tokens.upperBound]
    if Self.asWord.contains(before) { return true }
    guard view.isGerman, numeral.tokens.count == 1, !view[index].isCapitalised,
      !Self.sayings.contains(next), !view.has(.numeral, numeral.tokens.upperBound)
    else { return false }
    switch view.words.utf8[view[index].end - 1] {
    case UInt8(ascii: "n")
    where Self.plurals.contains(before) || Self.among.contains(view[index - 2]):
      return false
    case UInt8(ascii: "r"), UInt8(ascii: "s"):
      return next.isCapitalised || next.kind == .punctuation
    default:
      return Self.leads.contains(before)
    }
  }
}
