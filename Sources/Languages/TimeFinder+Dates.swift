import Press

/// Expressions that begin with digits: dates, years, centuries, clock times, durations.
extension TimeFinder {
  func numberLed(at index: Int) -> FoundTime? {
    if let found = numericDate(at: index) { return found }
    if let found = clock(at: index) { return found }
    if let found = dayOfMonth(at: index) { return found }
    if let found = century(at: index) ?? decade(at: index) ?? quarter(at: index) { return found }
    if let found = numeralLed(at: index) { return found }
    return bareYear(at: index)
  }

  // MARK: Numeric dates

  private func numericDate(at index: Int) -> FoundTime? {
    if let found = isoDate(at: index) { return found }
    if !view.isGerman, let found = slashDate(at: index) { return found }
    let bytes = view.words.utf8[view[index].range]
    guard bytes.contains(UInt8(ascii: ".")) else { return nil }
    let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    let numbers = parts.compactMap { $0.count <= 4 && !$0.isEmpty ? DigitReader.plain($0) : nil }
      .map { Int($0) }
    guard numbers.count == parts.count, parts[0].count <= 2 else { return nil }
    if numbers.count == 3, parts[1].count <= 2, parts[2].count == 4 || parts[2].count == 2 {
      let year = parts[2].count == 2 ? numbers[2] + (numbers[2] < 50 ? 2000 : 1900) : numbers[2]
      guard let day = CivilDay(year: year, month: numbers[1], day: numbers[0]) else { return nil }
      return FoundTime(
        tokens: index..<index + 1, kind: .date, value: day.iso8601, isInferred: false)
    }
    guard view.isGerman, numbers.count == 2, parts[1].count <= 2,
      isStop(index + 1) || Self.dayLeads.contains(view[index - 1]),
      !view.has(.measure, index + 1), !isHourWord(index + 1),
      let value = resolver.day(numbers[0], numbers[1], isFuture: isFuture(at: index))
    else { return nil }
    let end = isStop(index + 1) && index + 2 < view.end ? index + 2 : index + 1
    return FoundTime(tokens: index..<end, kind: .date, value: value)
  }

  static let dayLeads = WordSet("am vom bis zum ab dem den")

  /// `2024-06-19`
  private func isoDate(at index: Int) -> FoundTime? {
    guard let year = year(at: index), view.isMark(index + 1, UInt8(ascii: "-")),
      view.isMark(index + 3, UInt8(ascii: "-")), view[index + 1].isAttached,
      let month = small(at: index + 2, 1...12), let day = small(at: index + 4, 1...31),
      let date = CivilDay(year: year, month: month, day: day)
    else { return nil }
    return FoundTime(
      tokens: index..<index + 5, kind: .date, value: date.iso8601, isInferred: false)
  }

  /// `6/19/2024`, `6/19`: month first, unless only day first makes a date.
  private func slashDate(at index: Int) -> FoundTime? {
    guard view.isMark(index + 1, UInt8(ascii: "/")), view[index + 1].isAttached,
      let first = small(at: index, 1...31), let second = small(at: index + 2, 1...31),
      !isNegative(index)
    else { return nil }
    let (month, day) = first > 12 ? (second, first) : (first, second)
    if view.isMark(index + 3, UInt8(ascii: "/")) {
      let short = small(at: index + 4, 0...99).map { $0 + ($0 < 50 ? 2000 : 1900) }
      guard let year = year(at: index + 4) ?? short,
        let date = CivilDay(year: year, month: month, day: day)
      else { return nil }
      return FoundTime(
        tokens: index..<index + 5, kind: .date, value: date.iso8601, isInferred: false)
    }
    if let found = relativeSlash(month, day, at: index) { return found }
    guard resolver.anchor == nil || second > 12 || isLedToDate(index),
      let value = resolver.day(day, month, isFuture: isFuture(at: index))
    else { return nil }
    return FoundTime(tokens: index..<index + 3, kind: .date, value: value)
  }

  /// `this 5/12`, `next 5/12`
  private func relativeSlash(_ month: Int, _ day: Int, at index: Int) -> FoundTime? {
    guard let rel = entry(index - 1, .rel), Swift.abs(rel.number) <= 1, isLedToDate(index),
      let anchor = resolver.anchor,
      let date = CivilDay(year: anchor.year, month: month, day: day)
    else { return nil }
    let isPast = date.daysSince1970 <= anchor.daysSince1970
    let shift = rel.number == 1 && isPast ? 1 : rel.number == -1 && !isPast ? -1 : 0
    return FoundTime(
      tokens: index - 1..<index + 3, kind: .date, value: date.adding(months: 12 * shift).iso8601)
  }

  /// `-4/5`
  private func isNegative(_ index: Int) -> Bool {
    view[index].isAttached && view.isMark(index - 1, UInt8(ascii: "-"))
      && !view[index - 1].isAttached
  }

  /// `from 10/1`, `this 5/12`: what leads there is no fraction.
  private func isLedToDate(_ index: Int) -> Bool {
    if isBesideDate(index) { return true }
    return
      (Self.slashLeads.contains(view[index - 1])
      || Self.toWords.contains(view[index - 1]) && view.isMark(index - 3, UInt8(ascii: "/")))
      && (index + 3 >= view.end || view[index + 3].kind != .word || view.has(.function, index + 3))
  }

  /// `10/1-11/2/2024`: what stands on the other side of a dash is a date for sure.
  private func isBesideDate(_ index: Int) -> Bool {
    func isDate(_ at: Int) -> Bool {
      guard view.isMark(at + 1, UInt8(ascii: "/")), let first = small(at: at, 1...31),
        let second = small(at: at + 2, 1...31)
      else { return false }
      return Swift.min(first, second) <= 12 && Swift.max(first, second) > 12
        || view.isMark(at + 3, UInt8(ascii: "/")) && year(at: at + 4) != nil
    }
    return view.isDash(index + 3) && isDate(index + 4)
      || view.isDash(index - 1) && (isDate(index - 4) || isDate(index - 6))
  }

  private static let slashLeads = WordSet(
    "on from since until till before after by between next this last")

  // MARK: Days of a month

  /// `19. Juni 2024`, `18. und 19. Dezember`, `19 June`, `2nd of May 2019`
  private func dayOfMonth(at index: Int) -> FoundTime? {
    guard let day = small(at: index, 1...31), !isSum(index) else { return nil }
    if view.isGerman {
      guard isStop(index + 1) else { return nil }
      if let month = entry(index + 2, .month) {
        return date(day, month.number, from: index, behind: monthEnd(index + 2))
      }
      return pairedDay(day, at: index)
    }
    var at = index + 1
    if Self.ordinalTails.contains(view[at]), view[at].isAttached { at += 1 }
    if view.isWord(at, Self.of) { at += 1 }
    guard let month = entry(at, .month), isMonthName(at) else { return nil }
    return date(day, month.number, from: index, behind: monthEnd(at))
  }

  /// `$12`, `€ 12`
  private func isSum(_ index: Int) -> Bool {
    view[index - 1].kind == .punctuation && view.has(.measure, index - 1)
  }

  static let ordinalTails = WordSet("st nd rd th")
  static let of = Folding.hash("of".utf8)

  /// The first of two days: `18. und 19. Dezember`, `18./19. Dezember`, `18. bis 19. Dezember`.
  private func pairedDay(_ day: Int, at index: Int) -> FoundTime? {
    let joint = index + 2
    guard
      Self.joints.contains(view[joint]) || view.isMark(joint, UInt8(ascii: "/"))
        || view.isDash(joint) || view.isMark(joint, UInt8(ascii: ","))
    else { return nil }
    var at = joint + 1
    if Self.dayLeads.contains(view[at]) { at += 1 }
    guard small(at: at, 1...31) != nil, isStop(at + 1), let month = entry(at + 2, .month),
      let value = dated(day, month.number, yearBehind: monthEnd(at + 2), at: index)
    else { return nil }
    return FoundTime(tokens: index..<index + 2, kind: .date, value: value.0)
  }

  static let joints = WordSet("und bis oder sowie and to or")

  /// The token behind a month's name, with the stop of `Jan.`.
  func monthEnd(_ month: Int) -> Int {
    view[month].length <= 4 && isStop(month + 1) && month + 2 < view.end ? month + 2 : month + 1
  }

  /// English words that are months only in the right company.
  func isMonthName(_ index: Int) -> Bool {
    guard !view.isGerman else { return view[index].isCapitalised }
    if view[index].isCapitalised || Self.months.contains(view[index]) { return true }
    guard Self.mayMarch.contains(view[index]) else {
      return view[index - 1].kind == .number || view[index + 1].kind == .number
    }
    // "march eighteenth", but not "march first, talk second"
    guard let (day, _, isOrdinal) = dayNumber(at: index + 1) else { return false }
    return isOrdinal && day > 3 && view[index + 1].kind == .word
  }

  private static let months = WordSet(
    "january february april june july august september october november december")
  /// Words first, months second where they are written small.
  private static let mayMarch = WordSet("may march")

  private func date(_ day: Int, _ month: Int, from start: Int, behind end: Int) -> FoundTime? {
    guard let (value, next) = dated(day, month, yearBehind: end, at: start) else { return nil }
    let isNamed = next > end
    return FoundTime(tokens: start..<next, kind: .date, value: value, isInferred: !isNamed)
  }

  /// The value of a day of a month, with the year behind it where there is one.
  func dated(_ day: Int, _ month: Int, yearBehind end: Int, at index: Int) -> (String, Int)? {
    let comma = view.isMark(end, UInt8(ascii: ",")) ? end + 1 : end
    let of = view.isWord(comma, Self.of) ? comma + 1 : comma
    if let year = year(at: of), !view.isGerman || comma == end {
      guard let date = CivilDay(year: year, month: month, day: day) else { return nil }
      return (date.iso8601, of + 1)
    }
    if !view.isGerman, let spoken = spokenYear(at: end), let year = Int(spoken.value),
      let date = CivilDay(year: year, month: month, day: day)
    {
      return (date.iso8601, spoken.tokens.upperBound)
    }
    if let (year, next) = relativeYear(at: end) {
      guard let date = CivilDay(year: year, month: month, day: day) else { return nil }
      return (date.iso8601, next)
    }
    guard let value = resolver.day(day, month, isFuture: isFuture(at: index)) else { return nil }
    return (value, end)
  }

  /// `dieses Jahres`, `des vergangenen Jahres`, `vergangenen Jahres`
  func relativeYear(at index: Int) -> (Int, Int)? {
    guard view.isGerman, let anchor = resolver.anchor else { return nil }
    let at = view.isWord(index, Self.des) ? index + 1 : index
    if let rel = entry(at, .rel), let unit = entry(at + 1, .unit), unit.value == "Y" {
      return (anchor.year + rel.number, at + 2)
    }
    if at > index, let year = entry(at, .year) { return (anchor.year + year.number, at + 1) }
    return nil
  }

  private static let des = Folding.hash("des".utf8)

  // MARK: Longer spans

  /// `20. Jahrhundert`, `21st century`
  private func century(at index: Int) -> FoundTime? {
    guard let number = small(at: index, 1...30) else { return nil }
    let at = index + 2
    guard isStop(index + 1) || Self.ordinalTails.contains(view[index + 1]),
      let unit = entry(at, .unit), unit.value == "CE"
    else { return nil }
    return FoundTime(
      tokens: index..<at + 1, kind: .date, value: TimeValue.two(number - 1), isInferred: false,
      takesArticle: true)
  }

  /// `90er Jahre`, `1990er-Jahren`, `1990s`
  private func decade(at index: Int) -> FoundTime? {
    guard let number = DigitReader.plain(view.words.utf8[view[index].range]),
      number.truncatingRemainder(dividingBy: 10) == 0, number < 2100,
      view[index].length == 2 || view[index].length == 4, view[index + 1].isAttached
    else { return nil }
    let century = number < 100 ? (number < 30 ? 2000.0 : 1900) : 0
    let value = String(Int((century + number) / 10))
    if view.isGerman {
      let folded = view.folded(index + 1)
      guard folded.starts(with: Array("er".utf8)) else { return nil }
      if let unit = entry(index + 2, .unit), unit.value == "Y", folded.count == 2 {
        return FoundTime(
          tokens: index..<index + 3, kind: .date, value: value, isInferred: false,
          takesArticle: true)
      }
      guard folded.count == 2 || folded.starts(with: Array("er-jahr".utf8)) else { return nil }
      return FoundTime(
        tokens: index..<index + 2, kind: .date, value: value, isInferred: false, takesArticle: true)
    }
    guard view.isWord(index + 1, Self.plural) else { return nil }
    return FoundTime(tokens: index..<index + 2, kind: .date, value: value, isInferred: false)
  }

  private static let plural = Folding.hash("s".utf8)

  /// `3. Quartal 2010`, `1. Halbjahr`
  private func quarter(at index: Int) -> FoundTime? {
    guard view.isGerman, let number = small(at: index, 1...4), isStop(index + 1) else { return nil }
    return numbered(number, unitAt: index + 2, from: index)
  }

  /// The n-th quarter or half of a year, with the year behind it.
  func numbered(_ number: Int, unitAt at: Int, from start: Int) -> FoundTime? {
    guard let unit = entry(at, .unit), unit.value == "Q" || unit.value == "HY",
      number <= (unit.value == "Q" ? 4 : 2)
    else { return nil }
    let sign = unit.value == "Q" ? "Q" : "H"
    var year = resolver.anchor?.year
    var end = at + 1
    var probe = end
    if view.isWord(probe, Self.of) { probe += 1 }
    if let named = self.year(at: probe) {
      (year, end) = (named, probe + 1)
    } else if let (named, next) = relativeYear(at: end) {
      (year, end) = (named, next)
    }
    return FoundTime(
      tokens: start..<end, kind: .date,
      value: "\(year.map { TimeValue.year($0) } ?? "XXXX")-\(sign)\(number)", takesArticle: true)
  }

  /// Four digits that can only be a year, or that a word of time leads to.
  private func bareYear(at index: Int) -> FoundTime? {
    guard let year = year(at: index), year >= 1500, year < 2100,
      !view[index + 1].isTailOf(view[index]),
      !view.has(.measure, index + 1),
      FigureHedges(view: view).hedge(endingAt: index) == nil
        || Self.yearLeads.contains(view[index - 1]),
      !view.isMark(index + 1, UInt8(ascii: ":")),
      !view.isDash(index - 1) || !view[index].isAttached
        || (self.year(at: index - 2) != nil
          && !(view.isDash(index - 3) && view[index - 2].isAttached))
    else { return nil }
    if view[index].isAttached, view[index - 1].kind == .punctuation,
      !Quotes.isMark(view.words, index - 1),
      !view.isMark(index - 1, UInt8(ascii: "(")), !view.isMark(index - 1, UInt8(ascii: "~")),
      !view.isMark(index - 1, UInt8(ascii: "/")),
      !view.isDash(index - 1)
    {
      return nil
    }
    let isLed = Self.yearLeads.contains(view[index - 1])
    if !isLed, year < 1900 || year > 2050 || countsSomething(index) { return nil }
    if let (value, end) = yearPair(year, at: index) {
      return FoundTime(tokens: index..<end, kind: .date, value: value, isInferred: false)
    }
    return FoundTime(
      tokens: index..<index + 1, kind: .date, value: TimeValue.year(year), isInferred: false)
  }

  static let yearLeads = WordSet(
    "jahr jahre jahres seit ab bis von vor nach im in um anfang mitte ende und anno since until "
      + "from by before after of during early late mid year bereits schon erst noch")

  /// `2000 Menschen`: a round number before a German noun.
  private func countsSomething(_ index: Int) -> Bool {
    guard view.isGerman, view[index + 1].kind == .word, view[index + 1].isCapitalised else {
      return false
    }
    return view.ends(index, in: [Array("00".utf8)])
  }

  /// `1925/26`
  private func yearPair(_ year: Int, at index: Int) -> (String, Int)? {
    guard view.isMark(index + 1, UInt8(ascii: "/")), view[index + 1].isAttached else { return nil }
    if let second = small(at: index + 2, 0...99), second == (year + 1) % 100 {
      return (TimeValue.year(year), index + 3)
    }
    return nil
  }
}

extension Word {
  /// Whether a word clings to the token before.
  func isTailOf(_ word: Word) -> Bool { kind == .word && isAttached && start == word.end }
}
