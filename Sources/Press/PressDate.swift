/// A date as news tells it: a span of time with the precision at which it is known.
///
/// `start` is inclusive, `end` exclusive; both are seconds since 1970 in UTC. An instant has
/// `end == start`.
public struct PressDate: Sendable, Hashable, Codable {
  /// How exactly a date is known.
  public enum Precision: String, Sendable, Codable, CaseIterable {
    case instant, day, month, year, range
  }

  public var start: Int64
  public var end: Int64
  public var precision: Precision
  /// Whether the date was inferred from the text instead of being stated by the source.
  public var isInferred: Bool

  public init(start: Int64, end: Int64, precision: Precision, isInferred: Bool = false) {
    self.start = start
    self.end = Swift.max(start, end)
    self.precision = precision
    self.isInferred = isInferred
  }

  /// A date known to the second.
  public init(instant: Int64) {
    self.init(start: instant, end: instant, precision: .instant)
  }

  /// A whole civil day in UTC, or nil if there is no such day.
  public init?(year: Int, month: Int, day: Int, isInferred: Bool = false) {
    guard let civil = CivilDay(year: year, month: month, day: day) else { return nil }
    let start = Int64(civil.daysSince1970) * 86_400
    self.init(start: start, end: start + 86_400, precision: .day, isInferred: isInferred)
  }

  /// The civil day in UTC on which the date begins.
  public var day: CivilDay { CivilDay(secondsSince1970: start) }

  /// ISO 8601 at the date's own precision: `2026-11-21T05:40:00Z`, `2026-11-21`, `2026-11`,
  /// `2026`, or `2026-04-01/2026-06-18` (last day included) for a range.
  public var iso8601: String {
    let day = day
    switch precision {
    case .instant:
      let second = Int(((start % 86_400) + 86_400) % 86_400)
      let clock = [second / 3600, second / 60 % 60, second % 60].map { $0.padded(2) }
      return "\(day.iso8601)T\(clock.joined(separator: ":"))Z"
    case .day: return day.iso8601
    case .month: return "\(day.year.padded(4))-\(day.month.padded(2))"
    case .year: return day.year.padded(4)
    case .range: return "\(day.iso8601)/\(CivilDay(secondsSince1970: end &- 1).iso8601)"
    }
  }
}

/// A day of the proleptic Gregorian calendar.
public struct CivilDay: Sendable, Hashable, Codable, Comparable {
  public let year: Int
  /// 1…12
  public let month: Int
  /// 1…31
  public let day: Int

  /// The day, or nil if the calendar has no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.length(ofMonth: month, year: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// The day in UTC that holds an instant.
  public init(secondsSince1970 seconds: Int64) {
    let days = seconds >= 0 ? seconds / 86_400 : (seconds + 1) / 86_400 - 1
    self.init(daysSince1970: Int(Swift.min(Swift.max(days, -719_162), 2_932_896)))
  }

  /// Days since 1 January 1970 to a civil day; after Howard Hinnant, "chrono-compatible low-level
  /// date algorithms".
  public init(daysSince1970 days: Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  public var daysSince1970: Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// 1 Monday … 7 Sunday (ISO 8601).
  public var weekday: Int { ((daysSince1970 + 3) % 7 + 7) % 7 + 1 }

  /// `2026-11-21`
  public var iso8601: String { "\(year.padded(4))-\(month.padded(2))-\(day.padded(2))" }

  public static func < (left: CivilDay, right: CivilDay) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  public static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension Int {
  /// Decimal digits with zeros in front up to a width.
  func padded(_ width: Int) -> String {
    let digits = String(self)
    return String(repeating: "0", count: Swift.max(0, width - digits.count)) + digits
  }
}
