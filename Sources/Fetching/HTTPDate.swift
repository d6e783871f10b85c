/// Dates of HTTP in their usual form (RFC 9110, 5.6.7): `Sun, 06 Nov 1994 08:49:37 GMT`.
enum HTTPDate {
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// Seconds since 1970; nil for other forms.
  static func seconds(_ text: String) -> Int64? {
    let parts = text.split(separator: " ", omittingEmptySubsequences: true)
    guard parts.count == 6, parts[5] == "GMT" || parts[5] == "UTC",
      let day = Int64(decimal: parts[1].utf8), (1...31).contains(day),
      let month = months.firstIndex(of: String(parts[2])),
      let year = Int64(decimal: parts[3].utf8), (1970...9999).contains(year)
    else { return nil }
    let clock = parts[4].split(separator: ":").map { Int64(decimal: $0.utf8) }
    guard clock.count == 3, let hour = clock[0], let minute = clock[1], let second = clock[2],
      hour < 24, minute < 60, second <= 60
    else { return nil }
    return days(year: year, month: Int64(month) + 1, day: day) * 86_400 + hour * 3600
      + minute * 60 + second
  }

  /// Days since 1970 in the Gregorian calendar, counted in years that begin in March.
  private static func days(year: Int64, month: Int64, day: Int64) -> Int64 {
    let shifted = month > 2 ? year : year - 1
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// Seconds a `Retry-After` asks for, as a number or a date, between 0 and a day.
  static func retryAfter(_ text: String, now: Int64) -> Int? {
    let digits = text.utf8.drop { $0 == 32 }
    if !digits.isEmpty, digits.allSatisfy({ (0x30...0x39).contains($0) }) {
      return min(Int(decimal: digits) ?? 86_400, 86_400)
    }
    return seconds(text).map { Int(clamping: min(max($0 &- now, 0), 86_400)) }
  }
}
