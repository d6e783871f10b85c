import Press

/// The dates of the sample press, moved by whole weeks and written as an outlet writes them. Its
/// clocks stand at UTC+1 all year.
struct SampleDates: Sendable {
  let weeks: Int
  let language: Language

  private static let zone: Int64 = 3600
  private static let months: [Language: [String]] = [
    .german: [
      "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September",
      "Oktober", "November", "Dezember",
    ],
    .english: [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ],
  ]
  private static let weekdays: [Language: [String]] = [
    .german: [
      "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag",
    ],
    .english: [
      "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    ],
  ]

  /// `2026-11-21T05:40`, as written in a text's file, moved: seconds since 1970.
  func instant(_ written: String) -> Int64? {
    let parts = written.split(separator: "T")
    guard parts.count == 2, let day = moved(parts[0]) else { return nil }
    let clock = parts[1].split(separator: ":").compactMap { Int64($0) }
    guard clock.count == 2 else { return nil }
    return Int64(day.daysSince1970) * 86_400 + clock[0] * 3600 + clock[1] * 60 - Self.zone
  }

  /// A text with its dates filled in: `{d 2026-11-20}` is the day and month, `{w 2026-11-20}` the
  /// weekday.
  func filled(_ text: String) -> String {
    var out = ""
    var rest = Substring(text)
    while let open = rest.firstIndex(of: "{") {
      out += rest[..<open]
      rest = rest[open...]
      guard let close = rest.firstIndex(of: "}") else { break }
      let inside = rest[rest.index(after: open)..<close]
      if inside.hasPrefix("d "), let day = moved(inside.dropFirst(2)) {
        out += dayAndMonth(day)
      } else if inside.hasPrefix("w "), let day = moved(inside.dropFirst(2)) {
        out += name(day.weekday, in: Self.weekdays)
      } else {
        out += rest[...close]
      }
      rest = rest[rest.index(after: close)...]
    }
    return out + rest
  }

  /// `21. November 2026, 5.40 Uhr` or `21 November 2026, 05:40`
  func long(_ instant: Int64) -> String {
    let day = CivilDay(secondsSince1970: instant + Self.zone)
    let minutes = Int((instant + Self.zone) % 86_400) / 60
    let (hour, minute) = (minutes / 60, minutes % 60)
    let clock =
      language == .english
      ? "\(twoDigits(hour)):\(twoDigits(minute))" : "\(hour).\(twoDigits(minute)) Uhr"
    return "\(dayAndMonth(day)) \(day.year), \(clock)"
  }

  func dayAndMonth(of instant: Int64) -> String {
    dayAndMonth(CivilDay(secondsSince1970: instant + Self.zone))
  }

  /// RFC 3339, section 5.6: `2026-11-21T05:40:00+01:00`
  func rfc3339(_ instant: Int64) -> String {
    let utc = PressDate(instant: instant + Self.zone).iso8601
    return utc.dropLast() + "+01:00"
  }

  /// RFC 822 as RSS 2.0 wants it: `Sat, 21 Nov 2026 05:40:00 +0100`
  func rfc822(_ instant: Int64) -> String {
    let day = CivilDay(secondsSince1970: instant + Self.zone)
    let english = SampleDates(weeks: weeks, language: .english)
    let weekday = english.name(day.weekday, in: Self.weekdays).prefix(3)
    let month = english.name(day.month, in: Self.months).prefix(3)
    let clock = PressDate(instant: instant + Self.zone).iso8601.dropFirst(11).dropLast()
    return "\(weekday), \(twoDigits(day.day)) \(month) \(day.year) \(clock) +0100"
  }

  private func moved(_ written: Substring) -> CivilDay? {
    let parts = written.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3, let day = CivilDay(year: parts[0], month: parts[1], day: parts[2])
    else { return nil }
    return CivilDay(daysSince1970: day.daysSince1970 + weeks * 7)
  }

  private func dayAndMonth(_ day: CivilDay) -> String {
    let month = name(day.month, in: Self.months)
    return language == .english ? "\(day.day) \(month)" : "\(day.day). \(month)"
  }

  private func name(_ number: Int, in names: [Language: [String]]) -> String {
    let names = names[language] ?? []
    return names.indices.contains(number - 1) ? names[number - 1] : ""
  }

  private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
