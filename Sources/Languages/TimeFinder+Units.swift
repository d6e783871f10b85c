import Press

/// Expressions of a unit of time: `letzten Monat`, `zwei Jahre`, `jeden Montag`, `pro Tag`.
extension TimeFinder {
  // MARK: Relative

  /// `vergangene Woche`, `nächsten Freitag`, `den vergangenen fünf Jahren`, `last June`
  func relative(_ word: TimeWord, at index: Int, end: Int) -> FoundTime? {
    if let (next, length) = words.entry(view, at: end) {
      let last = end + length
      switch next.kind {
      case .unit: return relativeUnit(word.number, next, at: end, from: index, end: last)
      case .weekday:
        let value = resolver.weekday(next.number, rel: word.number, isFuture: false)
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
        let shift = word.number == -1 ? -1 : 0
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
      default: break
      }
    }
    return relativeAmount(word, at: end, from: index)
  }

  private func year(ofMonth month: Int, rel: Int, _ anchor: CivilDay) -> Int {
    switch rel {
    case -1: month < anchor.month ? anchor.year : anchor.year - 1
    case 1: month > anchor.month ? anchor.year : anchor.year + 1
    default: anchor.year + (rel == 0 ? 0 : rel)
    }
  }

  private func relativeUnit(
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
  private func isPlural(_ index: Int, _ unit: TimeWord) -> Bool {
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
  private func relativeAmount(_ word: TimeWord, at place: Int, from index: Int) -> FoundTime? {
    let hedge = FigureHedges(view: view).hedge(startingAt: place)
    let at = hedge?.tokens.upperBound ?? place
    if let number = numerals.numeral(at: at), !number.isOrdinal,
      let unit = entry(number.tokens.upperBound, .unit)
    {
      return FoundTime(
        tokens: index..<number.tokens.upperBound + 1, kind: .duration,
        value: TimeValue.duration(number.value, unit.value), takesArticle: true)
    }
    guard Self.both.contains(view[at]), let unit = entry(at + 1, .unit) else { return nil }
    return FoundTime(
      tokens: index..<at + 2, kind: .duration, value: TimeValue.duration(2, unit.value),
      takesArticle: true)
  }

  private static let both = WordSet("beiden beide")

  // MARK: Durations

  /// A number and a unit: `zwei Stunden`, `anderthalb Jahre`, `three years`; an ordinal and a month
  /// or quarter: `zweiten Mai`, `ersten Quartal 2010`.
  func numeralLed(at index: Int) -> FoundTime? {
    guard let number = numerals.numeral(at: index) else { return nil }
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
    let end = at + length
    if Self.old.contains(view[end]) || isAge(index) { return nil }
    if unit.value == "Q" || unit.value == "NI" || unit.value == "EV", number.isArticle {
      return nil
    }
    var found = FoundTime(
      tokens: index..<end, kind: .duration, value: TimeValue.duration(number.value, unit.value),
      takesArticle: true, takesHedge: true)
    return shifted(&found, number.value, unit.value)
  }

  /// `im Alter von 95 Jahren`, `mit 18 Jahren`
  private func isAge(_ index: Int) -> Bool {
    Self.ageWords.contains(view[index - 1]) || Self.ageWords.contains(view[index - 2])
  }

  private static let ageWords = WordSet("alter alters aged age")

  /// `zweimal im Monat`, `dreimal pro Woche`
  private func timesAUnit(_ number: Numeral, at place: Int) -> FoundTime? {
    guard Self.perLeads.contains(view[place]), let unit = entry(place + 1, .unit) else {
      return nil
    }
    return FoundTime(
      tokens: number.tokens.lowerBound..<place + 2, kind: .set,
      value: TimeValue.duration(1, unit.value))
  }

  private static let perLeads = WordSet("im in pro je am die")

  private static let between = WordSet(
    "volle vollen volles ganze ganzen ganzes gute guten gutes knappe knappen knappes weitere weiteren "
      + "lange langen full more")
  private static let old = WordSet("alt alte alter alten old jung")

  /// "ein Jahr" is a length, "eines Tages" and "ein Tag" in most places are not.
  private func isAmount(_ index: Int, _ unit: Int) -> Bool {
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

  private static let amountLeads = WordSet("um nur noch bis zu auf schon bereits erst pro von")
  private static let long = Folding.hash("lang".utf8)

  /// `vor zwei Jahren`, `two years ago`, `in three weeks`: the length is given, the time is meant.
  private func shifted(_ found: inout FoundTime, _ amount: Double?, _ unit: String) -> FoundTime {
    let before = view[found.tokens.lowerBound - 1]
    let behind = view[found.tokens.upperBound]
    guard let amount else { return found }
    if view.isGerman {
      if Self.agoBefore.contains(before) { found.meant = resolver.shifted(-amount, unit) }
      return found
    }
    let shift: Double
    if Self.agoBehind.contains(behind) {
      shift = -amount
    } else if Self.laterBehind.contains(behind) {
      shift = amount
    } else {
      return found
    }
    guard let value = resolver.shifted(shift, unit) else { return found }
    var date = found
    date.kind = .date
    date.value = value
    date.tokens = found.tokens.lowerBound..<found.tokens.upperBound + 1
    return date
  }

  private static let agoBefore = WordSet("vor")
  private static let agoBehind = WordSet("ago earlier")
  private static let laterBehind = WordSet("later")

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
    if word.value == "WE" {
      guard Self.weekendLeads.contains(view[index - 1]) else { return nil }
      let value = resolver.unit("WE", isFuture(at: index) ? 0 : weekendShift)
      return value.map { FoundTime(tokens: index..<end, kind: .date, value: $0) }
    }
    guard view.isGerman else { return nil }
    if isPlural(index, word), entry(index - 1, .lead) != nil {
      return FoundTime(
        tokens: index..<end, kind: .duration, value: TimeValue.duration(nil, word.value))
    }
    return nil
  }

  /// `Jahr 578`
  private func earlyYear(at index: Int) -> Int? {
    guard view[index].kind == .number, view[index].length == 3 else { return nil }
    return DigitReader.plain(view.words.utf8[view[index].range]).map { Int($0) }
  }

  /// Early in the week the weekend just gone is meant.
  private var weekendShift: Int {
    guard let anchor = resolver.anchor else { return 0 }
    return anchor.weekday <= 3 ? -1 : 0
  }

  private static let weekendLeads = WordSet("am das dem vom übers zum the")

  /// `zweiten Mai`, `ersten Quartal`, `21. Jahrhundert`
  private func ordinal(_ number: Numeral, unitAt place: Int) -> FoundTime? {
    guard let value = number.value, value >= 1, value <= 31 else { return nil }
    let index = number.tokens.lowerBound
    if !view.isGerman {
      let of = view.isWord(place, Self.of) ? place + 1 : place
      if let month = entry(of, .month), isMonthName(of),
        let (date, end) = dated(Int(value), month.number, yearBehind: monthEnd(of), at: index)
      {
        return FoundTime(tokens: index..<end, kind: .date, value: date)
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
  private func hyphenated(_ number: Numeral, at dash: Int) -> FoundTime? {
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

  private func adjective(_ number: Numeral, at tail: Int) -> FoundTime? {
    guard let value = number.value, let (unit, length) = words.entry(view, at: tail), length == 1,
      unit.kind == .unit
    else { return nil }
    return FoundTime(
      tokens: number.tokens.lowerBound..<tail + 1, kind: .duration,
      value: TimeValue.duration(value, unit.value))
  }

  // MARK: Sets

  /// `jeden Montag`, `jedes Jahr`, `jeden zweiten Donnerstag`
  func each(at index: Int, end: Int) -> FoundTime? {
    var at = end
    var amount = 1.0
    if let number = numerals.numeral(at: at), let value = number.value, value < 100 {
      amount = value
      at = number.tokens.upperBound
    } else if view.isWord(at, Self.other) {
      (amount, at) = (2, at + 1)
    }
    guard let (word, length) = words.entry(view, at: at) else { return nil }
    let tokens = index..<at + length
    switch word.kind {
    case .unit:
      return FoundTime(tokens: tokens, kind: .set, value: TimeValue.duration(amount, word.value))
    case .weekday:
      return FoundTime(tokens: tokens, kind: .set, value: "XXXX-WXX-\(word.number)")
    case .part where view[at].isCapitalised || !view.isGerman:
      return FoundTime(tokens: tokens, kind: .set, value: "XXXX-XX-XXT\(word.value)")
    case .month:
      return FoundTime(tokens: tokens, kind: .set, value: "XXXX-\(TimeValue.two(word.number))")
    case .season: return FoundTime(tokens: tokens, kind: .set, value: "XXXX-\(word.value)")
    default: return nil
    }
  }

  private static let other = Folding.hash("other".utf8)

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
