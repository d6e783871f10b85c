import Press

/// Units of time counted from now and sets of times: `letzten Monat`, `jeden Montag`, `pro Tag`.
extension TimeFinder {
  // MARK: Relative

  /// `vergangene Woche`, `nächsten Freitag`, `den vergangenen fünf Jahren`, `last June`
  func relative(_ word: TimeWord, at index: Int, end: Int) -> FoundTime? {
    if !view.isGerman, isVerb(index) { return nil }
    if !view.isGerman, Self.kindsOfUnit.contains(view[end]), entry(end + 1, .unit) != nil {
      // "this calendar year"
      return relative(word, at: index, end: end + 1)
    }
    if let (next, length) = words.entry(view, at: end) {
      let last = end + length
      switch next.kind {
      case .unit:
        if !view.isGerman, word.number == -1, next.value == "W", view.isWord(last, Self.of),
          let year = year(at: last + 1)
        {
          // "last week of 2019"
          return week(52, of: year, tokens: index..<last + 2)
        }
        if !view.isGerman, word.number == -1, next.value == "W", view.isWord(last, Self.of),
          let month = inner(at: last + 1), month.value.utf8.count == 7
        {
          // "last week of May"
          return FoundTime(
            tokens: index..<month.tokens.upperBound, kind: .date, value: month.value + "-W05")
        }
        return relativeUnit(word.number, next, at: end, from: index, end: last)
      case .weekday:
        if !view.isGerman, Self.last.contains(view[index]),
          let found = nthWeekday(0, at: end, from: index)
        {
          return found
        }
        let value =
          view.isGerman || Self.coming.contains(view[index])
          ? resolver.weekday(next.number, rel: word.number, isFuture: false)
          : resolver.englishWeekday(next.number, rel: word.number)
        return withPart(
          FoundTime(tokens: index..<last, kind: .date, value: value, takesArticle: true))
      case .season:
        var found = season(next, at: end, rel: word.number, from: index)
        found?.takesArticle = true
        return found
      case .month:
        guard isMonthName(end), let anchor = resolver.anchor else { return nil }
        return FoundTime(
          tokens: index..<last, kind: .date,
          value: TimeValue.month(year(ofMonth: next.number, rel: word.number, anchor), next.number))
      case .part:
        let shift = word.number == -1 || (word.number == 1 && !view.isGerman) ? word.number : 0
        return FoundTime(
          tokens: index..<last, kind: .time, value: resolver.day(shift) + "T" + next.value)
      case .feast:
        return resolver.feast(next.value, year: nil, rel: word.number, isFuture: false).map {
          FoundTime(tokens: index..<last, kind: .date, value: $0)
        }
      case .some:
        guard let unit = entry(last, .unit), word.number != 0 else { return nil }
        return FoundTime(
          tokens: index..<last + 1, kind: .duration, value: TimeValue.duration(nil, unit.value),
          takesArticle: true)
      case .rel where !view.isGerman && word.number == 0:
        // "this upcoming Friday"
        guard var found = relative(next, at: end, end: last) else { return nil }
        found.tokens = index..<found.tokens.upperBound
        return found
      default: break
      }
    }
    return relativeAmount(word, at: end, from: index)
  }

  private static let kindsOfUnit = WordSet("calendar working")
  private static let last = WordSet("last")
  private static let coming = WordSet("coming upcoming")
  private static let modals = WordSet(
    "will would should shall could can may might must to won't wouldn't shouldn't couldn't i'll it'll"
  )

  /// "will last three weekends"
  private func isVerb(_ index: Int) -> Bool {
    Self.last.contains(view[index]) && Self.modals.contains(view[index - 1])
  }

  /// "mornings", "every morning"
  func partOfDays(_ part: String) -> String { view.isGerman ? "XXXX-XX-XXT\(part)" : "T\(part)" }

  func year(ofMonth month: Int, rel: Int, _ anchor: CivilDay) -> Int {
    switch rel {
    case -1: month < anchor.month ? anchor.year : anchor.year - 1
    case 1: month > anchor.month ? anchor.year : anchor.year + 1
    default: anchor.year + (rel == 0 ? 0 : rel)
    }
  }

  func relativeUnit(
    _ rel: Int, _ unit: TimeWord, at place: Int, from index: Int, end: Int
  ) -> FoundTime? {
    if isPlural(place, unit) {
      guard rel != 0 else {
        return FoundTime(
          tokens: index..<end, kind: .date, value: "PRESENT_REF", isVague: true, takesArticle: true)
      }
      if unit.value == "D" || rel > 0, view.isGerman {
        return FoundTime(
          tokens: index..<end, kind: .date, value: rel < 0 ? "PAST_REF" : "FUTURE_REF",
          isVague: true, takesArticle: true)
      }
      return FoundTime(
        tokens: index..<end, kind: .duration, value: TimeValue.duration(nil, unit.value),
        takesArticle: true)
    }
    guard let value = resolver.unit(unit.value, rel) else { return nil }
    return FoundTime(tokens: index..<end, kind: .date, value: value, takesArticle: true)
  }

  /// `vergangenen Jahren` is several years, `vergangenen Jahr` is one. After an adjective in -en a
  /// plural shows in its ending only.
  func isPlural(_ index: Int, _ unit: TimeWord) -> Bool {
    let folded = view.folded(index)
    if !view.isGerman { return folded.last == UInt8(ascii: "s") }
    switch unit.value {
    case "Y", "M", "D", "DE", "CE", "Q":
      return folded.suffix(2) == Array("en".utf8)[...] && folded != Array("dekaden".utf8)
        || folded.last == UInt8(ascii: "e")
    default: return folded.last == UInt8(ascii: "n")
    }
  }

  /// `den vergangenen fünf Jahren`, `the past two years`
  func relativeAmount(_ word: TimeWord, at place: Int, from index: Int) -> FoundTime? {
    let hedge = FigureHedges(view: view).hedge(startingAt: place)
    let at = hedge?.tokens.upperBound ?? place
    if !view.isGerman, let number = numerals.numeral(at: at), number.isFraction,
      let amount = number.value, entry(number.tokens.upperBound - 1, .unit)?.value == "Q"
    {
      // "the previous three quarters"
      let tokens = index..<number.tokens.upperBound
      let quarters = (amount * 4).rounded()
      return spanFromNow(word.number, quarters, "Q", tokens)
        ?? FoundTime(
          tokens: tokens, kind: .duration, value: TimeValue.duration(quarters, "Q"))
    }
    if let number = numerals.numeral(at: at), !number.isOrdinal,
      let unit = entry(number.tokens.upperBound, .unit)
    {
      let tokens = index..<number.tokens.upperBound + 1
      return spanFromNow(word.number, number.value, unit.value, tokens)
        ?? FoundTime(
          tokens: tokens, kind: .duration, value: TimeValue.duration(number.value, unit.value),
          takesArticle: true)
    }
    guard Self.both.contains(view[at]), let unit = entry(at + 1, .unit) else { return nil }
    return FoundTime(
      tokens: index..<at + 2, kind: .duration, value: TimeValue.duration(2, unit.value),
      takesArticle: true)
  }

  static let both = WordSet("beiden beide")

  // MARK: Sets

  /// `jeden Montag`, `jedes Jahr`, `jeden zweiten Donnerstag`
  func each(at index: Int, end: Int) -> FoundTime? {
    var at = end
    var amount = 1.0
    if view.isGerman || entry(at, .unit) == nil, let number = numerals.numeral(at: at),
      let value = number.value, value < 100
    {
      amount = value
      at = number.tokens.upperBound
    } else if view.isWord(at, Self.other) {
      (amount, at) = (2, at + 1)
    }
    guard let (word, length) = words.entry(view, at: at) else { return nil }
    let tokens = index..<at + length
    switch word.kind {
    case .unit:
      let isQuarter = word.value == "Q"
      return FoundTime(
        tokens: tokens, kind: .set,
        value: TimeValue.duration(isQuarter ? amount * 3 : amount, isQuarter ? "M" : word.value))
    case .weekday:
      return FoundTime(tokens: tokens, kind: .set, value: "XXXX-WXX-\(word.number)")
    case .part where view[at].isCapitalised || !view.isGerman:
      return FoundTime(tokens: tokens, kind: .set, value: partOfDays(word.value))
    case .month:
      return FoundTime(tokens: tokens, kind: .set, value: "XXXX-\(TimeValue.two(word.number))")
    case .season: return FoundTime(tokens: tokens, kind: .set, value: "XXXX-\(word.value)")
    default: return nil
    }
  }

  static let other = Folding.hash("other".utf8)

  /// `pro Tag`, `alle zwei Jahre`
  func every(at index: Int, end: Int) -> FoundTime? {
    if let unit = entry(end, .unit) {
      guard !isPlural(end, unit) else { return nil }
      return FoundTime(
        tokens: index..<end + 1, kind: .set, value: TimeValue.duration(1, unit.value))
    }
    guard let number = numerals.numeral(at: end), !number.isOrdinal,
      let unit = entry(number.tokens.upperBound, .unit)
    else { return nil }
    return FoundTime(
      tokens: index..<number.tokens.upperBound + 1, kind: .set,
      value: TimeValue.duration(number.value, unit.value))
  }
}
