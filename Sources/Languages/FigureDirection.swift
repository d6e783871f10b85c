/// Finds where to or where from the things a figure counts go: `nach Russland`, `from Iran`.
struct FigureDirection {
  let view: SentenceView
  /// The places of the text by their first token.
  let places: [Int: Range<Int>]

  private static let leads = WordSet("nach aus gen to from into towards")
  private static let articles = WordSet("der den dem die das the")
  private static let compass = WordSet(
    "Norden Süden Osten Westen Nordosten Nordwesten Südosten Südwesten Ausland north south east "
      + "west abroad")

  /// Behind the figure first, then before it, within the clause.
  func direction(of figure: FoundFigure) -> Range<Int>? {
    var at = Swift.max(figure.tokens.upperBound, figure.unit?.upperBound ?? 0)
    let limit = Swift.min(view.end, at + 14)
    while at < limit, !isBreak(at) {
      if let found = direction(at: at) { return found }
      at += 1
    }
    at = (figure.hedge?.lowerBound ?? figure.tokens.lowerBound) - 1
    let first = Swift.max(view.start, at - 10)
    while at >= first, !isBreak(at) {
      if let found = direction(at: at) { return found }
      at -= 1
    }
    return nil
  }

  private func direction(at index: Int) -> Range<Int>? {
    guard Self.leads.contains(view[index]) else { return nil }
    var at = index + 1
    if Self.articles.contains(view[at]) { at += 1 }
    if let place = places[at] { return index..<place.upperBound }
    return Self.compass.contains(view[at]) ? index..<at + 1 : nil
  }

  private func isBreak(_ index: Int) -> Bool {
    guard view[index].kind == .punctuation else { return false }
    let byte = view.words.firstByte(index)
    return byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") || byte == UInt8(ascii: ":")
      || byte == UInt8(ascii: "(")
  }
}
