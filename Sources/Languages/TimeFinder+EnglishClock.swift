import Press

/// Times of day in words and ranges of hours: `half past seven`, `six pm`, `between 3 and 5 on Monday`.
extension TimeFinder {
  /// Digits that are a time of day only in their place: `8.30pm`, `at 6.45`, `1140 a.m.`, `Sat at 5`.
  func englishClock(at index: Int) -> FoundTime? {
    if let hours = englishHours(at: index) { return hours }
    if let hour = small(at: index, 1...12), let found = hourInPart(hour, at: index) { return found }
    if view[index].length == 4, let (shift, end) = halfDay(at: index + 1),
      let digits = DigitReader.plain(view.words.utf8[view[index].range])
    {
      let (hour, minute) = (Int(digits) / 100, Int(digits) % 100)
      guard (1...12).contains(hour) else { return nil }
      return time(hour % 12 + shift, minute, nil, from: index, to: end)
    }
    let isLed = Self.atWord.contains(view[index - 1])
    if let (hour, minute) = dotted(at: index) {
      let start = isLed ? index - 1 : index
      if let (shift, end) = halfDay(at: index + 1), hour <= 12 {
        return time(hour % 12 + shift, minute, nil, from: start, to: end)
      }
      guard isLed, !view.has(.measure, index + 1) else { return nil }
      return time(hour, minute, nil, from: start, to: index + 1)
    }
    if view.isWord(index + 1, Self.noon), let hour = small(at: index, 12...12) {
      return time(hour, nil, nil, from: index, to: index + 2)
    }
    // "Sat at 5", but not "on Saturday at 5 sites".
    guard isLed, let hour = small(at: index, 1...12), isDayWord(index - 2),
      index + 1 >= view.end || isStop(index + 1) || view.isMark(index + 1, UInt8(ascii: ","))
        || view.isMark(index + 1, UInt8(ascii: "?"))
    else { return nil }
    return time(hour, nil, nil, from: index, to: index + 1)
  }

  static let atWord = WordSet("at")
  private static let noon = Folding.hash("noon".utf8)

  private func isDayWord(_ index: Int) -> Bool {
    guard let (word, _) = words.entry(view, at: index) else { return false }
    return word.kind == .weekday || word.kind == .day || word.kind == .part
  }

  /// `8.30`
  private func dotted(at index: Int) -> (Int, Int)? {
    guard view[index].length <= 5 else { return nil }
    let parts = view.words.utf8[view[index].range].split(separator: UInt8(ascii: "."))
    guard parts.count == 2, parts[0].count <= 2, parts[1].count == 2,
      let hour = DigitReader.plain(parts[0]), let minute = DigitReader.plain(parts[1]), hour <= 24,
      minute < 60
    else { return nil }
    return (Int(hour), Int(minute))
  }

  // MARK: Words

  /// `half past seven`, `ten minutes past eight`, `quarter to six`, `six pm`, `seven o'clock`
  func spokenClock(at index: Int) -> FoundTime? {
    if let (minute, at) = minutesOf(index) {
      let isTo = Self.toWord.contains(view[at])
      guard isTo || Self.past.contains(view[at]), let hour = spokenHour(at + 1) else { return nil }
      let end = at + 2
      let (shift, next) = halfDay(at: end) ?? (0, end)
      let total = (hour % 12 + shift) * 60 + (isTo ? -minute : minute)
      return time((total + 1440) % 1440 / 60, (total + 60) % 60, nil, from: index, to: next)
    }
    if let found = hourAndMinute(at: index) { return found }
    guard let hour = spokenHour(index), view[index].kind == .word else { return nil }
    if let found = hourInPart(hour, at: index) { return found }
    guard let (shift, end) = halfDay(at: index + 1)
    else { return nil }
    return time(hour % 12 + shift, nil, nil, from: index, to: end)
  }

  private static let past = WordSet("past")
  private static let toWord = WordSet("to")
  private static let minuteWord = WordSet("minute minutes")
  private static let half = Folding.hash("half".utf8)
  private static let quarter = Folding.hash("quarter".utf8)

  /// The minutes said before `past` or `to`, and the token of that word.
  private func minutesOf(_ index: Int) -> (Int, Int)? {
    if view.isWord(index, Self.half) {
      return Self.past.contains(view[index + 1]) ? (30, index + 1) : nil
    }
    if view.isWord(index, Self.quarter) { return (15, index + 1) }
    guard let number = numerals.numeral(at: index), !number.isOrdinal, let minute = number.value,
      minute < 60, minute == minute.rounded()
    else { return nil }
    let at = number.tokens.upperBound
    if Self.minuteWord.contains(view[at]) { return (Int(minute), at + 1) }
    return Self.past.contains(view[at]) ? (Int(minute), at) : nil
  }

  private func spokenHour(_ index: Int) -> Int? {
    if let hour = small(at: index, 1...12) { return hour }
    guard view.has(.numeral, index), view[index].kind == .word,
      let number = numerals.numeral(at: index),
      number.tokens.count == 1, !number.isOrdinal, let hour = number.value, hour >= 1, hour <= 12,
      hour == hour.rounded()
    else { return nil }
    return Int(hour)
  }

  // MARK: Ranges of hours

  /// `from 3-8pm`, `between 5 and 6 in the afternoon`, `5 to seven in the morning`: two hours, of which only
  /// the company tells that they are hours.
  func englishHours(at index: Int) -> FoundTime? {
    var isLed =
      Self.fromWord.contains(view[index - 1]) || Self.betweenWord.contains(view[index - 1])
    if let hours = fourDigitHours(at: index) { return hours }
    guard let first = hour(at: index) else { return nil }
    let joint = first.end
    // "Monday morning 6-8"
    if view.isDash(joint), view[joint].isAttached, entry(index - 1, .part) != nil { isLed = true }
    let isAnd = isLed && Self.andWords.contains(view[joint])
    guard Self.toWords.contains(view[joint]) || view.isDash(joint) || isAnd,
      let second = hour(at: joint + 1)
    else { return nil }
    var end = second.end
    var shift = 0
    if let (start, part) = partBehind(end) {
      end = start + 1
      shift = part == "AF" || part == "EV" || part == "NI" ? 12 : 0
    } else {
      guard isLed, first.isClock || second.isClock || hasDay(before: index - 1, behind: end) else {
        return nil
      }
    }
    let late = second.shift ?? shift
    let early = first.shift ?? (first.isBefore(second) || second.hour == 12 ? late : 0)
    func value(_ hour: Int, _ minute: Int?, _ shift: Int) -> String {
      let hour = hour < 12 || shift == 0 ? hour + shift : hour
      return "T\(TimeValue.two(hour))" + (minute.map { ":\(TimeValue.two($0))" } ?? "")
    }
    return FoundTime(
      tokens: index..<end, kind: .time,
      value: value(first.hour, first.minute, early == 12 && second.hour == 12 ? 0 : early) + "/"
        + value(second.hour, second.minute, late))
  }

  private static let fromWord = WordSet("from")

  private struct Hour {
    var hour: Int
    var minute: Int?
    var shift: Int?
    var end: Int
    /// Minutes, `am`, `pm` or `o'clock` say that it is a time of day.
    var isClock: Bool

    func isBefore(_ other: Hour) -> Bool {
      (hour, minute ?? 0) < (other.hour, other.minute ?? 0)
    }
  }

  private func hour(at index: Int) -> Hour? {
    var hour: Int
    var minute: Int?
    var end = index + 1
    if let spoken = spokenHour(index) {
      hour = spoken
    } else if let digits = small(at: index, 0...24) {
      hour = digits
    } else {
      return nil
    }
    if view.isMark(end, UInt8(ascii: ":")), view[end].isAttached, view[end + 1].length == 2,
      let late = small(at: end + 1, 0...59)
    {
      (minute, end) = (late, end + 2)
    }
    let half = halfDay(at: end)
    return Hour(
      hour: hour, minute: minute, shift: half?.0, end: half?.1 ?? end,
      isClock: minute != nil || half != nil)
  }

  /// `in the morning` behind a token: the token of the part of the day.
  private func partBehind(_ index: Int) -> (Int, String)? {
    guard Self.inWord.contains(view[index]) else { return nil }
    let at = view[index + 1].length == 3 ? index + 2 : index + 1
    return entry(at, .part).map { (at, $0.value) }
  }

  private static let inWord = WordSet("in")
  private static let onWord = WordSet("on")

  private func hasDay(before lead: Int, behind end: Int) -> Bool {
    let at = Self.onWord.contains(view[end]) ? end + 1 : end
    if let found = inner(at: at), found.kind == .date || found.kind == .time,
      found.value.utf8.count >= 10
    {
      return true
    }
    return isDayWord(lead - 1)
  }

  // MARK: Years

  /// `nineteen ninety six`, `two thousand and twenty`, where a word of time leads to them.
  func spokenYear(at index: Int) -> FoundTime? {
    guard
      Self.yearLeads.contains(view[index - 1]) || entry(index - 1, .month) != nil
        || Self.andWords.contains(view[index - 1]) && index > view.start + 3,
      let century = numerals.entry(at: index)
    else { return nil }
    if century.kind == "unit", century.value == 2, Self.thousand.contains(view[index + 1]),
      let number = numerals.numeral(at: index), let value = number.value, value >= 2000,
      value < 2100, number.tokens.count >= 3
    {
      return FoundTime(
        tokens: number.tokens, kind: .date, value: TimeValue.year(Int(value)), isInferred: false)
    }
    guard century.kind == "unit" && century.value >= 13 || century.value == 20,
      let number = numerals.numeral(at: index + 1), let rest = number.value, rest >= 10, rest < 100,
      !number.isOrdinal, number.form == .words
    else { return nil }
    return FoundTime(
      tokens: index..<number.tokens.upperBound, kind: .date,
      value: TimeValue.year(Int(century.value * 100 + rest)), isInferred: false)
  }

  private static let thousand = WordSet("thousand")
}
