import Press

/// Units of time as English counts them: `two years ago`, `a year and a half`, `second week of 2021`.
extension TimeFinder {
  /// `two years ago`, `in three weeks`, `two days before yesterday`, `three weeks from now`
  func englishShift(_ found: FoundTime, _ amount: Double, _ unit: String) -> FoundTime? {
    let (start, end) = (found.tokens.lowerBound, found.tokens.upperBound)
    let behind = view[end]
    var date = found
    date.kind = .date
    let value: String?
    func counted(_ amount: Double) -> String? {
      guard unit == "W" || unit == "FN" else { return resolver.shifted(amount, unit) }
      // The day is counted, the week is meant.
      date.meant = resolver.shifted(amount, unit)
      return resolver.exactly(amount, unit) ?? date.meant
    }
    if Self.agoBehind.contains(behind) {
      value = counted(-amount)
      date.tokens = start..<end + 1
    } else if Self.laterBehind.contains(behind) {
      value = counted(amount)
      date.tokens = start..<end + 1
    } else if Self.fromBehind.contains(behind), let base = inner(at: end + 1),
      base.kind == .date,
      let day = base.value == "PRESENT_REF" ? resolver.anchor : TimeValue.date(of: base.value)?.day,
      base.value.utf8.count >= 10
    {
      let sign = Self.beforeBehind.contains(behind) ? -1.0 : 1
      value = TimeResolver(anchor: day).exactly(sign * amount, unit)
      date.tokens = start..<base.tokens.upperBound
    } else if Self.inBefore.contains(view[start - 1]), isFuture(at: start) || isTimeOf(end) {
      value = counted(amount)
      date.tokens = start - 1..<end
    } else {
      return nil
    }
    guard let value else { return nil }
    date.value = value
    return date
  }

  /// `in two weeks' time`
  private func isTimeOf(_ index: Int) -> Bool {
    Self.timeWord.contains(view[index])
      || Self.timeWord.contains(view[index + 1])
        && (view[index].kind == .punctuation || view[index].length <= 4)
  }

  private static let timeWord = WordSet("time")
  private static let theWord = WordSet("the")
  static let within = WordSet("within")
  private static let fromBehind = WordSet("from after before")
  private static let beforeBehind = WordSet("before")
  private static let inBefore = WordSet("in")

  /// `one year and a half`, `one hour and half`
  func partBehindUnit(_ index: Int) -> (value: Double, end: Int)? {
    guard Self.andWord.contains(view[index]) else { return nil }
    let at = Self.a.contains(view[index + 1]) ? index + 2 : index + 1
    if Self.half.contains(view[at]) { return (0.5, at + 1) }
    return at > index + 1 && Self.quarter.contains(view[at]) ? (0.25, at + 1) : nil
  }

  private static let andWord = WordSet("and")
  private static let half = WordSet("half")
  private static let quarter = WordSet("quarter")

  /// `week 3 of 2027`, `the week 31`
  func numberedWeek(_ word: TimeWord, at index: Int, end: Int) -> FoundTime? {
    guard word.value == "W", let number = small(at: end, 1...53) else {
      return currentUnit(word, at: index, end: end)
    }
    if view.isWord(end + 1, Self.of), let year = year(at: end + 2) {
      return week(number, of: year, tokens: index..<end + 3)
    }
    // "Week 10" inside a sentence is one of a league.
    guard
      Self.weekendLeads.contains(view[index - 1]) || !view[index].isCapitalised
        || index == view.start, view[end].kind == .number, let anchor = resolver.anchor
    else { return nil }
    return week(number, of: anchor.year, tokens: index..<end + 1)
  }

  /// `for the year`, `in the quarter`: the one the text is written in.
  private func currentUnit(_ word: TimeWord, at index: Int, end: Int) -> FoundTime? {
    guard Self.theWord.contains(view[index - 1]), Self.currentLeads.contains(view[index - 2]),
      Self.current.contains(view[index]), !Self.otherUnits.contains(view[end]),
      let value = resolver.unit(word.value, 0)
    else { return nil }
    return FoundTime(tokens: index - 1..<end, kind: .date, value: value)
  }

  private static let currentLeads = WordSet("for in during over")
  private static let current = WordSet("week month quarter year")
  /// Behind the unit they say which one is meant.
  private static let otherUnits = WordSet(
    "of to ended ending since that when before after earlier later through until between from")

  func week(_ number: Int, of year: Int, tokens: Range<Int>) -> FoundTime {
    FoundTime(
      tokens: tokens, kind: .date, value: "\(TimeValue.year(year))-W\(TimeValue.two(number))",
      isInferred: false)
  }

  /// `second week of 2021`, `15th day of next month`, `9th month of next year`, `first week of Oct`
  func numberedUnit(_ number: Int, _ unit: TimeWord, of place: Int, from index: Int) -> FoundTime? {
    guard view.isWord(place, Self.of), let whole = inner(at: place + 1), whole.kind == .date else {
      return nil
    }
    let start = Self.theWord.contains(view[index - 1]) ? index - 1 : index
    let tokens = start..<whole.tokens.upperBound
    switch (unit.value, whole.value.utf8.count) {
    case ("W", 4): return Int(whole.value).map { week(number, of: $0, tokens: tokens) }
    case ("W", 7):
      return FoundTime(
        tokens: tokens, kind: .date, value: "\(whole.value)-W\(TimeValue.two(number))")
    case ("D", 7), ("M", 4):
      return FoundTime(
        tokens: tokens, kind: .date, value: "\(whole.value)-\(TimeValue.two(number))")
    default: return nil
    }
  }

  /// `15th day of next month`, `1st week of October`
  func nthUnit(at index: Int) -> FoundTime? {
    guard let (number, end, isOrdinal) = dayNumber(at: index), isOrdinal,
      let unit = entry(end, .unit)
    else { return nil }
    return numberedUnit(number, unit, of: end + 1, from: index)
  }

  // MARK: Amounts

  /// `a week ago`, `in a fortnight`, `an hour later`
  func articleUnit(at index: Int) -> FoundTime? {
    guard let unit = entry(index + 1, .unit), !isPlural(index + 1, unit) else { return nil }
    var found = FoundTime(
      tokens: index..<index + 2, kind: .duration, value: TimeValue.duration(1, unit.value))
    let date = shifted(&found, 1, unit.value)
    return date.kind == .date ? date : nil
  }

  /// `10 previous weeks`, `3 next weeks`
  func amountAhead(at index: Int) -> FoundTime? {
    guard let number = numerals.numeral(at: index), !number.isOrdinal, !number.hasTail,
      let rel = entry(number.tokens.upperBound, .rel), rel.number != 0,
      let unit = entry(number.tokens.upperBound + 1, .unit),
      isPlural(number.tokens.upperBound + 1, unit)
    else { return nil }
    let tokens = index..<number.tokens.upperBound + 2
    return spanFromNow(rel.number, number.value, unit.value, tokens)
      ?? FoundTime(
        tokens: tokens, kind: .duration, value: TimeValue.duration(number.value, unit.value))
  }
}
