import Press

/// Expressions that begin with a word of time.
extension TimeFinder {
  func wordLed(_ word: TimeWord, _ length: Int, at index: Int) -> FoundTime? {
    let end = index + length
    switch word.kind {
    case .weekday: return weekday(word, at: index, end: end)
    case .month: return month(word, at: index)
    case .season: return season(word, at: index, rel: nil, from: index)
    case .day: return day(word, at: index, end: end)
    case .daypart:
      return FoundTime(
        tokens: index..<end, kind: .time, value: resolver.day(word.number) + "T" + word.value)
    case .part: return part(word, at: index, end: end)
    case .rel: return relative(word, at: index, end: end)
    case .ref: return reference(word, at: index, end: end)
    case .set: return FoundTime(tokens: index..<end, kind: .set, value: word.value)
    case .each: return each(at: index, end: end)
    case .every: return every(at: index, end: end)
    case .weekdays:
      return FoundTime(tokens: index..<end, kind: .set, value: "XXXX-WXX-\(word.number)")
    case .parts:
      let isLed = !view.isGerman && view.isWord(index - 1, Self.the)
      let start = isLed && Self.inWord.contains(view[index - 2]) ? index - 2 : index
      return FoundTime(tokens: start..<end, kind: .set, value: partOfDays(word.value))
    case .point: return point(word, at: index, end: end)
    case .feast: return feast(word, at: index, end: end)
    case .some: return someUnits(at: end, from: index)
    case .span: return FoundTime(tokens: index..<end, kind: .duration, value: word.value)
    case .year:
      return FoundTime(
        tokens: index..<end, kind: .date, value: resolver.year(word.number), takesArticle: true)
    case .past:
      guard let value = resolver.unit(word.value, -1) else { return nil }
      return FoundTime(tokens: index..<end, kind: .date, value: value, takesArticle: true)
    case .yearpoint:
      return FoundTime(tokens: index..<end, kind: .date, value: resolver.year(0))
    case .monthpoint:
      return resolver.unit("M", 0).map {
        FoundTime(tokens: index..<end, kind: .date, value: $0)
      }
    case .whole:
      return FoundTime(
        tokens: index..<end, kind: .duration, value: word.value, takesArticle: true,
        takesHedge: true)
    case .clock:
      return FoundTime(
        tokens: index..<end, kind: .time,
        value: (view.isGerman ? dayOfClock() ?? "" : "") + word.value)
    case .unit: return unit(word, at: index, end: end)
    case .lead, .bound, .reach: return nil
    }
  }

  // MARK: Days

  private func weekday(_ word: TimeWord, at index: Int, end: Int) -> FoundTime? {
    guard view[index].isCapitalised || (!view.isGerman && view[index].length > 3) else {
      return nil
    }
    var date = view.isMark(end, UInt8(ascii: ",")) ? end + 1 : end
    if view.isGerman, Self.dayLeads.contains(view[date]) { date += 1 }
    if let exact = dayBehind(date) {
      return FoundTime(
        tokens: index..<exact.tokens.upperBound, kind: .date, value: exact.value,
        isInferred: exact.isInferred)
    }
    if !view.isGerman, let found = numbered(weekday: word.number, behind: end, from: index) {
      return found
    }
    let value = resolver.weekday(word.number, rel: nil, isFuture: isFuture(at: index))
    return withPart(FoundTime(tokens: index..<end, kind: .date, value: value))
  }

  /// An exact date at a token, as it stands behind the name of its day.
  private func dayBehind(_ index: Int) -> FoundTime? {
    if view[index].kind == .number, let found = numberLed(at: index), found.kind == .date,
      found.value.utf8.count == 10
    {
      return found
    }
    guard !view.isGerman, let month = entry(index, .month),
      let found = self.month(month, at: index),
      found.value.utf8.count == 10
    else { return nil }
    return found
  }

  /// A day and the part of the day behind it: `gestern Abend`, `Montag Vormittag`.
  func withPart(_ time: FoundTime) -> FoundTime {
    var end = time.tokens.upperBound
    if !view.isGerman, Self.earlyLate.contains(view[end]) { end += 1 }
    guard let part = (entry(end, .part) ?? entry(end, .parts))?.value ?? halfOfDay(end),
      !view[end].isAttached
    else { return time }
    var joined = time
    joined.kind = .time
    joined.value += "T" + part
    joined.tokens = time.tokens.lowerBound..<end + 1
    return joined
  }

  /// `today pm`
  private func halfOfDay(_ index: Int) -> String? {
    guard !view.isGerman, view[index].length == 2 else { return nil }
    return Self.am.contains(view[index]) ? "MO" : Self.pm.contains(view[index]) ? "AF" : nil
  }

  private static let earlyLate = WordSet("early late")
  private static let am = WordSet("am")
  private static let pm = WordSet("pm")

  private func day(_ word: TimeWord, at index: Int, end: Int) -> FoundTime? {
    let value = resolver.day(word.number)
    let found = withPart(FoundTime(tokens: index..<end, kind: .date, value: value))
    if found.kind == .date, word.number == 0, view.isGerman, !saysToday(index) {
      var loose = found
      loose.value = "PRESENT_REF"
      loose.meant = resolver.anchor?.iso8601
      return loose
    }
    return found
  }

  /// Whether "heute" is this very day and not these days.
  private func saysToday(_ index: Int) -> Bool {
    if Self.still.contains(view[index - 1]) || Self.still.contains(view[index + 1]) { return false }
    for at in view.range {
      if isHourWord(at) || entry(at, .part) != nil { return true }
      if Self.decided.contains(view[at]) { return true }
    }
    return false
  }

  private static let still = WordSet("bis noch von seit nur wie als auch")
  private static let decided = WordSet("wird werden wurde wurden teilte sagte meldete gab hat")

  private func part(_ word: TimeWord, at index: Int, end: Int) -> FoundTime? {
    guard view.isGerman else { return englishPart(word, at: index, end: end) }
    if !view[index].isCapitalised {
      // "morgen" is tomorrow, "früh" alone says nothing of a day.
      guard view.folded(index) == Array("morgen".utf8) else { return nil }
      return withPart(FoundTime(tokens: index..<end, kind: .date, value: resolver.day(1)))
    }
    guard view.folded(index) != Array("frueh".utf8) else { return nil }
    let leads = Self.partLeads.contains(view[index - 1])
    guard leads else { return nil }
    // "in der Nacht zum Sonntag", "in der Nacht des 14. August"
    if Self.nightJoints.contains(view[end]), let found = inner(at: end + 1),
      found.kind == .date,
      found.value.utf8.count == 10
    {
      return FoundTime(
        tokens: index..<found.tokens.upperBound, kind: .time, value: found.value + "T" + word.value)
    }
    return FoundTime(
      tokens: index..<end, kind: .time, value: (dayOfClock() ?? "XXXX-XX-XX") + "T" + word.value)
  }

  private static let partLeads = WordSet("am der den gegen vom zum bis diesen dieser diesem")
  private static let nightJoints = WordSet("zum auf des vom zu am")

  private func englishPart(_ word: TimeWord, at index: Int, end: Int) -> FoundTime? {
    guard Self.englishPartLeads.contains(view[index - 1]) else { return nil }
    var start = index
    if Self.partWords.contains(view[start - 1]) { start -= 1 }
    if Self.inWord.contains(view[start - 1]) { start -= 1 }
    return FoundTime(tokens: start..<end, kind: .time, value: "T" + word.value)
  }

  private static let englishPartLeads = WordSet("the in at by early late that")
  private static let partWords = WordSet("the early late")
  private static let inWord = WordSet("in")

  // MARK: Months and seasons

  func month(_ word: TimeWord, at index: Int) -> FoundTime? {
    guard isMonthName(index), isNoVerb(index) else { return nil }
    let end = monthEnd(index)
    if !view.isGerman, let year = spokenYear(at: end), let number = Int(year.value) {
      return FoundTime(
        tokens: index..<year.tokens.upperBound, kind: .date,
        value: TimeValue.month(number, word.number), isInferred: false)
    }
    if !view.isGerman, let found = englishDay(word, at: index, end: end) { return found }
    let of =
      view.isWord(end, Self.of) || view.isMark(end, UInt8(ascii: ",")) && !view.isGerman
      ? end + 1 : end
    if let year = year(at: of) {
      return FoundTime(
        tokens: index..<of + 1, kind: .date, value: TimeValue.month(year, word.number),
        isInferred: false)
    }
    if let (year, next) = relativeYear(at: end) {
      return FoundTime(
        tokens: index..<next, kind: .date, value: TimeValue.month(year, word.number))
    }
    if view[index].length <= 4, view.isGerman, word.number != 5, view[index].length < 4 {
      return nil
    }
    return FoundTime(
      tokens: index..<end, kind: .date,
      value: resolver.month(word.number, isFuture: isFuture(at: index)))
  }

  /// "May" and "March" are verbs, "Sun" and "Dec" are short: a lead or a number must be near.
  private func isNoVerb(_ index: Int) -> Bool {
    guard !view.isGerman, view[index].length <= 3 || view.isWord(index, Self.march) else {
      return true
    }
    return view[index + 1].kind == .number || view[index - 1].kind == .number
      || (view.has(.numeral, index + 1) && index > view.start)
      || (Self.toWords.contains(view[index + 1]) && entry(index + 2, .month) != nil)
      || Self.monthLeads.contains(view[index - 1]) || isStop(index + 1)
      || Self.ordinalTails.contains(view[index - 1])
  }

  private static let march = Folding.hash("march".utf8)
  private static let monthLeads = WordSet(
    "in of since until by last next this from to early late mid during before after and through")

  /// `June 19, 2024`, `May 29th`, `February twenty second`
  private func englishDay(_ word: TimeWord, at index: Int, end: Int) -> FoundTime? {
    let isComma = view.isMark(end, UInt8(ascii: ","))
    let at = view.isWord(end, Self.the) || isComma ? end + 1 : end
    guard let (number, next, isOrdinal) = dayNumber(at: at), isOrdinal || !isComma,
      !view.isMark(next, UInt8(ascii: ":")) || !view[next].isAttached
    else { return nil }
    if let span = daySpan(number, of: word.number, joint: next, from: index) { return span }
    guard let (value, last) = dated(number, word.number, yearBehind: next, at: index) else {
      return nil
    }
    return FoundTime(tokens: index..<last, kind: .date, value: value, isInferred: last == next)
  }

  private static let the = Folding.hash("the".utf8)

  func season(_ word: TimeWord, at index: Int, rel: Int?, from start: Int) -> FoundTime? {
    guard view[index].isCapitalised || !view.isGerman else { return nil }
    let of = view.isWord(index + 1, Self.of) ? index + 2 : index + 1
    let year = year(at: of)
    if rel == nil, year == nil, !Self.seasonLeads.contains(view[index - 1]) { return nil }
    var end = year == nil ? index + 1 : of + 1
    var named = year
    if year == nil, let (relative, next) = relativeYear(at: end) { (named, end) = (relative, next) }
    return FoundTime(
      tokens: start..<end, kind: .date,
      value: resolver.season(word.value, year: named, rel: rel, isFuture: isFuture(at: index)),
      isInferred: year == nil)
  }

  private static let seasonLeads = WordSet(
    "im seit vom bis zum ab in the of since until this last next vor nach diesem dem den kommenden")

  /// `Anfang März`, `Ende 2019`, `late June`
  private func point(_ word: TimeWord, at index: Int, end: Int) -> FoundTime? {
    var at = end
    if !view.isGerman, view.isDash(at) { at += 1 }
    let article = view.isGerman && Self.articles.contains(view[at])
    if article { at += 1 }
    if !view.isGerman, let found = englishPoint(at: at, from: index) { return found }
    guard let found = inner(at: at), found.kind == .date, found.tokens.lowerBound == at,
      found.value.utf8.count <= (view.isGerman ? 8 : 10), !found.isVague,
      !found.value.hasSuffix("REF")
    else { return nil }
    var whole = found
    whole.tokens = index..<found.tokens.upperBound
    whole.takesArticle = false
    if !view.isGerman, word.value == "END", found.value.utf8.count == 10, entry(at, .day) != nil {
      // "the end of today"
      whole.kind = .time
      whole.value += "T23:59:59"
    }
    return whole
  }

  private func feast(_ word: TimeWord, at index: Int, end: Int) -> FoundTime? {
    guard view[index].isCapitalised || !view.isGerman else { return nil }
    let isWeekend = !view.isGerman && entry(end, .unit)?.value == "WE"
    let year = year(at: isWeekend ? end + 1 : end)
    guard
      let value = resolver.feast(word.value, year: year, rel: nil, isFuture: isFuture(at: index))
    else { return nil }
    if isWeekend, var weekend = feastWeekend(value, at: end, from: index) {
      if year != nil { weekend.tokens = index..<end + 2 }
      return weekend
    }
    return FoundTime(tokens: index..<(year == nil ? end : end + 1), kind: .date, value: value)
  }

  private func reference(_ word: TimeWord, at index: Int, end: Int) -> FoundTime? {
    // "zwei Jahre früher" belongs to the duration before it.
    if entry(index - 1, .unit) != nil { return nil }
    return FoundTime(
      tokens: index..<end, kind: .date, value: word.value, isVague: true,
      takesArticle: view[index].isCapitalised && index > view.start)
  }
}
