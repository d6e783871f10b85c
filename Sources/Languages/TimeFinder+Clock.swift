import Press

/// Clock times: `14.30 Uhr`, `14:30`, `drei Uhr`, `8:00 am`, `3 p.m.`
extension TimeFinder {
  func clock(at index: Int) -> FoundTime? {
    guard let (hour, minute, second, end) = clockDigits(at: index) else { return nil }
    let hasMark = minute != nil
    if view.isGerman {
      return germanClock(hour, minute, second, from: index, to: end, hasColon: end > index + 1)
    }
    if let (shift, next) = halfDay(at: end) {
      guard hour <= 12 else { return nil }
      let value = hour % 12 + shift
      return time(value, minute, second, from: index, to: next)
    }
    guard hasMark, end > index + 1 else { return nil }
    return time(hour, minute, second, from: index, to: end)
  }

  /// Hour, minute and second in digits: `14`, `14:30`, `14.30`, `8:00:31`.
  private func clockDigits(at index: Int) -> (Int, Int?, Int?, Int)? {
    if let hour = small(at: index, 0...24) {
      guard view.isMark(index + 1, UInt8(ascii: ":")), view[index + 1].isAttached,
        view[index + 2].isAttached, view[index + 2].length == 2,
        let minute = small(at: index + 2, 0...59)
      else { return (hour, nil, nil, index + 1) }
      if view.isMark(index + 3, UInt8(ascii: ":")), let second = small(at: index + 4, 0...59),
        view[index + 4].isAttached
      {
        return (hour, minute, second, index + 5)
      }
      return (hour, minute, nil, index + 3)
    }
    let digits = view.words.utf8[view[index].range]
    guard view.isGerman, digits.count <= 6, digits.contains(UInt8(ascii: ".")) else { return nil }
    let parts = digits.split(separator: UInt8(ascii: "."))
    guard parts.count == 2, parts[0].count <= 2, parts[1].count == 2,
      let hour = DigitReader.plain(parts[0]), let minute = DigitReader.plain(parts[1]), hour <= 24,
      minute < 60
    else { return nil }
    return (Int(hour), Int(minute), nil, index + 1)
  }

  static let hourWord = Folding.hash("uhr".utf8)

  func isHourWord(_ index: Int) -> Bool { view.isWord(index, Self.hourWord) }

  private func germanClock(
    _ hour: Int, _ minute: Int?, _ second: Int?, from start: Int, to end: Int, hasColon: Bool
  ) -> FoundTime? {
    if isHourWord(end) {
      // "8 Uhr 30"
      if minute == nil, let late = small(at: end + 1, 0...59), view[end + 1].length == 2 {
        return time(hour, late, nil, from: start, to: end + 2)
      }
      return time(hour, minute, second, from: start, to: end + 1)
    }
    if Self.joints.contains(view[end]) || view.isDash(end),
      let (_, _, _, next) = clockDigits(at: end + 1), isHourWord(next)
    {
      return time(hour, minute, second, from: start, to: end)
    }
    guard hasColon, minute != nil, Self.clockLeads.contains(view[start - 1]) else { return nil }
    return time(hour, minute, second, from: start, to: end)
  }

  static let clockLeads = WordSet("um gegen ab bis von at by from until to till around")

  /// `am`, `a.m.`, `p.m.`, `o'clock`: the hours to add and the token behind.
  func halfDay(at index: Int) -> (Int, Int)? {
    if Self.oclock.contains(view[index]) { return (0, index + 1) }
    let folded = view.folded(index)
    if folded == Array("am".utf8) { return (0, index + 1) }
    if folded == Array("pm".utf8) { return (12, index + 1) }
    guard folded.count == 1, folded[0] == UInt8(ascii: "a") || folded[0] == UInt8(ascii: "p") else {
      return nil
    }
    let shift = folded[0] == UInt8(ascii: "p") ? 12 : 0
    guard isStop(index + 1), view.isWord(index + 2, Self.letterM) else {
      // "9p", "9:00a"
      return view[index].isAttached ? (shift, index + 1) : nil
    }
    return (shift, isStop(index + 3) ? index + 4 : index + 3)
  }

  private static let oclock = WordSet("o'clock oclock")
  private static let letterM = Folding.hash("m".utf8)

  /// A clock time on the day the text speaks of, with the part of the day behind it.
  func time(_ hour: Int, _ minute: Int?, _ second: Int?, from start: Int, to end: Int) -> FoundTime?
  {
    guard hour <= 24, minute ?? 0 < 60 else { return nil }
    var end = end
    var hour = hour
    if let part = entry(end, .parts) {
      if part.value == "EV" || part.value == "AF", hour < 12 { hour += 12 }
      end += 1
    }
    var value = "T\(TimeValue.two(hour))"
    if view.isGerman || minute != nil { value += ":\(TimeValue.two(minute ?? 0))" }
    if let second { value += ":\(TimeValue.two(second))" }
    guard view.isGerman else { return FoundTime(tokens: start..<end, kind: .time, value: value) }
    return FoundTime(tokens: start..<end, kind: .time, value: (dayOfClock() ?? "") + value)
  }

  func dayOfClock() -> String? {
    day ?? resolver.anchor?.iso8601
  }
}
