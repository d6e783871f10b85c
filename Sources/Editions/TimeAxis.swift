import Press

/// A span of time as a line from 4 to 96 per cent, with marks at round times.
struct TimeAxis: Sendable {
  struct Tick: Sendable {
    var percent: Double
    var label: String
  }

  /// Seconds since 1970.
  let start: Int64
  let end: Int64

  init(from start: Int64, to end: Int64) {
    let span = end.subtractingReportingOverflow(start)
    // A single moment gets an hour around it.
    let isPoint = span.overflow || span.partialValue < 60
    self.start = isPoint ? start &- 1_800 : start
    self.end = isPoint ? start &+ 1_800 : end
  }

  func percent(_ instant: Int64) -> Double {
    let share = (Double(instant) - Double(start)) / (Double(end) - Double(start))
    return 4 + 92 * Swift.min(Swift.max(share, 0), 1)
  }

  /// At most seven marks, far enough apart for a phone: hours, days, months or years.
  func ticks(_ edition: Edition) -> [Tick] {
    var kept: [Tick] = []
    for tick in candidates(edition) where tick.percent - (kept.last?.percent ?? -99) >= 15 {
      kept.append(tick)
    }
    return kept
  }

  private func candidates(_ edition: Edition) -> [Tick] {
    let hours = Double(end &- start) / 3_600
    if hours <= 60 {
      let step: Int64 = hours <= 5 ? 1 : hours <= 10 ? 2 : hours <= 20 ? 4 : hours <= 36 ? 6 : 12
      return hourly(step, edition)
    }
    if hours <= 24 * 60 { return daily(edition) }
    return monthly(edition)
  }

  private func hourly(_ step: Int64, _ edition: Edition) -> [Tick] {
    let offset = edition.zone.offset(at: start)
    let size = step * 3_600
    var instant = ((start &+ offset) / size + 1) * size - offset
    var ticks: [Tick] = []
    while instant <= end, ticks.count < 8 {
      let isMidnight = edition.zone.clock(at: instant).hour == 0
      let label =
        isMidnight
        ? edition.dates.day(edition.zone.day(at: instant), withYear: false)
        : edition.dates.clock(instant)
      ticks.append(Tick(percent: percent(instant), label: label))
      instant += size
    }
    return ticks
  }

  private func daily(_ edition: Edition) -> [Tick] {
    let first = edition.zone.day(at: start).daysSince1970
    let last = edition.zone.day(at: end).daysSince1970
    let step = Swift.max(1, (last - first + 4) / 5)
    return stride(from: first, through: last, by: step).prefix(8).map { number in
      let day = CivilDay(daysSince1970: number)
      let noon = Int64(number) * 86_400
      return Tick(percent: percent(noon), label: edition.dates.day(day, withYear: false))
    }
  }

  private func monthly(_ edition: Edition) -> [Tick] {
    let first = CivilDay(secondsSince1970: start)
    let last = CivilDay(secondsSince1970: end)
    let months = (last.year - first.year) * 12 + last.month - first.month
    let isYears = months > 30
    let step = isYears ? 12 * Swift.max(1, (months / 12 + 4) / 5) : Swift.max(1, (months + 4) / 5)
    let from = isYears ? 12 - first.month + 1 : 1
    return stride(from: from, through: Swift.max(from, months), by: step).prefix(7).compactMap {
      let index = first.year * 12 + first.month - 1 + $0
      guard let day = CivilDay(year: index / 12, month: index % 12 + 1, day: 1) else { return nil }
      let name = String(edition.dates.month(day).prefix(3))
      let label = isYears ? String(day.year) : "\(name)\u{A0}\(day.year)"
      return Tick(percent: percent(Int64(day.daysSince1970) * 86_400), label: label)
    }
  }
}
