package import Press

/// Reads dates as feeds write them.
///
/// RFC 822/2822 and its broken kin, ISO 8601 and W3CDTF, `asctime`, numbers in national order,
/// month names of a dozen languages, seconds since 1970. A day that is no day gives nil. A date
/// without a zone is read as UTC.
package enum FeedDate {
  /// The date in a text, or nil.
  package static func read(_ text: some Collection<UInt8>) -> PressDate? {
    guard text.count < 200 else { return nil }
    let bytes = Array(text)
    var scanner = FeedDateScanner(bytes)
    return scanner.date()
  }

  package static func read(_ text: String) -> PressDate? { read(text.utf8) }
}

/// One pass over a date: numbers, words and marks fall into their places.
struct FeedDateScanner {
  private let bytes: [UInt8]
  private var year: Int?
  private var month: Int?
  private var day: Int?
  private var clock: (hour: Int, minute: Int, second: Int)?
  private var zone = 0
  /// Numbers that are not placed yet, with their count of digits and the byte behind them.
  private var loose: [(value: Int, digits: Int, mark: UInt8)] = []

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func date() -> PressDate? {
    var start = 0
    while start < bytes.count, !isDigit(start), !isLetter(start) { start += 1 }
    guard start < bytes.count else { return nil }
    if let date = iso(from: start) { return date }
    var at = start
    while at < bytes.count {
      if isDigit(at) {
        at = number(at)
      } else if isLetter(at) {
        at = word(at)
      } else if bytes[at] == UInt8(ascii: "+") || bytes[at] == UInt8(ascii: "-"), clock != nil,
        at + 1 < bytes.count, isDigit(at + 1)
      {
        at = offset(at)
      } else {
        at += 1
      }
    }
    placeLooseNumbers()
    return assembled()
  }

  // MARK: ISO 8601

  /// `2026-11-21T06:40:00+01:00`, `20261121T064000Z`, `2026-325`, `2026-11`, `2026`, seconds.
  private mutating func iso(from start: Int) -> PressDate? {
    let (first, digits, next) = digits(from: start)
    if digits >= 9, digits <= 11, next == bytes.count { return PressDate(instant: Int64(first)) }
    if digits == 13, next == bytes.count { return PressDate(instant: Int64(first / 1000)) }
    var at = next
    switch digits {
    case 14:
      (year, month, day) = (
        first / 10_000_000_000, first / 100_000_000 % 100, first / 1_000_000 % 100
      )
      clock = (first / 10_000 % 100, first / 100 % 100, first % 100)
    case 8 where plausible(year: first / 10_000):
      (year, month, day) = (first / 10_000, first / 100 % 100, first % 100)
    case 4 where plausible(year: first) || (next < bytes.count && bytes[next] == UInt8(ascii: "-")):
      year = first
      guard at < bytes.count, bytes[at] == UInt8(ascii: "-") || bytes[at] == UInt8(ascii: "/")
      else { return at == bytes.count ? assembled() : reset() }
      let second = self.digits(from: at + 1)
      if second.digits == 3 {
        guard let newYear = CivilDay(year: first, month: 1, day: 1) else { return reset() }
        let civil = CivilDay(daysSince1970: newYear.daysSince1970 + second.value - 1)
        (month, day) = (civil.month, civil.day)
        at = second.next
      } else if (1...2).contains(second.digits) {
        month = second.value
        at = second.next
        if at < bytes.count, bytes[at] == UInt8(ascii: "-") || bytes[at] == UInt8(ascii: "/") {
          let third = self.digits(from: at + 1)
          guard (1...2).contains(third.digits) else { return reset() }
          day = third.value
          at = third.next
        }
      } else {
        return reset()
      }
    default: return reset()
    }
    if clock == nil { at = isoClock(at) }
    while at < bytes.count { at = zoneMark(at) }
    return assembled() ?? reset()
  }

  private mutating func reset() -> PressDate? {
    (year, month, day, clock, zone) = (nil, nil, nil, nil, 0)
    return nil
  }

  /// `T06:40:00.5`, `T064000`, ` 6:40`
  private mutating func isoClock(_ start: Int) -> Int {
    var at = start
    while at < bytes.count, !isDigit(at) { at += 1 }
    guard at < bytes.count else { return at }
    let (value, digits, next) = digits(from: at)
    if digits == 6 {
      clock = (value / 10_000, value / 100 % 100, value % 100)
      return skipFraction(next)
    }
    if digits == 4 {
      clock = (value / 100, value % 100, 0)
      return next
    }
    if digits <= 2, next < bytes.count, bytes[next] == UInt8(ascii: ":") {
      return readClock(at)
    }
    if digits <= 2 { clock = (value, 0, 0) }
    return next
  }

  // MARK: Parts

  /// `10:14[:55[.25]]`, also `10.14` where `:` stands behind it in other places.
  private mutating func readClock(_ start: Int) -> Int {
    let (hour, _, colon) = digits(from: start)
    let (minute, _, afterMinute) = digits(from: colon + 1)
    var second = 0
    var at = afterMinute
    if at + 1 < bytes.count, bytes[at] == UInt8(ascii: ":"), isDigit(at + 1) {
      let part = digits(from: at + 1)
      second = part.value
      at = skipFraction(part.next)
    }
    clock = (hour, minute, second)
    return at
  }

  private func skipFraction(_ start: Int) -> Int {
    guard start + 1 < bytes.count,
      bytes[start] == UInt8(ascii: ".") || bytes[start] == UInt8(ascii: ","), isDigit(start + 1)
    else { return start }
    return digits(from: start + 1).next
  }

  private mutating func number(_ start: Int) -> Int {
    let (value, digits, next) = digits(from: start)
    if digits <= 2, next + 1 < bytes.count, bytes[next] == UInt8(ascii: ":"), isDigit(next + 1),
      clock == nil
    {
      return readClock(start)
    }
    if digits >= 9, value > 100_000_000 { return next }
    loose.append((value, digits, next < bytes.count ? bytes[next] : 0))
    return next
  }

  private mutating func word(_ start: Int) -> Int {
    var end = start
    while end < bytes.count, isLetter(end) { end += 1 }
    let word = String(decoding: bytes[start..<end], as: UTF8.self).lowercased()
    if word == "pm" || word == "μμ" || word == "nachm" {
      if let time = clock, time.hour < 12 { clock?.hour += 12 }
    } else if word == "am" || word == "πμ" {
      if let time = clock, time.hour == 12 { clock?.hour = 0 }
    } else if let unit = FeedDateNames.unit(word) {  // 2026년 11월 21일, 2026年11月21日
      guard let last = loose.popLast() else { return end }
      switch unit {
      case .year: year = last.value
      case .month: month = last.value
      case .day: day = last.value
      }
    } else if month == nil, let named = FeedDateNames.month(word) {
      month = named
    } else if clock != nil || loose.count > 1, let offset = FeedDateNames.zone(word) {
      zone = offset
    }
    return end
  }

  /// What may follow an ISO time.
  private mutating func zoneMark(_ at: Int) -> Int {
    if isLetter(at) { return word(at) }
    if bytes[at] == UInt8(ascii: "+") || bytes[at] == UInt8(ascii: "-"), at + 1 < bytes.count,
      isDigit(at + 1)
    {
      return offset(at)
    }
    return at + 1
  }

  /// `+0200`, `+02:00`, `+2`, `-0330`
  private mutating func offset(_ start: Int) -> Int {
    let sign = bytes[start] == UInt8(ascii: "-") ? -1 : 1
    let (value, digits, next) = digits(from: start + 1)
    var seconds = digits <= 2 ? value * 3600 : (value / 100) * 3600 + (value % 100) * 60
    var at = next
    if digits <= 2, at + 1 < bytes.count, bytes[at] == UInt8(ascii: ":"), isDigit(at + 1) {
      let minutes = self.digits(from: at + 1)
      seconds += Swift.min(minutes.value, 59) * 60
      at = minutes.next
    }
    if digits <= 4, seconds <= 18 * 3600 {
      zone = sign * seconds
    } else if year == nil, digits == 4 {
      year = value
    }
    return at
  }

  // MARK: Putting together

  private mutating func placeLooseNumbers() {
    // A four-digit number is a year; what follows a month's name is day and year.
    if year == nil, let index = loose.firstIndex(where: { $0.digits == 4 }) {
      year = loose[index].value
      if index == 0, month == nil, loose.count >= 3 {  // 2026.11.21
        month = loose[1].value
        day = loose[2].value
        loose.removeFirst(3)
        return
      }
      loose.remove(at: index)
    }
    if month != nil {
      if day == nil, !loose.isEmpty { day = loose.removeFirst().value }
      if year == nil, !loose.isEmpty { year = century(loose.removeFirst().value) }
      return
    }
    guard loose.count >= 2 else { return }
    let (a, b) = (loose[0].value, loose[1].value)
    let isAmerican = loose[0].mark == UInt8(ascii: "/") && a <= 12
    if year == nil, loose.count >= 3 {
      if a > 31, loose[0].digits == 2 {  // 03-12-31
        (year, month, day) = (century(a), b, loose[2].value)
        return
      }
      year = century(loose[2].value)
    }
    (month, day) = isAmerican || b > 12 ? (a, b) : (b, a)
  }

  private func assembled() -> PressDate? {
    guard let year else { return nil }
    guard let month else {
      guard clock == nil else { return nil }
      return span(
        from: CivilDay(year: year, month: 1, day: 1), days: isLeap(year) ? 366 : 365, .year)
    }
    guard let day else {
      guard clock == nil else { return nil }
      return span(
        from: CivilDay(year: year, month: month, day: 1),
        days: CivilDay.length(ofMonth: month, year: year), .month)
    }
    guard let civil = CivilDay(year: year, month: month, day: day) else { return nil }
    guard let clock else { return span(from: civil, days: 1, .day) }
    guard clock.hour <= 24, clock.minute < 60, clock.second <= 60 else { return nil }
    let seconds = clock.hour * 3600 + clock.minute * 60 + clock.second - zone
    return PressDate(instant: Int64(civil.daysSince1970) * 86_400 + Int64(seconds))
  }

  private func span(from civil: CivilDay?, days: Int, _ precision: PressDate.Precision)
    -> PressDate?
  {
    guard let civil else { return nil }
    let start = Int64(civil.daysSince1970) * 86_400
    return PressDate(start: start, end: start + Int64(days) * 86_400, precision: precision)
  }

  private func isLeap(_ year: Int) -> Bool { CivilDay.length(ofMonth: 2, year: year) == 29 }
  private func plausible(year: Int) -> Bool { (1000...2999).contains(year) }

  private func century(_ value: Int) -> Int {
    value < 100 ? value + (value < 70 ? 2000 : 1900) : value
  }

  // MARK: Bytes

  private func digits(from start: Int) -> (value: Int, digits: Int, next: Int) {
    var value = 0
    var at = start
    while at < bytes.count, isDigit(at) {
      if at - start < 15 { value = value * 10 + Int(bytes[at] - UInt8(ascii: "0")) }
      at += 1
    }
    return (value, at - start, at)
  }

  private func isDigit(_ at: Int) -> Bool { bytes[at] &- UInt8(ascii: "0") < 10 }
  private func isLetter(_ at: Int) -> Bool {
    bytes[at] >= 0x80 || (bytes[at] | 0x20) &- UInt8(ascii: "a") < 26
  }
}
