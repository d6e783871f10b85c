import Press

/// An hour on a day that is only named: "Thursday before 5pm", "February 22nd 3:30".
///
/// Which Thursday is meant is worked out for the timeline; the value says no more than the text does:
/// `XXXX-WXX-4T17`.
struct EnglishOpenDays {
  let view: SentenceView
  let words: TimeWords

  func opened(_ time: FoundTime) -> FoundTime {
    guard time.kind == .time, time.meant == nil, let day = day(of: time.value),
      let open = openDay(time.tokens, of: day)
    else { return time }
    var time = time
    time.meant = time.value
    time.value = replaced(time.value, day, by: open)
    return time
  }

  /// The one date in a value; nil where there is none or more than one.
  private func day(of value: String) -> String? {
    let bytes = Array(value.utf8)
    var found: ArraySlice<UInt8>?
    var at = 0
    while at + 10 <= bytes.count {
      let part = bytes[at..<at + 10]
      let isDate = part.indices.allSatisfy { index in
        index - at == 4 || index - at == 7
          ? part[index] == UInt8(ascii: "-") : ByteClass.isDigit(part[index])
      }
      guard isDate else {
        at += 1
        continue
      }
      if let found, !found.elementsEqual(part) { return nil }
      found = part
      at += 10
    }
    return found.map { String(decoding: $0, as: UTF8.self) }
  }

  private func replaced(_ value: String, _ day: String, by open: String) -> String {
    var out: [UInt8] = []
    let bytes = Array(value.utf8)
    var at = 0
    while at < bytes.count {
      if bytes[at...].starts(with: day.utf8) {
        out += open.utf8
        at += 10
      } else {
        out.append(bytes[at])
        at += 1
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static let the = WordSet("the")

  /// Four digits: "2024", but not "3:30" or "3.30".
  private func isYear(_ at: Int) -> Bool {
    view[at].length == 4 && view.words.utf8[view[at].range].allSatisfy(ByteClass.isDigit)
  }

  /// What the words of an expression say of its day: a weekday, or a month and its day.
  private func openDay(_ tokens: Range<Int>, of day: String) -> String? {
    guard let date = TimeValue.date(of: day)?.day else { return nil }
    var weekday: Int?
    var hasMonth = false
    for at in tokens.lowerBound - 1..<tokens.upperBound {
      if view[at].kind == .number, isYear(at) { return nil }
      // "Tuesday the 4th at seven": the number tells which Tuesday.
      if weekday != nil, Self.the.contains(view[at]), !hasMonth { return nil }
      guard let (word, _) = words.entry(view, at: at) else { continue }
      switch word.kind {
      case .weekday where at >= tokens.lowerBound: weekday = word.number
      case .month where at >= tokens.lowerBound: hasMonth = word.number == date.month
      // "February twenty second"
      case .unit where hasMonth && word.value == "S": continue
      case .rel, .day, .unit, .each, .every, .year, .feast, .past: return nil
      default: continue
      }
    }
    if hasMonth { return "XXXX" + day.dropFirst(4) }
    return weekday == date.weekday ? weekday.map { "XXXX-WXX-\($0)" } : nil
  }
}
