import Press

/// Joins what English says in two: `tomorrow at 8 am`, `9 am on Tuesday`, `from 2014 to 2018`.
struct EnglishTimeJoins {
  let view: SentenceView

  func join(_ found: [FoundTime]) -> [FoundTime] {
    var out: [FoundTime] = []
    for time in found {
      guard let last = out.last, let joined = joined(last, time) else {
        out.append(time)
        continue
      }
      out[out.count - 1] = joined
    }
    return out
  }

  private static let joints = WordSet("at on by for in of around")
  private static let to = WordSet("to till until through thru")
  private static let and = WordSet("and")
  private static let from = WordSet("from")
  private static let between = WordSet("between")

  private func joined(_ first: FoundTime, _ second: FoundTime) -> FoundTime? {
    let gap = first.tokens.upperBound..<Swift.max(first.tokens.upperBound, second.tokens.lowerBound)
    if let range = range(first, second, gap) { return range }
    guard first.kind != .duration, second.kind != .duration, first.kind != .set,
      second.kind != .set,
      gap.allSatisfy({
        Self.joints.contains(view[$0]) || view.isMark($0, UInt8(ascii: ","))
          || view.isMark($0, UInt8(ascii: "@"))
      }),
      gap.count <= 1
    else { return nil }
    guard let (day, clock) = parts(first, second) else { return nil }
    return FoundTime(
      tokens: first.tokens.lowerBound..<second.tokens.upperBound, kind: .time, value: day + clock)
  }

  /// The day of the one and the clock of the other.
  private func parts(_ first: FoundTime, _ second: FoundTime) -> (String, String)? {
    func cut(_ value: String) -> (String, String) {
      let day = value.prefix { $0 != "T" }
      return (String(day), String(value.dropFirst(day.count)))
    }
    let (one, other) = (cut(first.value), cut(second.value))
    guard !first.value.hasSuffix("REF"), !second.value.hasSuffix("REF") else { return nil }
    if other.0.isEmpty, !one.0.isEmpty, !other.1.isEmpty, one.0.count == 10 {
      return (one.0, other.1)
    }
    if one.0.isEmpty, !other.0.isEmpty, !one.1.isEmpty, other.0.count == 10 {
      return (other.0, one.1)
    }
    return nil
  }

  /// `from A to B`, `between A and B`
  private func range(_ first: FoundTime, _ second: FoundTime, _ gap: Range<Int>) -> FoundTime? {
    guard gap.count == 1, first.kind == second.kind, first.kind == .date || first.kind == .time
    else {
      return nil
    }
    let before = first.tokens.lowerBound - 1
    let joint = gap.lowerBound
    let isBetween = Self.between.contains(view[before])
    let isRange =
      Self.to.contains(view[joint]) || view.isDash(joint)
      || (isBetween && Self.and.contains(view[joint]))
    guard isRange else { return nil }
    let start = isBetween || Self.from.contains(view[before]) ? before : first.tokens.lowerBound
    let value: String
    if first.kind == .date {
      guard let from = TimeValue.date(of: first.value), let to = TimeValue.date(of: second.value)
      else { return nil }
      value = "\(from.day.iso8601)/\(to.day.iso8601)"
    } else {
      value = "\(first.value)/\(second.value)"
    }
    return FoundTime(tokens: start..<second.tokens.upperBound, kind: first.kind, value: value)
  }
}
