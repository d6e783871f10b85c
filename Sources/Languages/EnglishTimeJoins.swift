import Press

/// Joins what English says in two: `tomorrow at 8 am`, `9 am on Tuesday`, `Tuesday of next week`,
/// `from 2014 to 2018`, `each Monday at 4pm`.
struct EnglishTimeJoins {
  let view: SentenceView
  let words: TimeWords
  let resolver: TimeResolver

  func join(_ found: [FoundTime]) -> [FoundTime] {
    let sums = EnglishTimeSums(view: view, words: words, resolver: resolver)
    var out: [FoundTime] = []
    for time in sums.lengths(found) {
      var time = time
      // What was joined may join again: "next week" + "Mon" + "9 am".
      while let last = out.last, let joined = joined(last, time) {
        out.removeLast()
        time = joined
      }
      out.append(time)
    }
    return out.map(led)
  }

  private static let joints = WordSet("at on by for in of around from")
  private static let on = WordSet("on of")
  private static let at = WordSet("at on")
  private static let to = WordSet("to till until through thru")
  private static let and = WordSet("and")
  private static let from = WordSet("from")
  private static let between = WordSet("between")
  private static let the = WordSet("the")

  private func joined(_ first: FoundTime, _ second: FoundTime) -> FoundTime? {
    let gap = first.tokens.upperBound..<Swift.max(first.tokens.upperBound, second.tokens.lowerBound)
    if let range = range(first, second, gap) { return range }
    if first.kind == .duration || second.kind == .duration || gap.isEmpty,
      let sum = EnglishTimeSums(view: view, words: words, resolver: resolver)
        .joined(first, second, gap)
    {
      return sum
    }
    if let bounded = bounded(first, second, gap) { return bounded }
    if let dated = inYear(first, second, gap) { return dated }
    guard gap.count <= 1, first.kind != .duration, second.kind != .duration else { return nil }
    let tokens = first.tokens.lowerBound..<second.tokens.upperBound
    if first.kind == .set || second.kind == .set { return often(first, second, gap, tokens) }
    if let week = weekday(first, second, gap, tokens) { return week }
    guard
      gap.allSatisfy({
        Self.joints.contains(view[$0]) || view.isMark($0, UInt8(ascii: ","))
          || view.isMark($0, UInt8(ascii: "@"))
      }), let (day, clock) = parts(first, second)
    else { return nil }
    return FoundTime(tokens: tokens, kind: .time, value: day + clock)
  }

  /// `Thursday before 5pm`, `Feb 1st no later than 6:00`
  private func bounded(_ first: FoundTime, _ second: FoundTime, _ gap: Range<Int>) -> FoundTime? {
    guard first.kind == .date, first.value.utf8.count == 10, second.kind == .time,
      second.value.hasPrefix("T"), !gap.isEmpty,
      let (word, length) = words.entry(view, at: gap.lowerBound), word.kind == .bound,
      length == gap.count
    else { return nil }
    return FoundTime(
      tokens: first.tokens.lowerBound..<second.tokens.upperBound, kind: .time,
      value: first.value + second.value)
  }

  /// `from April to June in 2017`
  private func inYear(_ first: FoundTime, _ second: FoundTime, _ gap: Range<Int>) -> FoundTime? {
    guard first.kind == .date, first.isInferred, second.kind == .date, second.value.utf8.count == 4,
      gap.count == 1, Self.inOf.contains(view[gap.lowerBound]), Int(second.value) != nil
    else { return nil }
    let days = first.value.split(separator: "/")
    guard days.count == 2, days.allSatisfy({ $0.count == 10 }) else { return nil }
    return FoundTime(
      tokens: first.tokens.lowerBound..<second.tokens.upperBound, kind: .date,
      value: days.map { second.value + $0.dropFirst(4) }.joined(separator: "/"), isInferred: false)
  }

  private static let inOf = WordSet("in of")

  /// The day and the clock of a value.
  private func cut(_ value: String) -> (day: String, clock: String) {
    let day = value.prefix { $0 != "T" }
    return (String(day), String(value.dropFirst(day.count)))
  }

  /// The day of the one and the clock of the other.
  private func parts(_ first: FoundTime, _ second: FoundTime) -> (String, String)? {
    let (one, other) = (cut(first.value), cut(second.value))
    guard !first.value.hasSuffix("REF"), !second.value.hasSuffix("REF") else { return nil }
    if !one.clock.isEmpty, !other.clock.isEmpty, one.day.isEmpty || other.day.isEmpty {
      guard let clock = inPart(one.clock, other.clock) ?? inPart(other.clock, one.clock) else {
        return nil
      }
      return (one.day + other.day, clock)
    }
    if other.day.isEmpty, !other.clock.isEmpty, one.day.count == 10 {
      return (one.day, other.clock)
    }
    if one.day.isEmpty, !one.clock.isEmpty, other.day.count == 10 { return (other.day, one.clock) }
    return nil
  }

  /// An hour in a part of the day: `TAF` and `T03:30` make `T15:30`.
  private func inPart(_ part: String, _ clock: String) -> String? {
    let isLate = ["TAF", "TEV", "TNI"].contains(part)
    guard isLate || part == "TMO", let first = clock.utf8.dropFirst().first,
      ByteClass.isDigit(first)
    else { return nil }
    guard isLate else { return clock }
    return clock.split(separator: "/").map { side in
      guard let hour = Int(side.dropFirst().prefix(2)), hour < 12, part != "TNI" || hour > 5 else {
        return String(side)
      }
      return "T\(hour + 12)\(side.dropFirst(3))"
    }.joined(separator: "/")
  }

  /// `next week Mon`, `next week on Tuesday 9 am`, `Tuesday of next week`
  private func weekday(
    _ first: FoundTime, _ second: FoundTime, _ gap: Range<Int>, _ tokens: Range<Int>
  ) -> FoundTime? {
    guard gap.allSatisfy({ Self.on.contains(view[$0]) }) else { return nil }
    let isWeekFirst = isWeek(first.value)
    guard isWeekFirst != isWeek(second.value), isWeekFirst || gap.count == 1 else { return nil }
    let (week, day) = isWeekFirst ? (first, second) : (second, first)
    let (date, clock) = cut(day.value)
    guard day.isInferred, date.count == 10, let weekday = TimeValue.date(of: date)?.day.weekday,
      let monday = TimeValue.date(of: week.value)?.day
    else { return nil }
    return FoundTime(
      tokens: tokens, kind: day.kind, value: monday.adding(days: weekday - 1).iso8601 + clock)
  }

  private func isWeek(_ value: String) -> Bool { value.count == 8 && value.utf8.contains(0x57) }

  /// `each Monday at 4pm`, `3pm each day`
  private func often(
    _ first: FoundTime, _ second: FoundTime, _ gap: Range<Int>, _ tokens: Range<Int>
  ) -> FoundTime? {
    guard gap.allSatisfy({ Self.at.contains(view[$0]) }), first.kind != second.kind else {
      return nil
    }
    let (set, clock) = first.kind == .set ? (first, second) : (second, first)
    guard clock.kind == .time, clock.value.hasPrefix("T") else { return nil }
    let day = set.value.hasPrefix("XXXX-WXX") ? set.value : ""
    return FoundTime(tokens: tokens, kind: .set, value: day + clock.value)
  }

  // MARK: Ranges

  /// `from A to B`, `between A and B`
  private func range(_ first: FoundTime, _ second: FoundTime, _ gap: Range<Int>) -> FoundTime? {
    let hasArticle = gap.count == 2 && Self.the.contains(view[gap.upperBound - 1])
    guard gap.count == 1 || hasArticle, first.kind == second.kind || first.kind == .time,
      first.kind == .date || first.kind == .time, second.kind == .date || second.kind == .time,
      !first.value.utf8.contains(UInt8(ascii: "/"))
    else { return nil }
    // "from 2pm till tomorrow 4:30pm": the day waits for its hour.
    if first.kind == .time, second.kind == .date, second.value.utf8.count == 10 { return nil }
    let joint = gap.lowerBound
    let start = lead(first.tokens.lowerBound)
    let isBetween = start.map { Self.between.contains(view[$0]) } ?? false
    let isRange =
      Self.to.contains(view[joint]) || view.isDash(joint) || view.isMark(joint, UInt8(ascii: "~"))
      || (isBetween && Self.and.contains(view[joint]))
    guard isRange else { return nil }
    let value: String
    if first.kind == .date {
      guard let dates = dates(first, second) ?? fromNow(first, second) else { return nil }
      value = dates
    } else {
      let day = !first.value.hasPrefix("T") || second.value.hasPrefix("T") ? nil : resolver.anchor
      value = (day?.iso8601 ?? "") + "\(first.value)/\(second.value)"
    }
    return FoundTime(
      tokens: (start ?? first.tokens.lowerBound)..<second.tokens.upperBound, kind: first.kind,
      value: value)
  }

  /// `between now and May 21`
  private func fromNow(_ first: FoundTime, _ second: FoundTime) -> String? {
    guard first.value == "PRESENT_REF", second.value.utf8.count == 10 else { return nil }
    return resolver.anchor.map { "\($0.iso8601)/\(second.value)" }
  }

  /// Two dates as a range; the first takes the year of the second.
  private func dates(_ first: FoundTime, _ second: FoundTime) -> String? {
    guard var from = TimeValue.date(of: first.value)?.day,
      var to = TimeValue.date(of: second.value)?.day
    else { return nil }
    from = moved(from, in: first)
    to = moved(to, in: second)
    if first.isInferred, !second.isInferred, from.year != to.year {
      from = CivilDay(year: to.year, month: from.month, day: from.day) ?? from
    }
    if to.daysSince1970 < from.daysSince1970 {
      let days = from.daysSince1970 - to.daysSince1970
      if second.isInferred, days < 15, second.value.utf8.count == 10 {
        // "from next Monday to Friday"
        to = to.adding(days: (days + 6) / 7 * 7)
      } else if first.isInferred {
        from = from.adding(months: -12 * (days / 366 + 1))
      }
    }
    return "\(from.iso8601)/\(to.iso8601)"
  }

  /// The first day behind `the end of June`, the middle day of `mid June`.
  private func moved(_ day: CivilDay, in time: FoundTime) -> CivilDay {
    guard time.value.utf8.count == 7, day.day == 1 else { return day }
    let start = time.tokens.lowerBound
    let at = Self.the.contains(view[start]) ? start + 1 : start
    guard let (word, _) = words.entry(view, at: at), word.kind == .point else { return day }
    switch word.value {
    case "END": return day.adding(months: 1)
    case "MID": return day.adding(days: 15)
    default: return day
    }
  }

  /// The token of `from` or `between` before an expression.
  private func lead(_ start: Int) -> Int? {
    let before = Self.the.contains(view[start - 1]) ? start - 2 : start - 1
    return Self.from.contains(view[before]) || Self.between.contains(view[before]) ? before : nil
  }

  /// A range takes the `from` or `between` that leads to it.
  private func led(_ time: FoundTime) -> FoundTime {
    guard time.value.utf8.contains(UInt8(ascii: "/")), time.kind == .date || time.kind == .time,
      let start = lead(time.tokens.lowerBound)
    else { return time }
    var time = time
    time.tokens = start..<time.tokens.upperBound
    return time
  }
}
