import Press

/// Joins English lengths: `3 hours 30 minutes`, `2 years 1 month 21 days later`, `from 9:30am for 7 hours`,
/// `Monday two weeks from now`.
struct EnglishTimeSums {
  let view: SentenceView
  let words: TimeWords
  let resolver: TimeResolver

  private static let and = WordSet("and")
  private static let forWord = WordSet("for")
  private static let from = WordSet("from")
  private static let order: [String: Int] = [
    "Y": 7, "M": 6, "W": 5, "D": 4, "TH": 3, "TM": 2, "TS": 1,
  ]

  func joined(_ first: FoundTime, _ second: FoundTime, _ gap: Range<Int>) -> FoundTime? {
    if let span = lasting(first, second, gap) { return span }
    return weekday(first, second, gap)
  }

  // MARK: Lengths

  /// The lengths that are said in several parts, before anything else is joined to them.
  func lengths(_ found: [FoundTime]) -> [FoundTime] {
    guard found.contains(where: { $0.kind == .duration }) else { return found }
    var out: [FoundTime] = []
    for time in found {
      guard let last = out.last, last.kind == .duration,
        last.tokens.upperBound <= time.tokens.lowerBound
      else {
        out.append(time)
        continue
      }
      let gap = last.tokens.upperBound..<time.tokens.lowerBound
      if let sum = length(last, time, gap) ?? shift(last, time, gap) {
        out[out.count - 1] = sum
      } else {
        out.append(time)
      }
    }
    return out
  }

  /// `2 years 1 month 21 days later`: the day already counted is moved on by the lengths before.
  private func shift(_ first: FoundTime, _ second: FoundTime, _ gap: Range<Int>) -> FoundTime? {
    guard gap.isEmpty, second.kind == .date, second.value.utf8.count == 10,
      let day = TimeValue.date(of: second.value)?.day, !first.value.hasPrefix("PT"),
      let anchor = resolver.anchor
    else { return nil }
    let isBack = TimeFinder.agoBehind.contains(view[second.tokens.upperBound - 1])
    guard isBack || TimeFinder.laterBehind.contains(view[second.tokens.upperBound - 1]) else {
      return nil
    }
    var (months, days, number) = (0, 0, "")
    for character in first.value.dropFirst() {
      let amount = Int(number) ?? 0
      switch character {
      case "Y": months += amount * 12
      case "M": months += amount
      case "W": days += amount * 7
      case "D": days += amount
      case "0"..."9":
        number.append(character)
        continue
      default: return nil
      }
      number = ""
    }
    let sign = isBack ? -1 : 1
    return FoundTime(
      tokens: first.tokens.lowerBound..<second.tokens.upperBound, kind: .date,
      value: anchor.adding(months: sign * months)
        .adding(days: sign * days + day.daysSince1970 - anchor.daysSince1970).iso8601)
  }

  /// The last unit of a length with its rank: `P2Y1M` ends in months.
  private func lastUnit(_ value: String) -> Int? {
    guard let unit = value.last, value.hasPrefix("P"), !value.contains("X") else { return nil }
    return Self.order[(value.utf8.contains(UInt8(ascii: "T")) ? "T" : "") + String(unit)]
  }

  private func firstUnit(_ value: String) -> Int? {
    let isClock = value.hasPrefix("PT")
    guard value.hasPrefix("P"), !value.contains("X"), !value.contains("."),
      let unit = value.dropFirst(isClock ? 2 : 1).first(where: { $0.isLetter })
    else { return nil }
    return Self.order[(isClock ? "T" : "") + String(unit)]
  }

  /// `3 hours 30 minutes`, `two years and three months`: a unit and a smaller one right behind it.
  private func length(_ first: FoundTime, _ second: FoundTime, _ gap: Range<Int>) -> FoundTime? {
    guard first.kind == .duration, second.kind == .duration, let before = lastUnit(first.value),
      let after = firstUnit(second.value), after < before, !first.value.contains("."),
      gap.isEmpty
        || gap.count == 1 && before - after == 1 && Self.and.contains(view[gap.lowerBound])
    else { return nil }
    var tail = second.value.dropFirst()
    if first.value.utf8.contains(UInt8(ascii: "T")) { tail = tail.dropFirst() }
    return FoundTime(
      tokens: first.tokens.lowerBound..<second.tokens.upperBound, kind: .duration,
      value: first.value + tail)
  }

  /// `from 10 am for 3 hours`
  private func lasting(_ first: FoundTime, _ second: FoundTime, _ gap: Range<Int>) -> FoundTime? {
    guard first.kind == .time, second.kind == .duration, gap.count == 1,
      Self.forWord.contains(view[gap.lowerBound]), let minutes = Self.minutes(second.value),
      let end = TimeValue.later(first.value, by: minutes)
    else { return nil }
    let start = first.tokens.lowerBound
    let isLed = Self.from.contains(view[start - 1])
    return FoundTime(
      tokens: (isLed ? start - 1 : start)..<second.tokens.upperBound, kind: .time,
      value: "\(first.value)/\(end)")
  }

  /// The minutes of `PT2H30M`.
  static func minutes(_ value: String) -> Int? {
    guard value.hasPrefix("PT") else { return nil }
    var total = 0.0
    var number = ""
    for character in value.dropFirst(2) {
      switch character {
      case "H": total += (Double(number) ?? 0) * 60
      case "M": total += Double(number) ?? 0
      case "0"..."9", ".":
        number.append(character)
        continue
      default: return nil
      }
      number = ""
    }
    return total >= 1 && total < 10_000 ? Int(total.rounded()) : nil
  }

  // MARK: Weekdays

  /// `Monday two weeks from now`: that day of the week so many weeks on.
  private func weekday(_ first: FoundTime, _ second: FoundTime, _ gap: Range<Int>) -> FoundTime? {
    guard gap.isEmpty, first.kind == .date, first.isInferred, first.tokens.count == 1,
      let (word, _) = words.entry(view, at: first.tokens.lowerBound), word.kind == .weekday,
      second.kind == .date, second.tokens.contains(where: { Self.from.contains(view[$0]) }),
      second.tokens.contains(where: { isWeek($0) }),
      let day = TimeValue.date(of: second.value)?.day, second.value.utf8.count == 10
    else { return nil }
    return FoundTime(
      tokens: first.tokens.lowerBound..<second.tokens.upperBound, kind: .date,
      value: day.adding(days: word.number - day.weekday).iso8601)
  }

  private func isWeek(_ index: Int) -> Bool {
    guard let (word, _) = words.entry(view, at: index) else { return false }
    return word.kind == .unit && word.value == "W"
  }
}
