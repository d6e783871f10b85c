import Press

/// The days and months the text of an article without a date names, whatever the year: what such
/// an article is dated by.
struct ToldDays: Sendable, Hashable {
  /// Four days of the year, 16 bits each: five for the day, four for the month, seven for the year
  /// since 1950, 0 where none is named.
  private(set) var days: UInt64 = 0
  /// A bit for every month that is named without a day.
  private(set) var months: UInt16 = 0

  /// How two texts' days go together.
  enum Fit {
    /// They name the same day, or days of one event.
    case sameDay
    /// They name no day, and much the same months.
    case sameMonths
    /// Nothing speaks for it or against it.
    case open
    /// They name days, and other ones.
    case otherDay
  }

  init() {}

  init(bits days: UInt64, months: UInt16) {
    self.days = days
    self.months = months
  }

  /// The days at the beginning of a text and the months of all of it.
  init(in text: some Collection<UInt8>) {
    var count = 0
    DayReader.read(text) { day in
      guard count < 4 else { return }
      let bits = UInt16(day.day | day.month << 5 | max(0, min(127, (day.year ?? 1950) - 1950)) << 9)
      guard !list.contains(bits) else { return }
      days |= UInt64(bits) << UInt64(count * 16)
      count += 1
    } month: { month in
      months |= 1 << UInt16(month)
    }
  }

  private var list: [UInt16] {
    (0..<4).map { UInt16(truncatingIfNeeded: days >> UInt64($0 * 16)) }.filter { $0 > 0 }
  }

  /// How the days of two undated texts go together.
  func fit(_ other: ToldDays) -> Fit {
    guard days == 0 || other.days == 0 else {
      for one in list where other.list.contains(where: { Self.isNear(one, $0) }) { return .sameDay }
      return .otherDay
    }
    guard days == 0, other.days == 0 else { return .open }
    let both = (months & other.months).nonzeroBitCount
    let all = (months | other.months).nonzeroBitCount
    return both > 0 && both * 2 >= all ? .sameMonths : .open
  }

  /// How they go together with a time that is known.
  func fit(_ time: EventTime) -> Fit {
    guard days != 0 else { return .open }
    let civil = CivilDay(secondsSince1970: time.start)
    let day = UInt16(civil.day | civil.month << 5 | max(0, min(127, civil.year - 1950)) << 9)
    return list.contains { Self.isNear($0, day) } ? .sameDay : .otherDay
  }

  /// Whether two days lie within three of each other in the year; where both name it, in the same.
  private static func isNear(_ one: UInt16, _ other: UInt16) -> Bool {
    let years = (one >> 9, other >> 9)
    if years.0 != 0, years.1 != 0, years.0 != years.1 { return false }
    func place(_ bits: UInt16) -> Int { Int(bits >> 5 & 15) * 31 + Int(bits & 31) }
    let distance = abs(place(one) - place(other))
    return min(distance, 12 * 31 - distance) <= 3
  }
}
