import Press

/// Turns named and relative times into values, counted from the day of publication.
struct TimeResolver {
  /// The day of publication; nil leaves the parts it would give open (`XXXX`).
  let anchor: CivilDay?

  func day(_ offset: Int) -> String {
    anchor?.adding(days: offset).iso8601
      ?? (offset < 0 ? "PAST_REF" : offset > 0 ? "FUTURE_REF" : "PRESENT_REF")
  }

  func year(_ offset: Int) -> String {
    anchor.map { TimeValue.year($0.year + offset) } ?? "XXXX"
  }

  /// A month without year: the last one, or the next where the sentence speaks of the future.
  func month(_ month: Int, isFuture: Bool) -> String {
    guard let anchor else { return "XXXX-\(TimeValue.two(month))" }
    var year = anchor.year
    if isFuture, month < anchor.month { year += 1 }
    if !isFuture, month > anchor.month { year -= 1 }
    return TimeValue.month(year, month)
  }

  /// A day without year: the nearest, or a coming one where the sentence speaks of the future.
  func day(_ day: Int, _ month: Int, isFuture: Bool) -> String? {
    guard let anchor else {
      guard CivilDay(year: 2000, month: month, day: day) != nil else { return nil }
      return "XXXX-\(TimeValue.two(month))-\(TimeValue.two(day))"
    }
    var best: CivilDay?
    for year in anchor.year - 1...anchor.year + 1 {
      guard let date = CivilDay(year: year, month: month, day: day) else { continue }
      let distance = distance(date, anchor, isFuture)
      if let kept = best, self.distance(kept, anchor, isFuture) <= distance { continue }
      best = date
    }
    return best?.iso8601
  }

  private func distance(_ date: CivilDay, _ anchor: CivilDay, _ isFuture: Bool) -> Int {
    let days = date.daysSince1970 - anchor.daysSince1970
    return isFuture && days < 0 ? 400 - days : Swift.abs(days)
  }

  /// A weekday. `rel` is -1 for "last", 1 for "next", nil without such a word.
  func weekday(_ weekday: Int, rel: Int?, isFuture: Bool) -> String {
    guard let anchor else { return "XXXX-WXX-\(weekday)" }
    let back = ((anchor.weekday - weekday) % 7 + 7) % 7
    switch rel {
    case -1: return anchor.adding(days: back == 0 ? -7 : -back).iso8601
    case -2: return anchor.adding(days: (back == 0 ? -7 : -back) - 7).iso8601
    case 1: return anchor.adding(days: 7 - back).iso8601
    case 2: return anchor.adding(days: 14 - back).iso8601
    case 0: return anchor.adding(days: back == 0 ? 0 : 7 - back).iso8601
    default:
      return anchor.adding(days: back == 0 ? 0 : isFuture ? 7 - back : -back).iso8601
    }
  }

  /// A weekday behind English "last", "this" or "next": "next Friday" is that of next week, and "last
  /// Wednesday" is not yesterday, which has a word of its own.
  func englishWeekday(_ weekday: Int, rel: Int) -> String {
    guard let anchor, Swift.abs(rel) == 1 else {
      return self.weekday(weekday, rel: rel, isFuture: false)
    }
    let step = weekday - anchor.weekday
    if rel == 1 { return anchor.adding(days: 7 + step).iso8601 }
    return anchor.adding(days: step < -2 ? step : step - 7).iso8601
  }

  /// The day of that number which falls on a weekday, in the months around.
  func day(_ day: Int, on weekday: Int, isFuture: Bool) -> String? {
    guard let anchor else { return nil }
    let step = isFuture ? 1 : -1
    for distance in 0..<24 {
      for months in [step * distance, -step * distance] {
        let month = anchor.adding(months: months)
        if let date = CivilDay(year: month.year, month: month.month, day: day),
          date.weekday == weekday
        {
          return date.iso8601
        }
      }
    }
    return nil
  }

  /// The day an amount before or after the anchor.
  func exactly(_ amount: Double, _ unit: String) -> String? {
    guard let anchor, Swift.abs(amount) < 10_000, amount == amount.rounded() else { return nil }
    let months = ["Y": 12, "M": 1, "Q": 3, "HY": 6][unit]
    if let months { return anchor.adding(months: Int(amount) * months).iso8601 }
    let days = ["D": 1, "W": 7, "FN": 14, "NI": 1][unit]
    return days.map { anchor.adding(days: Int(amount) * $0).iso8601 }
  }

  /// A season, of a year or relative to now.
  func season(_ season: String, year: Int?, rel: Int?, isFuture: Bool) -> String {
    if let year { return "\(TimeValue.year(year))-\(season)" }
    guard let anchor else { return "XXXX-\(season)" }
    let first = ["SP": 3, "SU": 6, "FA": 9, "WI": 12][season] ?? 1
    var year = anchor.year
    switch rel {
    case -1: if anchor.month < first + 3 { year -= 1 }
    case 1: if anchor.month >= first { year += 1 }
    default: if rel == nil, isFuture, anchor.month > first + 2 { year += 1 }
    }
    return "\(TimeValue.year(year))-\(season)"
  }

  /// "last month", "next week": a unit of the calendar so many units away.
  func unit(_ unit: String, _ offset: Int) -> String? {
    guard let anchor else {
      return offset < 0 ? "PAST_REF" : offset > 0 ? "FUTURE_REF" : "PRESENT_REF"
    }
    switch unit {
    case "Y": return TimeValue.year(anchor.year + offset)
    case "M":
      let day = anchor.adding(months: offset)
      return TimeValue.month(day.year, day.month)
    case "W": return TimeValue.week(of: anchor.adding(days: offset * 7))
    case "FN": return TimeValue.week(of: anchor.adding(days: offset * 14))
    case "WE":
      let isWeekend = anchor.weekday > 5
      let shift = offset == 0 || (offset < 0 && isWeekend) ? offset : offset
      return TimeValue.week(of: anchor.adding(days: shift * 7)) + "-WE"
    case "D": return anchor.adding(days: offset).iso8601
    case "DE": return String(anchor.year / 10 + offset)
    case "CE": return String(anchor.year / 100 + offset)
    case "Q":
      let day = anchor.adding(months: offset * 3)
      return "\(TimeValue.year(day.year))-Q\((day.month - 1) / 3 + 1)"
    case "HY":
      let day = anchor.adding(months: offset * 6)
      return "\(TimeValue.year(day.year))-H\((day.month - 1) / 6 + 1)"
    default: return nil
    }
  }

  /// The time an amount before (negative) or after now, as exact as its unit.
  func shifted(_ amount: Double, _ unit: String) -> String? {
    guard let anchor, Swift.abs(amount) < 10_000 else { return nil }
    let whole = Int(amount.rounded(.towardZero))
    switch unit {
    case "Y":
      if amount != amount.rounded() {
        let day = anchor.adding(months: Int((amount * 12).rounded()))
        return TimeValue.month(day.year, day.month)
      }
      return TimeValue.year(anchor.year + whole)
    case "M", "Q", "HY":
      let months = unit == "M" ? 1.0 : unit == "Q" ? 3 : 6
      let day = anchor.adding(months: Int((amount * months).rounded()))
      return TimeValue.month(day.year, day.month)
    case "W", "FN":
      return TimeValue.week(of: anchor.adding(days: whole * (unit == "W" ? 7 : 14)))
    case "D", "NI", "WE": return anchor.adding(days: whole).iso8601
    case "DE": return String(anchor.year / 10 + whole)
    case "CE": return String(anchor.year / 100 + whole)
    default: return anchor.iso8601
    }
  }

  /// A feast of a year: `12-24`, `easter+1`, `nth-11-4-4` (the fourth Thursday of November).
  func feast(_ rule: String, year: Int?, rel: Int?, isFuture: Bool) -> String? {
    if year == nil, anchor == nil {
      return rule.hasPrefix("easter") || rule.hasPrefix("nth") ? "XXXX" : "XXXX-\(rule)"
    }
    let base = year ?? anchor?.year ?? 2000
    guard let date = Self.feast(rule, base) else { return nil }
    guard year == nil, let anchor else { return date.iso8601 }
    var shift = 0
    let days = date.daysSince1970 - anchor.daysSince1970
    if rel == -1, days >= 0 { shift = -1 }
    if rel == 1, days <= 0 { shift = 1 }
    if rel == nil, isFuture, days < -180 { shift = 1 }
    if rel == nil, !isFuture, days > 180 { shift = -1 }
    return (Self.feast(rule, base + shift) ?? date).iso8601
  }

  private static func feast(_ rule: String, _ year: Int) -> CivilDay? {
    if rule.hasPrefix("easter") {
      return TimeValue.easter(year)?.adding(days: Int(rule.dropFirst(6)) ?? 0)
    }
    let parts = rule.split(separator: "-").compactMap { Int($0) }
    if rule.hasPrefix("nth"), parts.count == 3,
      let first = CivilDay(year: year, month: parts[0], day: 1)
    {
      let ahead = ((parts[1] - first.weekday) % 7 + 7) % 7
      return first.adding(days: ahead + (parts[2] - 1) * 7)
    }
    guard parts.count == 2 else { return nil }
    return CivilDay(year: year, month: parts[0], day: parts[1])
  }
}
