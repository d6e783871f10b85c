import Press

/// English spans that are counted from the day of publication, and hours that only their company makes hours.
extension TimeFinder {
  // MARK: Spans

  /// `last three months`, `next 2 weeks`: from the day of publication back or on, as a range of days.
  func spanFromNow(_ rel: Int, _ amount: Double?, _ unit: String, _ tokens: Range<Int>)
    -> FoundTime?
  {
    guard !view.isGerman, rel == 1 || rel == -1, let anchor = resolver.anchor, let amount,
      amount >= 1, amount < 1000
    else { return nil }
    let first: CivilDay?
    if unit == "Q" {
      first = CivilDay(year: anchor.year, month: (anchor.month - 1) / 3 * 3 + 1, day: 1)
        .map { rel > 0 ? $0.adding(months: 3) : $0 }
    } else {
      first = rel > 0 ? anchor.adding(days: 1) : anchor
    }
    guard let first,
      let other = TimeResolver(anchor: first).exactly(Double(rel) * amount, unit)
    else { return nil }
    let value = rel > 0 ? "\(first.iso8601)/\(other)" : "\(other)/\(first.iso8601)"
    return FoundTime(tokens: tokens, kind: .date, value: value, isVague: true)
  }

  /// `Halloween weekend`, `Labor Day weekend 2021`
  func feastWeekend(_ day: String, at place: Int, from index: Int) -> FoundTime? {
    guard !view.isGerman, let unit = entry(place, .unit), unit.value == "WE",
      let date = TimeValue.date(of: day)?.day
    else { return nil }
    let weekend = date.weekday < 4 ? date.adding(days: -7) : date
    return FoundTime(
      tokens: index..<place + 1, kind: .date, value: TimeValue.week(of: weekend) + "-WE")
  }

  /// `20200701`
  func compactDate(at index: Int) -> FoundTime? {
    guard view[index].length == 8, !view.has(.measure, index + 1), !view.has(.measure, index - 1),
      let digits = DigitReader.plain(view.words.utf8[view[index].range])
    else { return nil }
    let number = Int(digits)
    guard number > 19_000_000, number < 21_000_000,
      let day = CivilDay(
        year: number / 10_000, month: number / 100 % 100, day: number % 100)
    else { return nil }
    return FoundTime(
      tokens: index..<index + 1, kind: .date, value: day.iso8601, isInferred: false)
  }

  // MARK: Hours

  private static let hourLeads = WordSet("at by around about until till before after since from")
  private static let inWord = WordSet("in")

  /// `by 2 in the afternoon`: the hour with the part of the day behind it.
  func hourInPart(_ hour: Int, at index: Int) -> FoundTime? {
    guard Self.hourLeads.contains(view[index - 1]), Self.inWord.contains(view[index + 1]),
      view[index + 2].length == 3, let part = entry(index + 3, .part)
    else { return nil }
    let isLate = part.value == "AF" || part.value == "EV"
    return FoundTime(
      tokens: index..<index + 4, kind: .time,
      value:
        "T\(TimeValue.two(hour % 12 + (isLate || (hour == 12 && part.value != "NI") ? 12 : 0)))")
  }

  /// `between 0730-0930`: one of them begins with a naught, as no year does.
  func fourDigitHours(at index: Int) -> FoundTime? {
    guard view[index].length == 4, let first = fourDigits(index),
      view.isDash(index + 1) || Self.toWords.contains(view[index + 1]),
      let second = fourDigits(index + 2), first.hasPrefix("T0") || second.hasPrefix("T0"),
      Self.betweenWord.contains(view[index - 1]) || Self.hourLeads.contains(view[index - 1])
    else { return nil }
    return FoundTime(tokens: index..<index + 3, kind: .time, value: "\(first)/\(second)")
  }

  private func fourDigits(_ index: Int) -> String? {
    guard view[index].kind == .number, view[index].length == 4,
      let digits = DigitReader.plain(view.words.utf8[view[index].range]), digits < 2400
    else { return nil }
    let (hour, minute) = (Int(digits) / 100, Int(digits) % 100)
    return minute < 60 ? "T\(TimeValue.two(hour)):\(TimeValue.two(minute))" : nil
  }

  // MARK: Days

  /// `first Monday of May`, `last Friday evening of next month`: the n-th such day of a month; 0 is the last.
  func nthWeekday(_ number: Int, at place: Int, from index: Int) -> FoundTime? {
    guard number <= 5, let weekday = entry(place, .weekday) else { return nil }
    let part = entry(place + 1, .part)
    let joint = part == nil ? place + 1 : place + 2
    guard view.isWord(joint, Self.of) || Self.inWord.contains(view[joint]) else { return nil }
    let the = Self.theWord.contains(view[joint + 1])
    let month: String
    let end: Int
    if the, let unit = entry(joint + 2, .unit), unit.value == "M", let now = resolver.unit("M", 0) {
      (month, end) = (now, joint + 3)
    } else if let whole = inner(at: the ? joint + 2 : joint + 1), whole.kind == .date {
      (month, end) = (whole.value, whole.tokens.upperBound)
    } else {
      return nil
    }
    guard month.utf8.count == 7, let first = TimeValue.date(of: month)?.day else { return nil }
    let day: CivilDay
    if number == 0 {
      let last = first.adding(months: 1).adding(days: -1)
      day = last.adding(days: -((last.weekday - weekday.number + 7) % 7))
    } else {
      day = first.adding(days: (weekday.number - first.weekday + 7) % 7 + (number - 1) * 7)
      guard day.month == first.month else { return nil }
    }
    return FoundTime(
      tokens: index..<end, kind: part == nil ? .date : .time,
      value: day.iso8601 + (part.map { "T\($0.value)" } ?? ""))
  }

  private static let theWord = WordSet("the")

  /// `week of April 10th`, `weekend of May 4`
  func weekOf(_ unit: TimeWord, at index: Int, end: Int) -> FoundTime? {
    guard unit.value == "W" || unit.value == "WE", view.isWord(end, Self.of) else { return nil }
    let at = Self.theWord.contains(view[end + 1]) ? end + 2 : end + 1
    guard let found = inner(at: at), found.kind == .date, found.value.utf8.count == 10,
      let day = TimeValue.date(of: found.value)?.day
    else { return nil }
    let start = Self.theWord.contains(view[index - 1]) ? index - 1 : index
    return FoundTime(
      tokens: start..<found.tokens.upperBound, kind: .date,
      value: TimeValue.week(of: day) + (unit.value == "WE" ? "-WE" : ""),
      isInferred: found.isInferred)
  }

  /// `twenty five January 1986`: a day in words before a month with its year.
  func spokenDay(at index: Int) -> FoundTime? {
    guard let (first, next, isOrdinal) = dayNumber(at: index), !isOrdinal else { return nil }
    guard let month = entry(next, .month), isMonthName(next),
      let (value, end) = dated(first, month.number, yearBehind: monthEnd(next), at: index),
      end > monthEnd(next)
    else { return nil }
    return FoundTime(tokens: index..<end, kind: .date, value: value, isInferred: false)
  }

  // MARK: Clocks in words

  /// `at nine thirty`, `at five-thirty`
  func hourAndMinute(at index: Int) -> FoundTime? {
    guard view[index].kind == .word, Self.atWord.contains(view[index - 1]) else { return nil }
    let hour: Int
    let minute: Int
    let end: Int
    if view[index].marks.contains(.hasHyphen) {
      let parts = view.folded(index).split(separator: UInt8(ascii: "-"))
      guard parts.count == 2, let first = numerals.english(parts[0]), first >= 1, first <= 12,
        let second = numerals.english(parts[1]), second >= 10, second < 60
      else { return nil }
      (hour, minute, end) = (Int(first), Int(second), index + 1)
    } else {
      guard let first = numerals.english(view.folded(index)[...]), first >= 1, first <= 12,
        view[index + 1].kind == .word, view.has(.numeral, index + 1),
        let second = numerals.numeral(at: index + 1), second.form == .words, !second.isOrdinal,
        let value = second.value, value >= 10, value < 60, value == value.rounded()
      else { return nil }
      (hour, minute, end) = (Int(first), Int(value), second.tokens.upperBound)
    }
    guard !view.has(.measure, end), end >= view.end || !view.has(.numeral, end) else { return nil }
    let (shift, next) = halfDay(at: end) ?? (0, end)
    return time(shift == 12 ? hour % 12 + 12 : hour, minute, nil, from: index, to: next)
  }
}

extension NumeralReader {
  /// A unit or ten in one English word.
  func english(_ folded: ArraySlice<UInt8>) -> Double? {
    let numerals = view.vocabulary.numerals
    guard let match = numerals.entry(of: Folding.hash(folded)) else { return nil }
    let attributes = numerals.attributes(of: match)
    guard attributes.count > 1, attributes[0] == "unit" || attributes[0] == "tens" else {
      return nil
    }
    return Double(attributes[1])
  }
}
