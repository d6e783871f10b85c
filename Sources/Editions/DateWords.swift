import Hypertext
import Press

/// Dates and numbers in the words of an edition.
///
/// Only absolute times: a page may be read long after it was made, and "two hours ago" would then
/// be untrue.
struct DateWords: Sendable {
  var language: EditionLanguage
  /// Seconds since 1970 at which the page is made; its own day needs no naming.
  var now: Int64
  var zone: PressZone

  private var words: CalendarWords { language.wording.calendar }

  /// "21. November 2026"
  func day(_ day: CivilDay, withYear: Bool = true) -> String {
    let start = language == .german ? "\(day.day)." : "\(day.day)"
    let short = "\(start)\u{A0}\(month(day))"
    return withYear ? "\(short) \(day.year)" : short
  }

  /// "Samstag"
  func weekday(_ day: CivilDay) -> String {
    let index = day.weekday - 1
    return words.weekdays.indices.contains(index) ? words.weekdays[index] : ""
  }

  /// "5.40 Uhr", "22 Uhr"; English "5:40 am", "10 pm".
  func clock(_ instant: Int64) -> String {
    let (hour, minute) = zone.clock(at: instant)
    let digits = minute < 10 ? "0\(minute)" : "\(minute)"
    guard language == .english else {
      return minute == 0 ? "\(hour)\u{A0}Uhr" : "\(hour).\(digits)\u{A0}Uhr"
    }
    let half = hour < 12 ? "am" : "pm"
    let shown = hour % 12 == 0 ? 12 : hour % 12
    return minute == 0 ? "\(shown)\u{A0}\(half)" : "\(shown):\(digits)\u{A0}\(half)"
  }

  /// "21. November 2026, 5.40 Uhr"
  func moment(_ instant: Int64) -> String {
    "\(day(zone.day(at: instant))), \(clock(instant))"
  }

  /// As exact as it is known: "21. November 2026, 5.40 Uhr", "September 2023", "2019".
  func full(_ date: PressDate) -> String {
    let date = date.inReach
    switch date.precision {
    case .instant: return moment(date.start)
    case .day: return day(date.day)
    case .month: return "\(month(date.day))\u{A0}\(date.day.year)"
    case .year: return String(date.day.year)
    case .range: return range(date)
    }
  }

  /// With the year only where it is not this one: "20. November, 22 Uhr".
  func middle(_ date: PressDate) -> String {
    let date = date.inReach
    let thisYear = zone.day(at: now).year
    switch date.precision {
    case .instant:
      let day = zone.day(at: date.start)
      return "\(self.day(day, withYear: day.year != thisYear)), \(clock(date.start))"
    case .day: return day(date.day, withYear: date.day.year != thisYear)
    case .month, .year, .range: return full(date)
    }
  }

  /// As short as can be: "5.40 Uhr" today, "20. November" this year, "Juni 2024" long ago.
  func brief(_ date: PressDate) -> String {
    let date = date.inReach
    let today = zone.day(at: now)
    switch date.precision {
    case .instant:
      let day = zone.day(at: date.start)
      return day == today ? clock(date.start) : self.day(day, withYear: day.year != today.year)
    case .day:
      return day(date.day, withYear: date.day.year != today.year)
    case .month, .year, .range:
      return full(date)
    }
  }

  /// How much of a date is said.
  enum Length { case full, middle, brief }

  /// A `time` element; a range has no machine form in HTML and gets none.
  func element(
    _ date: PressDate, _ length: Length = .full, marksInferred: Bool = true
  ) -> HTML {
    let date = date.inReach
    let words: HTML =
      switch length {
      case .full: "\(full(date))"
      case .middle: "\(middle(date))"
      case .brief: "\(brief(date))"
      }
    let note: HTML? =
      marksInferred && date.isInferred ? "<small>\(self.words.inferred)</small>" : nil
    guard date.precision != .range else { return "<span class=\"time\">\(words)\(note)</span>" }
    return "<time datetime=\"\(machine(date))\">\(words)\(note)</time>"
  }

  /// `2026-11-21T05:40Z`: seconds say nothing to a reader.
  private func machine(_ date: PressDate) -> String {
    guard date.precision == .instant else { return date.iso8601 }
    let iso = date.iso8601
    return iso.utf8.count == 20 ? String(iso.prefix(16)) + "Z" : iso
  }

  private func range(_ date: PressDate) -> String {
    let first = date.day
    let last = CivilDay(secondsSince1970: Swift.max(date.start, date.end &- 1))
    if first == last { return day(first) }
    let isWholeMonths =
      first.day == 1 && last.day == CivilDay.length(ofMonth: last.month, year: last.year)
    let sameYear = first.year == last.year
    if isWholeMonths {
      if sameYear, first.month == 1, last.month == 12 { return String(first.year) }
      if sameYear, first.month == last.month { return "\(month(first))\u{A0}\(first.year)" }
      let start = sameYear ? month(first) : "\(month(first))\u{A0}\(first.year)"
      return "\(start) \(words.until) \(month(last))\u{A0}\(last.year)"
    }
    return "\(day(first, withYear: !sameYear)) \(words.until) \(day(last))"
  }

  /// The month's name.
  func month(_ day: CivilDay) -> String {
    words.months.indices.contains(day.month - 1) ? words.months[day.month - 1] : ""
  }
}

/// Numbers in the words of an edition.
struct NumberWords: Sendable {
  var language: EditionLanguage

  /// "11.000", English "11,000".
  func grouped(_ number: Int) -> String {
    let digits = Array(String(number.magnitude).utf8)
    var out: [UInt8] = number < 0 ? Array("\u{2212}".utf8) : []
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 {
        out.append(language == .german ? UInt8(ascii: ".") : UInt8(ascii: ","))
      }
      out.append(digit)
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// A label on an axis: "2.500", "3 Mio.", "0,5".
  func axis(_ value: Double) -> String {
    guard value.isFinite else { return "" }
    let calendar = language.wording.calendar
    let size = value.magnitude
    if size >= 1e15 { return "\(value)" }
    if size >= 1e9 { return "\(decimal(value / 1e9))\u{A0}\(calendar.billion)" }
    if size >= 1e6 { return "\(decimal(value / 1e6))\u{A0}\(calendar.million)" }
    return decimal(value)
  }

  /// At most two decimals, none where there are none.
  private func decimal(_ value: Double) -> String {
    guard let hundredths = Int(exactly: (value.magnitude * 100).rounded()) else { return "" }
    let sign = value < 0 && hundredths > 0 ? "\u{2212}" : ""
    let whole = grouped(hundredths / 100)
    let rest = hundredths % 100
    guard rest != 0 else { return sign + whole }
    let mark = language == .german ? "," : "."
    let digits =
      rest % 10 == 0 ? String(rest / 10) : rest < 10 ? "0\(rest)" : String(rest)
    return "\(sign)\(whole)\(mark)\(digits)"
  }
}
