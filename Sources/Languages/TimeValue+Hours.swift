import Press

/// Ranges of hours: start, end and length, as the end may lie on another day than the start.
extension TimeValue {
  /// `2024-06-15T22/T02` as `(2024-06-15T22,2024-06-16T02,PT4H)`; nil where an end is no clock time.
  static func hours(_ value: String) -> String? {
    let sides = value.utf8.split(separator: UInt8(ascii: "/")).map(Side.init)
    guard sides.count == 2, let first = sides[0], var last = sides[1] else { return nil }
    if last.day.isEmpty { last.day = first.day }
    if first.day.isEmpty, !last.day.isEmpty { return nil }
    guard let from = first.minutes, var to = last.minutes else { return nil }
    let isSameDay = first.day == last.day
    if isSameDay, to < from {
      // "from 10:30 to 3" ends in the afternoon, "from 23 to 3" on the next day.
      if to < 720, to + 720 > from {
        to += 720
      } else {
        to += 1440
        if let day = date(of: first.day)?.day { last.day = day.adding(days: 1).iso8601 }
      }
    } else if !isSameDay, let start = date(of: first.day)?.day, let end = date(of: last.day)?.day {
      to += (end.daysSince1970 - start.daysSince1970) * 1440
    }
    guard to > from, to - from < 100 * 1440 else { return nil }
    let shown = to % 1440
    let minute = last.hasMinutes ? ":\(two(shown % 60))" : ""
    let end = to == 1440 && isSameDay ? "T24\(minute)" : "T\(two(shown / 60))\(minute)"
    return "(\(first.day)\(first.clock),\(last.day)\(end),\(length(to - from)))"
  }

  /// A clock time so many minutes on: `2024-06-15T09:30` and 420 make `2024-06-15T16:30`.
  static func later(_ value: String, by minutes: Int) -> String? {
    guard let side = Side(Substring(value).utf8), let start = side.minutes else { return nil }
    let total = start + minutes
    var day = side.day
    if total >= 1440 {
      guard let date = date(of: day)?.day else { return nil }
      day = date.adding(days: total / 1440).iso8601
    }
    let hasMinutes = side.hasMinutes || total % 60 > 0
    return day + "T\(two(total % 1440 / 60))" + (hasMinutes ? ":\(two(total % 60))" : "")
  }

  /// `PT2H30M`
  private static func length(_ minutes: Int) -> String {
    let hours = minutes / 60
    let rest = minutes % 60
    return "PT" + (hours > 0 ? "\(hours)H" : "") + (rest > 0 ? "\(rest)M" : "")
  }

  /// The start and the end of a value in brackets.
  static func bracketed(_ value: String) -> (start: Substring, end: Substring)? {
    guard value.utf8.first == UInt8(ascii: "("), value.utf8.last == UInt8(ascii: ")") else {
      return nil
    }
    let parts = value.dropFirst().dropLast().split(separator: ",")
    return parts.count == 3 ? (parts[0], parts[1]) : nil
  }

  private struct Side {
    var day: String
    let clock: String
    let minutes: Int?
    let hasMinutes: Bool

    init?(_ side: Substring.UTF8View) {
      let day = side.prefix { $0 != UInt8(ascii: "T") }
      let clock = side.dropFirst(day.count)
      self.day = String(decoding: day, as: UTF8.self)
      self.clock = String(decoding: clock, as: UTF8.self)
      let parts = clock.dropFirst().split(separator: UInt8(ascii: ":")).map {
        DigitReader.plain(Array($0)[...])
      }
      hasMinutes = parts.count > 1
      guard let hour = parts.first ?? nil, hour <= 24, parts.count < 3 else { return nil }
      minutes = Int(hour) * 60 + Int((parts.count > 1 ? parts[1] : 0) ?? 0)
    }
  }
}
