/// German words of time written as one: `Montagabend`, `zweitägig`, `fünfziger Jahre`.
struct GermanTimeCompound {
  let finder: TimeFinder
  private var view: SentenceView { finder.view }

  init(finder: TimeFinder) { self.finder = finder }

  func expression(at index: Int) -> FoundTime? {
    let word = view[index]
    guard word.kind == .word else { return nil }
    switch view.words.firstByte(index) {
    case UInt8(ascii: "M"), UInt8(ascii: "D"), UInt8(ascii: "F"), UInt8(ascii: "S"):
      if let found = dayPart(at: index) { return found }
    default: break
    }
    let folded = view.folded(index)
    return spanning(folded, at: index) ?? decade(folded, at: index)
  }

  /// A weekday and a part of the day in one word.
  private func dayPart(at index: Int) -> FoundTime? {
    let folded = view.folded(index)
    for length in 6...10 where folded.count > length + 3 {
      guard let day = finder.words.entry(folded[..<length]), day.kind == .weekday else { continue }
      var rest = folded[length...]
      if rest.last == UInt8(ascii: "s") { rest = rest.dropLast() }
      guard let part = finder.words.entry(rest), part.kind == .part else { return nil }
      let value = finder.resolver.weekday(
        day.number, rel: nil, isFuture: finder.isFuture(at: index))
      return FoundTime(tokens: index..<index + 1, kind: .time, value: value + "T" + part.value)
    }
    return nil
  }

  /// `zweitägig`, `fünfjährige`, `einwöchiger`
  private func spanning(_ folded: [UInt8], at index: Int) -> FoundTime? {
    for (name, unit) in Self.adjectives {
      guard let place = Self.find(name, in: folded), place >= 3 else { continue }
      guard !Self.isPerson(view[index]) else { return nil }
      guard let number = GermanNumberWord(folded[..<place]), !number.isOrdinal, !number.isTimes
      else {
        continue
      }
      return FoundTime(
        tokens: index..<index + 1, kind: .duration,
        value: TimeValue.duration(number.value, unit))
    }
    return nil
  }

  /// A capitalised adjective of years is a person: `der Fünfjährige`.
  static func isPerson(_ word: Word) -> Bool { word.isCapitalised }

  /// The unit of an adjective of duration without its number: `jährig`, `tägige`.
  static func adjective(_ folded: ArraySlice<UInt8>) -> String? {
    adjectives.first { folded.starts(with: $0.name) && folded.count <= $0.name.count + 2 }?.unit
  }

  private static let adjectives: [(name: [UInt8], unit: String)] = [
    ("jaehrig", "Y"), ("monatig", "M"), ("woechig", "W"), ("taegig", "D"), ("stuendig", "H"),
    ("minuetig", "MIN"),
  ].map { (Array($0.0.utf8), $0.1) }

  private static func find(_ name: [UInt8], in folded: [UInt8]) -> Int? {
    for tail in 0...2 {
      let end = folded.count - tail
      guard end > name.count else { return nil }
      if folded[(end - name.count)..<end] == name[...] { return end - name.count }
    }
    return nil
  }

  /// `den fünfziger Jahren`, `Achtzigerjahre`
  private func decade(_ folded: [UInt8], at index: Int) -> FoundTime? {
    for (name, value) in Self.decades where folded.starts(with: name) {
      let rest = Array(folded.dropFirst(name.count))
      if Self.years.contains(rest) {
        return FoundTime(
          tokens: index..<index + 1, kind: .date, value: value, isInferred: false,
          takesArticle: true)
      }
      if rest.isEmpty, let unit = finder.entry(index + 1, .unit), unit.value == "Y" {
        return FoundTime(
          tokens: index..<index + 2, kind: .date, value: value, isInferred: false,
          takesArticle: true)
      }
    }
    return nil
  }

  private static let decades: [([UInt8], String)] = [
    ("zwanziger", "192"), ("dreissiger", "193"), ("vierziger", "194"), ("fuenfziger", "195"),
    ("sechziger", "196"), ("siebziger", "197"), ("achtziger", "198"), ("neunziger", "199"),
    ("nuller", "200"),
  ].map { (Array($0.0.utf8), $0.1) }
  private static let years = ["jahre", "jahren", "-jahre", "-jahren"].map { Array($0.utf8) }
}
