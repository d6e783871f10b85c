import Press

/// Days in ways English has of its own: `2017 april`, `Nov 18-19`, `Dec31`, `9 to 12 of June`, `Q3 of 2018`.
extension TimeFinder {
  func english(at index: Int) -> FoundTime? {
    let word = view[index]
    if word.kind == .number {
      return yearLed(at: index) ?? compactDate(at: index) ?? dashedDate(at: index) ?? englishClock(
        at: index)
        ?? daysOfMonth(at: index) ?? nthDay(at: index) ?? nthUnit(at: index)
        ?? amountAhead(at: index)
    }
    guard word.kind == .word else { return nil }
    if word.marks.contains(.hasDigit) {
      return monthAndDay(at: index) ?? quarterLed(at: index)
    }
    if word.marks.contains(.hasHyphen), let pair = monthPair(at: index) { return pair }
    if Self.a.contains(word) { return articleUnit(at: index) }
    guard view.has(.numeral, index) else { return nil }
    return spokenClock(at: index) ?? spokenYear(at: index) ?? daysOfMonth(at: index)
      ?? nthDay(at: index) ?? spokenDay(at: index)
      ?? englishHours(at: index) ?? amountAhead(at: index)
  }

  /// `first Monday of May`, `2nd Tuesday in June`
  private func nthDay(at index: Int) -> FoundTime? {
    guard let (number, end, isOrdinal) = dayNumber(at: index), isOrdinal, number <= 5 else {
      return nil
    }
    return nthWeekday(number, at: end, from: index)
  }

  static let a = WordSet("a an")
  static let toWords = WordSet("to till until through thru")
  static let andWords = WordSet("and or")
  static let betweenWord = WordSet("between")
  private static let theHash = Folding.hash("the".utf8)

  // MARK: Years first, digits with dashes

  /// `2017 april`, `2020/Sep/23`, `2016 10 16`, `2019 H2`, `2019-Q1`
  private func yearLed(at index: Int) -> FoundTime? {
    guard let year = year(at: index) else { return nil }
    let isJoined =
      view[index + 1].isAttached
      && (view.isMark(index + 1, UInt8(ascii: "/")) || view.isDash(index + 1))
    let at = isJoined ? index + 2 : index + 1
    if let sign = quarterSign(at: at) {
      return FoundTime(
        tokens: index..<at + 1, kind: .date, value: "\(TimeValue.year(year))-\(sign)",
        isInferred: false)
    }
    if let month = entry(at, .month), view[at].length > 3 || isJoined {
      if isJoined, let day = small(at: at + 2, 1...31), view[at + 2].isAttached {
        return exact(year, month.number, day, index..<at + 3)
      }
      guard small(at: at + 1, 1...31) == nil, isMonthName(at) || view[at].length > 3 else {
        return nil
      }
      return FoundTime(
        tokens: index..<at + 1, kind: .date, value: TimeValue.month(year, month.number),
        isInferred: false)
    }
    if isJoined, view.isDash(index + 1), view[at].length == 2, view[at].isAttached,
      let month = small(at: at, 1...12), month != (year + 1) % 100,
      !view[at + 1].isAttached || isStop(at + 1) || at + 1 >= view.end
    {
      // "2015-12", but not the season "2010-11"
      return FoundTime(
        tokens: index..<at + 1, kind: .date, value: TimeValue.month(year, month), isInferred: false)
    }
    guard !isJoined, let month = small(at: at, 1...12), let day = small(at: at + 1, 1...31),
      view[at].length == 2, view[at + 1].length == 2,
      !view[at + 2].isAttached || isStop(at + 2)
        || view[at + 2].kind == .punctuation
    else { return nil }
    return exact(year, month, day, index..<at + 2)
  }

  private func exact(_ year: Int, _ month: Int, _ day: Int, _ tokens: Range<Int>) -> FoundTime? {
    CivilDay(year: year, month: month, day: day).map {
      FoundTime(tokens: tokens, kind: .date, value: $0.iso8601, isInferred: false)
    }
  }

  /// `02-02-2020`, `23/Sep/2020`
  private func dashedDate(at index: Int) -> FoundTime? {
    guard let first = small(at: index, 1...31), view[index + 1].isAttached,
      view[index + 3].isAttached, let year = year(at: index + 4)
    else { return nil }
    let isSlash = view.isMark(index + 1, UInt8(ascii: "/"))
    if isSlash, view.isMark(index + 3, UInt8(ascii: "/")), let month = entry(index + 2, .month) {
      return exact(year, month.number, first, index..<index + 5)
    }
    guard view.isDash(index + 1), view.isDash(index + 3), let second = small(at: index + 2, 1...31)
    else { return nil }
    let (month, day) = first > 12 ? (second, first) : (first, second)
    return exact(year, month, day, index..<index + 5)
  }

  /// `Dec31`, `mar3`, with the year behind.
  private func monthAndDay(at index: Int) -> FoundTime? {
    let folded = view.folded(index)
    guard folded.count <= 5, let digits = folded.firstIndex(where: { ByteClass.isDigit($0) }),
      digits >= 3, let month = words.entry(folded[..<digits]), month.kind == .month,
      let day = DigitReader.plain(folded[digits...]), day >= 1, day <= 31,
      let (value, end) = dated(Int(day), month.number, yearBehind: index + 1, at: index)
    else { return nil }
    return withPart(FoundTime(tokens: index..<end, kind: .date, value: value))
  }

  /// `Jan-Feb 2017`, `June-August`
  private func monthPair(at index: Int) -> FoundTime? {
    let parts = view.folded(index).split(separator: UInt8(ascii: "-"))
    guard parts.count == 2, let first = words.entry(parts[0]), first.kind == .month,
      let second = words.entry(parts[1]), second.kind == .month
    else { return nil }
    let named = year(at: index + 1)
    guard let year = named ?? resolver.anchor?.year else { return nil }
    let start = first.number > second.number ? year - 1 : year
    return FoundTime(
      tokens: index..<(named == nil ? index + 1 : index + 2), kind: .date,
      value:
        "\(TimeValue.month(start, first.number))-01/\(TimeValue.month(year, second.number))-01",
      isInferred: named == nil)
  }

  // MARK: Quarters and halves

  /// `Q3`, `H1`
  private func quarterSign(at index: Int) -> String? {
    guard view[index].kind == .word, view[index].length == 2 else { return nil }
    let folded = view.folded(index)
    let last: UInt8 = folded[0] == UInt8(ascii: "q") ? 0x34 : 0x32
    guard folded.count == 2, folded[0] == UInt8(ascii: "q") || folded[0] == UInt8(ascii: "h"),
      folded[1] >= 0x31, folded[1] <= last
    else { return nil }
    return String(decoding: [folded[0] & 0xDF, folded[1]], as: UTF8.self)
  }

  /// `Q3 2018`, `q1 of 2017`, `in Q3`
  private func quarterLed(at index: Int) -> FoundTime? {
    guard let sign = quarterSign(at: index) else { return nil }
    let of = view.isWord(index + 1, Self.of) ? index + 2 : index + 1
    if let year = year(at: of) {
      return FoundTime(
        tokens: index..<of + 1, kind: .date, value: "\(TimeValue.year(year))-\(sign)",
        isInferred: false)
    }
    guard Self.quarterLeads.contains(view[index - 1]), let anchor = resolver.anchor else {
      return nil
    }
    return FoundTime(
      tokens: index..<index + 1, kind: .date, value: "\(TimeValue.year(anchor.year))-\(sign)")
  }

  private static let quarterLeads = WordSet("in for since during from by until of")

  // MARK: Days

  /// A day's number: `21`, `21st`, `first`, `twenty-first`, `twenty first`.
  func dayNumber(at index: Int) -> (day: Int, end: Int, isOrdinal: Bool)? {
    if let day = small(at: index, 1...31) {
      let hasTail = view[index + 1].isAttached && Self.ordinalTails.contains(view[index + 1])
      return (day, hasTail ? index + 2 : index + 1, hasTail)
    }
    guard view.has(.numeral, index), view[index].kind == .word,
      let number = numerals.numeral(at: index), let value = number.value, value >= 1, value <= 31,
      value == value.rounded()
    else { return nil }
    let next = number.tokens.upperBound
    if value == 20 || value == 30, !number.isOrdinal, let more = numerals.numeral(at: next),
      more.isOrdinal, let low = more.value, low < 10, value + low <= 31
    {
      return (Int(value + low), more.tokens.upperBound, true)
    }
    return (Int(value), next, number.isOrdinal)
  }

  /// The second of two days and the token behind: `to 12`, `- 20`, `through the seventeenth`.
  private func secondDay(at joint: Int) -> (day: Int, end: Int, isSpan: Bool)? {
    let isSpan = Self.toWords.contains(view[joint]) || view.isDash(joint)
    guard isSpan || Self.andWords.contains(view[joint]) else { return nil }
    let at = view.isWord(joint + 1, Self.theHash) ? joint + 2 : joint + 1
    return dayNumber(at: at).map { ($0.day, $0.end, isSpan) }
  }

  /// `9 to 12 of June`, `18 and 19 June`, `4-23 in next month`
  private func daysOfMonth(at index: Int) -> FoundTime? {
    guard let (first, joint, _) = dayNumber(at: index), let second = secondDay(at: joint),
      second.day > first
    else { return nil }
    let isSpan = second.isSpan || isBetween(index)
    let of = view.isWord(second.end, Self.of) ? second.end + 1 : second.end
    if let month = entry(of, .month), isMonthName(of),
      let (value, end) = dated(second.day, month.number, yearBehind: monthEnd(of), at: index)
    {
      let start = value.dropLast(2) + TimeValue.two(first)
      return FoundTime(
        tokens: index..<(isSpan ? end : joint), kind: .date,
        value: isSpan ? "\(start)/\(value)" : String(start))
    }
    guard isSpan, of > second.end || Self.inWords.contains(view[second.end]),
      let month = inner(at: second.end + 1), month.value.utf8.count == 7
    else { return nil }
    return FoundTime(
      tokens: index..<month.tokens.upperBound, kind: .date,
      value: "\(month.value)-\(TimeValue.two(first))/\(month.value)-\(TimeValue.two(second.day))")
  }

  private static let inWords = WordSet("in")

  /// Whether `between` or `between the` leads to a token.
  func isBetween(_ index: Int) -> Bool {
    let before = view.isWord(index - 1, Self.theHash) ? index - 2 : index - 1
    return Self.betweenWord.contains(view[before])
  }

  /// `November 19-20`, `april 9th through seventeenth`: the second day behind a month and a day.
  func daySpan(_ first: Int, of month: Int, joint: Int, from index: Int) -> FoundTime? {
    guard let second = secondDay(at: joint), second.isSpan, entry(second.end, .month) == nil,
      (view.isDash(joint) && view[joint].isAttached && view[joint + 1].isAttached)
        || view[second.end - 1].kind == .word,
      let (value, end) = dated(first, month, yearBehind: second.end, at: index),
      let start = TimeValue.date(of: value)?.day
    else { return nil }
    let base = second.day > first ? start : start.adding(months: 1)
    guard let last = CivilDay(year: base.year, month: base.month, day: second.day) else {
      return nil
    }
    return FoundTime(tokens: index..<end, kind: .date, value: "\(value)/\(last.iso8601)")
  }

  /// `Monday 21`, `Mon 13th`, `Tuesday the 4th`
  func numbered(weekday: Int, behind end: Int, from index: Int) -> FoundTime? {
    let at = view.isWord(end, Self.theHash) ? end + 1 : end
    guard let (day, next, isOrdinal) = dayNumber(at: at),
      (isOrdinal && (at > end || view[at].kind == .number))
        || (view[at].kind == .number && view[next].kind == .punctuation)
        || (view[at].kind == .number && next >= view.end),
      !view.isMark(next, UInt8(ascii: ":")),
      let value = resolver.day(day, on: weekday, isFuture: isFuture(at: index))
    else { return nil }
    return FoundTime(tokens: index..<next, kind: .date, value: value)
  }

  /// `end of the week`, `later in the year`, `later in the afternoon`, `later this afternoon`
  func englishPoint(at place: Int, from index: Int) -> FoundTime? {
    let hasThe = view.isWord(place, Self.theHash)
    let at = hasThe ? place + 1 : place
    if hasThe, let unit = entry(at, .unit), !isPlural(at, unit),
      !view.isWord(at + 1, Self.of), let value = resolver.unit(unit.value, 0)
    {
      return FoundTime(tokens: index..<at + 1, kind: .date, value: value)
    }
    if hasThe, let part = entry(at, .part) {
      return FoundTime(tokens: index..<at + 1, kind: .time, value: "T" + part.value)
    }
    guard let found = inner(at: at), found.tokens.lowerBound == at, !found.isVague,
      found.kind == .time ? found.value.hasSuffix("AF") || found.value.hasSuffix("MO") : hasThe,
      found.kind == .time || found.kind == .date
    else { return nil }
    var whole = found
    whole.tokens = index..<found.tokens.upperBound
    return whole
  }
}
