import Press

/// Lengths of time: `zwei Jahre`, `anderthalb Stunden`, `seit Jahren`, `35-Stunden-Woche`.
extension TimeFinder {
  // MARK: Durations

  /// A number and a unit: `zwei Stunden`, `anderthalb Jahre`, `three years`; an ordinal and a month
  /// or quarter: `zweiten Mai`, `ersten Quartal 2010`.
  func numeralLed(at index: Int) -> FoundTime? {
    guard view[index].kind == .number || mayHaveUnit(index),
      let number = numerals.numeral(at: index)
    else { return nil }
    var at = number.tokens.upperBound
    if number.isTimes { return timesAUnit(number, at: at) }
    if number.isOrdinal { return ordinal(number, unitAt: at) }
    if number.hasTail { return adjective(number, at: at) }
    if view.isDash(at), view[at].isAttached { return hyphenated(number, at: at) }
    if number.form == .words, isHourWord(at), let hour = number.value, hour <= 24 {
      return time(Int(hour), nil, nil, from: index, to: at + 1)
    }
    while Self.between.contains(view[at]), at < number.tokens.upperBound + 2 { at += 1 }
    guard let (unit, length) = words.entry(view, at: at), unit.kind == .unit,
      view[at].kind == .word,
      !view.isGerman || view[at].isCapitalised || number.form == .digits
    else { return nil }
    if number.isArticle, view.isGerman, !isAmount(index, at) { return nil }
    var end = at + length
    if Self.old.contains(view[end]) || isAge(index) || isOfAge(end) { return nil }
    if unit.value == "Q" || unit.value == "NI" || unit.value == "EV", number.isArticle {
      return nil
    }
    var amount = number.value
    if !view.isGerman, let part = partBehindUnit(end) {
      amount = amount.map { $0 + part.value }
      end = part.end
    }
    var found = FoundTime(
      tokens: index..<end, kind: .duration, value: TimeValue.duration(amount, unit.value),
      takesArticle: true, takesHedge: true)
    return shifted(&found, amount, unit.value)
  }

  /// Whether a unit of time or a dash stands near a number word: most numbers count something else.
  private func mayHaveUnit(_ index: Int) -> Bool {
    var at = index + 1
    while at < view.end, at < index + 9 {
      if view.has(.time, at) || isHourWord(at) || view.isDash(at) { return true }
      at += 1
    }
    return false
  }

  /// `im Alter von 95 Jahren`, `mit 18 Jahren`
  func isAge(_ index: Int) -> Bool {
    Self.ageWords.contains(view[index - 1]) || Self.ageWords.contains(view[index - 2])
  }

  /// `three years of age`
  private func isOfAge(_ index: Int) -> Bool {
    !view.isGerman && view.isWord(index, Self.of) && Self.ageWords.contains(view[index + 1])
  }

  static let ageWords = WordSet("alter alters aged age")

  /// `zweimal im Monat`, `dreimal pro Woche`
  func timesAUnit(_ number: Numeral, at place: Int) -> FoundTime? {
    guard Self.perLeads.contains(view[place]), let unit = entry(place + 1, .unit) else {
      return nil
    }
    return FoundTime(
      tokens: number.tokens.lowerBound..<place + 2, kind: .set,
      value: TimeValue.duration(1, unit.value))
  }

  static let perLeads = WordSet("im in pro je am die")

  static let between = WordSet(
    "volle vollen volles ganze ganzen ganzes gute guten gutes knappe knappen knappes weitere weiteren "
      + "lange langen full more")
  static let old = WordSet("alt alte alter alten old jung")

  /// "ein Jahr" is a length, "eines Tages" and "ein Tag" in most places are not.
  func isAmount(_ index: Int, _ unit: Int) -> Bool {
    let before = view[index - 1]
    if entry(index - 1, .lead) != nil || FigureHedges(view: view).hedge(endingAt: index) != nil {
      return true
    }
    if Self.amountLeads.contains(before) { return true }
    if view.isWord(unit + 1, Self.long) { return true }
    let value = entry(unit, .unit)?.value
    return index == view.start
      ? value != "D" : value == "Y" || value == "H" || value == "M" || value == "W"
  }

  static let amountLeads = WordSet("um nur noch bis zu auf schon bereits erst pro von")
  static let long = Folding.hash("lang".utf8)

  /// `vor zwei Jahren`, `two years ago`, `in three weeks`: the length is given, the time is meant.
  func shifted(_ found: inout FoundTime, _ amount: Double?, _ unit: String) -> FoundTime {
    let before = view[found.tokens.lowerBound - 1]
    guard let amount else { return found }
    if view.isGerman {
      if Self.agoBefore.contains(before) { found.meant = resolver.shifted(-amount, unit) }
      return found
    }
    if let shifted = englishShift(found, amount, unit) { return shifted }
    var found = found
    if Self.within.contains(view[found.tokens.lowerBound - 1]), unit == "MIN" || unit == "H" {
      found.tokens = found.tokens.lowerBound - 1..<found.tokens.upperBound
    }
    return found
  }

  static let agoBefore = WordSet("vor")
  static let agoBehind = WordSet("ago earlier")
  static let laterBehind = WordSet("later")

  /// `einige Jahre`, `viele Stunden`, `seit langen Jahren`
  func someUnits(at place: Int, from index: Int) -> FoundTime? {
    var at = place
    if Self.between.contains(view[at]) { at += 1 }
    guard let unit = entry(at, .unit), view[at].isCapitalised || !view.isGerman else { return nil }
    return FoundTime(
      tokens: index..<at + 1, kind: .duration, value: TimeValue.duration(nil, unit.value))
  }

  /// A unit without a number: `seit Jahren`, `Jahr 2019`, `des Jahres`, `am Wochenende`.
  func unit(_ word: TimeWord, at index: Int, end: Int) -> FoundTime? {
    if word.value == "Y", let year = year(at: end) ?? earlyYear(at: end) {
      return FoundTime(
        tokens: index..<end + 1, kind: .date, value: TimeValue.year(year), isInferred: false,
        takesArticle: view.isGerman)
    }
    if !view.isGerman, let week = weekOf(word, at: index, end: end) { return week }
    if word.value == "WE" {
      guard Self.weekendLeads.contains(view[index - 1]) else { return nil }
      let value = resolver.unit("WE", isFuture(at: index) ? 0 : weekendShift)
      let start = view.isGerman ? index : index - 1
      return value.map { FoundTime(tokens: start..<end, kind: .date, value: $0) }
    }
    guard view.isGerman else { return numberedWeek(word, at: index, end: end) }
    if isPlural(index, word), entry(index - 1, .lead) != nil {
      return FoundTime(
        tokens: index..<end, kind: .duration, value: TimeValue.duration(nil, word.value))
    }
    return nil
  }

  /// `Jahr 578`
  func earlyYear(at index: Int) -> Int? {
    guard view[index].kind == .number, view[index].length == 3 else { return nil }
    return DigitReader.plain(view.words.utf8[view[index].range]).map { Int($0) }
  }

  /// Early in the week the weekend just gone is meant.
  private var weekendShift: Int {
    guard let anchor = resolver.anchor else { return 0 }
    return anchor.weekday <= 3 ? -1 : 0
  }

  static let weekendLeads = WordSet("am das dem vom übers zum the")

  /// `zweiten Mai`, `ersten Quartal`, `21. Jahrhundert`
  func ordinal(_ number: Numeral, unitAt place: Int) -> FoundTime? {
    guard let value = number.value, value >= 1, value <= 31 else { return nil }
    let index = number.tokens.lowerBound
    if !view.isGerman {
      let of = view.isWord(place, Self.of) ? place + 1 : place
      if let month = entry(of, .month), isMonthName(of),
        let (date, end) = dated(Int(value), month.number, yearBehind: monthEnd(of), at: index)
      {
        return FoundTime(tokens: index..<end, kind: .date, value: date)
      }
      if let unit = entry(place, .unit),
        let found = numberedUnit(Int(value), unit, of: place + 1, from: index)
      {
        return found
      }
    }
    if let found = numbered(Int(value), unitAt: place, from: index) { return found }
    if Self.both.contains(view[place]), let unit = entry(place + 1, .unit) {
      return FoundTime(
        tokens: index..<place + 2, kind: .duration, value: TimeValue.duration(2, unit.value))
    }
    if view.isGerman, let month = entry(place, .month), view[place].isCapitalised,
      let (date, end) = dated(Int(value), month.number, yearBehind: monthEnd(place), at: index)
    {
      return FoundTime(tokens: index..<end, kind: .date, value: date)
    }
    guard let unit = entry(place, .unit), unit.value == "CE" else { return nil }
    return FoundTime(
      tokens: index..<place + 1, kind: .date, value: TimeValue.two(Int(value) - 1),
      isInferred: false, takesArticle: true)
  }

  /// `35-Stunden-Woche`, `10-jähriges`, `three-year`
  func hyphenated(_ number: Numeral, at dash: Int) -> FoundTime? {
    let folded = view.folded(dash + 1)
    guard view[dash + 1].isAttached, let value = number.value,
      let head = folded.split(separator: UInt8(ascii: "-")).first
    else { return nil }
    let tokens = number.tokens.lowerBound..<dash + 2
    if let unit = words.entry(head), unit.kind == .unit,
      unit.value != "Y" || folded.count > 8 || !view.isGerman
    {
      return FoundTime(
        tokens: tokens, kind: .duration, value: TimeValue.duration(value, unit.value))
    }
    guard view.isGerman, let unit = GermanTimeCompound.adjective(folded[...]),
      !GermanTimeCompound.isPerson(view[dash + 1]),
      unit != "Y" || value < 14 || value > 99 || folded.last == UInt8(ascii: "s")
    else { return nil }
    return FoundTime(tokens: tokens, kind: .duration, value: TimeValue.duration(value, unit))
  }

  func adjective(_ number: Numeral, at tail: Int) -> FoundTime? {
    guard let value = number.value, let (unit, length) = words.entry(view, at: tail), length == 1,
      unit.kind == .unit
    else { return nil }
    return FoundTime(
      tokens: number.tokens.lowerBound..<tail + 1, kind: .duration,
      value: TimeValue.duration(value, unit.value))
  }
}
