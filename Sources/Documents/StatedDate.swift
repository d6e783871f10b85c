import Press

/// A date as a page states it: the press date in UTC, and the civil day in the page's own zone.
struct StatedDate: Sendable, Hashable {
  var date: PressDate
  /// The day as it was written, which may differ from the day in UTC.
  var day: CivilDay
  /// The zone's offset in seconds, where one was written.
  var offset: Int?

  /// ISO 8601 as stated: with the page's own offset from UTC.
  var iso8601: String {
    guard date.precision == .instant, let offset else { return date.iso8601 }
    let local = PressDate(instant: date.start &+ Int64(offset)).iso8601.dropLast()
    if offset == 0 { return local + "Z" }
    let minutes = abs(offset) / 60
    let digits = { (value: Int) in value < 10 ? "0\(value)" : "\(value)" }
    return local + (offset < 0 ? "-" : "+") + digits(minutes / 60) + ":" + digits(minutes % 60)
  }
}

extension StatedDate {
  /// An instant given in UTC, told in central European time as the outlets there do (EU directive
  /// 2000/84/EC: summer time from the last Sunday of March to that of October, 1:00 UTC).
  var inCentralEurope: StatedDate {
    guard date.precision == .instant, offset == 0 else { return self }
    let year = CivilDay(secondsSince1970: date.start).year
    guard let spring = Self.lastSunday(of: 3, year), let autumn = Self.lastSunday(of: 10, year)
    else { return self }
    let offset = date.start >= spring && date.start < autumn ? 7200 : 3600
    var local = self
    local.offset = offset
    local.day = CivilDay(secondsSince1970: date.start &+ Int64(offset))
    return local
  }

  /// 1:00 UTC on the last Sunday of a month with 31 days.
  private static func lastSunday(of month: Int, _ year: Int) -> Int64? {
    guard let end = CivilDay(year: year, month: month, day: 31) else { return nil }
    return Int64(end.daysSince1970 - end.weekday % 7) * 86_400 + 3600
  }
}
