public import Press

/// Writes and reads TIMEX3 values.
public enum TimeValue {
  /// The span of time a value names; nil for durations, sets, vague and open values.
  public static func date(of value: String, isInferred: Bool = false) -> PressDate? {
    if let (year, month, day) = plainDay(value) {
      return PressDate(year: year, month: month, day: day, isInferred: isInferred)
    }
    if let (start, end) = bracketed(value) {
      guard let first = date(of: String(start)), let last = date(of: String(end)) else {
        return nil
      }
      return PressDate(
        start: first.start, end: last.end,
        precision: first.start == last.start ? .day : .range, isInferred: isInferred)
    }
    if let slash = value.utf8.firstIndex(of: UInt8(ascii: "/")) {
      let second = value[value.utf8.index(after: slash)...]
      guard !second.utf8.contains(UInt8(ascii: "/")),
        let first = date(of: String(value[..<slash])), let last = date(of: String(second))
      else { return nil }
      return PressDate(start: first.start, end: last.end, precision: .range, isInferred: isInferred)
    }
    let parts = value.utf8.prefix { $0 != UInt8(ascii: "T") }
      .split(separator: UInt8(ascii: "-")).map { String(decoding: $0, as: UTF8.self) }
    guard let head = parts.first, !head.isEmpty, head.utf8.allSatisfy({ ByteClass.isDigit($0) })
    else { return nil }
    let span: (CivilDay, CivilDay, PressDate.Precision)?
    switch (head.utf8.count, parts.count) {
    case (3, 1): span = years(head, 10)
    case (2, 1): span = years(head, 100)
    case (4, 1): span = years(head, 1)
    case (4, 2): span = part(of: head, parts[1])
    case (4, 3) where parts[1].hasPrefix("W"):
      span = week(of: head, parts[1], weekend: parts[2] == "WE")
    case (4, 3):
      span = Self.day(head, parts[1], parts[2]).map { ($0, $0.adding(days: 1), .day) }
    default: span = nil
    }
    guard let (first, next, precision) = span else { return nil }
    return PressDate(
      start: Int64(first.daysSince1970) * 86_400, end: Int64(next.daysSince1970) * 86_400,
      precision: precision, isInferred: isInferred)
  }

  /// The numbers of `2024-06-19`, which most values are.
  private static func plainDay(_ value: String) -> (Int, Int, Int)? {
    guard value.utf8.count == 10 else { return nil }
    var numbers = (0, 0, 0)
    for (place, byte) in value.utf8.enumerated() {
      if place == 4 || place == 7 {
        guard byte == UInt8(ascii: "-") else { return nil }
        continue
      }
      guard ByteClass.isDigit(byte) else { return nil }
      let digit = Int(byte & 0x0F)
      if place < 4 {
        numbers.0 = numbers.0 * 10 + digit
      } else if place < 7 {
        numbers.1 = numbers.1 * 10 + digit
      } else {
        numbers.2 = numbers.2 * 10 + digit
      }
    }
    return numbers
  }

  private static func years(_ head: String, _ count: Int) -> (
    CivilDay, CivilDay, PressDate.Precision
  )? {
    guard let number = Int(head) else { return nil }
    guard let first = CivilDay(year: number * count, month: 1, day: 1),
      let next = CivilDay(year: number * count + count, month: 1, day: 1)
    else { return nil }
    return (first, next, count == 1 ? .year : .range)
  }

  private static func day(_ year: String, _ month: String, _ day: String) -> CivilDay? {
    guard let year = Int(year), let month = Int(month), let day = Int(day) else { return nil }
    return CivilDay(year: year, month: month, day: day)
  }

  private static func part(of head: String, _ part: String) -> (
    CivilDay, CivilDay, PressDate.Precision
  )? {
    guard let year = Int(head) else { return nil }
    if part.hasPrefix("W") { return week(of: head, part, weekend: false) }
    let months: (Int, Int)
    switch part {
    case "Q1": months = (1, 3)
    case "Q2": months = (4, 3)
    case "Q3": months = (7, 3)
    case "Q4": months = (10, 3)
    case "H1": months = (1, 6)
    case "H2": months = (7, 6)
    case "SP": months = (3, 3)
    case "SU": months = (6, 3)
    case "FA": months = (9, 3)
    case "WI": months = (12, 3)
    default:
      guard let month = Int(part) else { return nil }
      months = (month, 1)
    }
    guard let first = CivilDay(year: year, month: months.0, day: 1) else { return nil }
    return (first, first.adding(months: months.1), months.1 == 1 ? .month : .range)
  }

  private static func week(of head: String, _ week: String, weekend: Bool) -> (
    CivilDay, CivilDay, PressDate.Precision
  )? {
    guard let year = Int(head), let number = Int(week.dropFirst()), (1...53).contains(number),
      let fourth = CivilDay(year: year, month: 1, day: 4)
    else { return nil }
    let monday = fourth.adding(days: 1 - fourth.weekday + (number - 1) * 7)
    return weekend
      ? (monday.adding(days: 5), monday.adding(days: 7), .range)
      : (monday, monday.adding(days: 7), .range)
  }

  /// `2024-06`
  static func month(_ year: Int, _ month: Int) -> String {
    "\(Self.year(year))-\(two(month))"
  }

  static func year(_ year: Int) -> String {
    let digits = String(year)
    return String(repeating: "0", count: Swift.max(0, 4 - digits.count)) + digits
  }

  static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// The ISO 8601 week of a day: `2024-W07`.
  static func week(of day: CivilDay) -> String {
    let thursday = day.adding(days: 4 - day.weekday)
    let first = CivilDay(year: thursday.year, month: 1, day: 1) ?? thursday
    let number = (thursday.daysSince1970 - first.daysSince1970) / 7 + 1
    return "\(year(thursday.year))-W\(two(number))"
  }

  /// `P2Y`, `PT3H`, `P1.5Y`, `PXM`
  static func duration(_ amount: Double?, _ unit: String) -> String {
    var number = "X"
    if let amount {
      let whole = amount.rounded()
      number =
        whole == amount && Swift.abs(whole) < 1e9
        ? String(Int(whole)) : String((amount * 100).rounded() / 100)
    }
    switch unit {
    case "H": return "PT\(number)H"
    case "MIN": return "PT\(number)M"
    case "S": return "PT\(number)S"
    case "HY": return duration(amount.map { $0 * 6 }, "M")
    case "FN": return duration(amount.map { $0 * 2 }, "W")
    case "ML": return duration(amount.map { $0 * 1000 }, "Y")
    default: return "P\(number)\(unit)"
    }
  }

  /// Easter Sunday of a year in the Gregorian calendar (Meeus, "Astronomical Algorithms", 8).
  static func easter(_ year: Int) -> CivilDay? {
    guard (1583...9998).contains(year) else { return nil }
    let a = year % 19
    let b = year / 100
    let c = year % 100
    let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7
    let m = (a + 11 * h + 22 * l) / 451
    let sum = h + l - 7 * m + 114
    return CivilDay(year: year, month: sum / 31, day: sum % 31 + 1)
  }
}

extension CivilDay {
  /// The day so many days later, kept within the calendar.
  func adding(days: Int) -> CivilDay {
    CivilDay(daysSince1970: Swift.min(Swift.max(daysSince1970 &+ days, -719_162), 2_932_896))
  }

  /// The same day of a later month, or that month's last day.
  func adding(months: Int) -> CivilDay {
    let limited = Swift.min(Swift.max(months, -120_000), 120_000)
    let count = year * 12 + month - 1 + limited
    let year = Swift.min(Swift.max(count / 12, 1), 9999)
    let month = ((count % 12) + 12) % 12 + 1
    let last = CivilDay.length(ofMonth: month, year: year)
    return CivilDay(year: year, month: month, day: Swift.min(day, last)) ?? self
  }
}
