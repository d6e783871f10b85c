package import Press

/// A time zone by its rule, so that no table of the machine is asked.
package struct PressZone: Sendable, Hashable {
  /// Seconds east of UTC outside of summer time.
  package var offset: Int64
  /// Summer time from the last Sunday of March to the last of October, changed at 1.00 UTC
  /// (directive 2000/84/EC).
  package var hasEuropeanSummerTime: Bool

  package init(offset: Int64, hasEuropeanSummerTime: Bool = false) {
    self.offset = offset
    self.hasEuropeanSummerTime = hasEuropeanSummerTime
  }

  package static let utc = PressZone(offset: 0)
  package static let london = PressZone(offset: 0, hasEuropeanSummerTime: true)
  /// Berlin, Vienna, Zurich, Paris, Brussels.
  package static let berlin = PressZone(offset: 3_600, hasEuropeanSummerTime: true)

  /// Seconds east of UTC at an instant.
  package func offset(at instant: Int64) -> Int64 {
    guard hasEuropeanSummerTime else { return offset }
    let year = CivilDay(secondsSince1970: instant.inReach).year
    guard let spring = Self.change(year: year, month: 3),
      let autumn = Self.change(year: year, month: 10)
    else { return offset }
    return instant >= spring && instant < autumn ? offset &+ 3_600 : offset
  }

  /// The local day that holds an instant.
  package func day(at instant: Int64) -> CivilDay {
    CivilDay(secondsSince1970: local(instant))
  }

  /// Hour and minute of the local clock at an instant.
  package func clock(at instant: Int64) -> (hour: Int, minute: Int) {
    let second = Int(((local(instant) % 86_400) + 86_400) % 86_400)
    return (second / 3_600, second / 60 % 60)
  }

  private func local(_ instant: Int64) -> Int64 {
    instant.inReach &+ Swift.min(Swift.max(offset(at: instant.inReach), -86_400), 86_400)
  }

  /// 1.00 UTC of a month's last Sunday; both months have 31 days.
  private static func change(year: Int, month: Int) -> Int64? {
    guard let last = CivilDay(year: year, month: month, day: 31) else { return nil }
    return Int64(last.daysSince1970 - last.weekday % 7) * 86_400 + 3_600
  }
}
