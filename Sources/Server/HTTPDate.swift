import Press

/// Dates in headers (RFC 9110, section 5.6.7): `Sat, 21 Nov 2026 04:40:00 GMT`.
enum HTTPDate {
  private static let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  static func string(_ seconds: Int64) -> String {
    let day = CivilDay(secondsSince1970: seconds)
    let date = PressDate(instant: seconds).iso8601
    let dayOfMonth = date.dropFirst(8).prefix(2)
    let clock = date.dropFirst(11).prefix(8)
    return
      "\(days[day.weekday - 1]), \(dayOfMonth) \(months[day.month - 1]) \(day.year) \(clock) GMT"
  }
}
