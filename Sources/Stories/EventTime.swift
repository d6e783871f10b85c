import Languages
import Press

/// When an article's event happened, as nearly as its date and its text tell.
struct EventTime: Sendable, Hashable {
  /// Seconds since 1970; the end is one past the last.
  var start: Int64
  var end: Int64

  /// Nil where the article has no date, or only a month or a year.
  init?(_ arrival: Arrival) {
    guard let published = arrival.published else { return nil }
    guard published.end - published.start <= 4 * 86_400 else { return nil }
    // A source's clock may run ahead; what has come is not from tomorrow.
    let latest = max(arrival.arrived, 0) + 86_400
    start = arrival.arrived > 0 ? min(published.start, latest) : published.start
    end = max(start, min(published.end, start + 4 * 86_400))
    // An instant is more than the day it lies in.
    if let told = Self.toldDay(arrival, published: start), start >= told + 86_400 {
      start = told
      end = told + 86_400
    }
  }

  init(start: Int64, end: Int64) {
    self.start = start
    self.end = end
  }

  /// Seconds between two times, 0 where they touch.
  func distance(to other: EventTime) -> Int64 {
    max(0, start &- other.end, other.start &- end)
  }

  /// The last day in the four before publication, or of it, that the beginning of the text names
  /// with number and month.
  private static func toldDay(_ arrival: Arrival, published: Int64) -> Int64? {
    let today = CivilDay(secondsSince1970: published)
    if let findings = arrival.findings {
      let days = findings.times.prefix(12).compactMap { time -> Int64? in
        guard time.kind == .date, let date = time.date, date.precision == .day else { return nil }
        return date.start
      }
      return days.filter { isNear($0, published) }.max()
    }
    var found: Int64?
    for day in DayReader.days(in: arrival.body.utf8.prefix(3_000), year: today.year) {
      let start = Int64(day.daysSince1970) * 86_400
      if isNear(start, published) { found = max(found ?? start, start) }
    }
    return found
  }

  private static func isNear(_ day: Int64, _ published: Int64) -> Bool {
    day <= published && published - day < 4 * 86_400
  }
}

/// Finds days named by number and month, "19. Juni", "June 19, 2024", and months named alone.
enum DayReader {
  /// A day as a text names it.
  struct NamedDay {
    var day: Int
    var month: Int
    /// Nil where none follows.
    var year: Int?
  }

  static func days(in text: some Collection<UInt8>, year: Int) -> [CivilDay] {
    var found: [CivilDay] = []
    read(text) { named in
      if let day = CivilDay(year: year, month: named.month, day: named.day) { found.append(day) }
    } month: { _ in
    }
    return found
  }

  /// Calls `day` for every day that is named, `month` for every month without one.
  static func read(
    _ text: some Collection<UInt8>, day: (NamedDay) -> Void, month: (Int) -> Void
  ) {
    var reading = Reading()
    var word: [UInt8] = []
    // Letters of the word being read; those of one that can be no month's name are not kept.
    var length = 0
    // Whether the word being read can be no number and no month's name.
    var isPassed = false
    for byte in text {
      guard isLetter(byte) else {
        if length > 0 { reading.take(word, day, month) }
        word.removeAll(keepingCapacity: true)
        length = 0
        isPassed = false
        continue
      }
      guard !isPassed else { continue }
      let letter = (65...90).contains(byte) ? byte | 0x20 : byte
      length += 1
      isPassed = length == 1 && letter > 57 && !beginsMonth(letter) || length > longest
      if !isPassed { word.append(letter) }
    }
    if length > 0 { reading.take(word, day, month) }
    reading.end(day, month)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 65...90, 97...122, 0xC3, 0xA4: true
    default: false
    }
  }

  /// Longer than every month's name.
  private static let longest = 10

  private static func beginsMonth(_ letter: UInt8) -> Bool {
    switch letter {
    case UInt8(ascii: "j"), UInt8(ascii: "f"), UInt8(ascii: "m"), UInt8(ascii: "a"),
      UInt8(ascii: "s"), UInt8(ascii: "o"), UInt8(ascii: "n"), UInt8(ascii: "d"):
      true
    default: false
    }
  }

  /// What of a day has been read so far.
  private struct Reading {
    var number = 0
    var month = 0
    var named: NamedDay?

    mutating func take(_ word: [UInt8], _ day: (NamedDay) -> Void, _ alone: (Int) -> Void) {
      if word.isEmpty || word[0] > 57 && !(3...9).contains(word.count) {
        end(day, alone)
      } else if word.allSatisfy({ (48...57).contains($0) }) {
        takeNumber(word.prefix(5).reduce(0) { $0 * 10 + Int($1) - 48 }, word.count, day, alone)
      } else if let name = months.firstIndex(where: { $0.contains(word) }) {
        let before = number
        end(day, alone)
        if before > 0, CivilDay(year: 2024, month: name + 1, day: before) != nil {
          named = NamedDay(day: before, month: name + 1)
        } else if word != Array("may".utf8) && word != Array("march".utf8) {
          month = name + 1
        } else {
          month = -(name + 1)
        }
      } else {
        end(day, alone)
      }
    }

    private mutating func takeNumber(
      _ value: Int, _ digits: Int, _ day: (NamedDay) -> Void, _ alone: (Int) -> Void
    ) {
      if digits == 4, (1950...2076).contains(value), named != nil {
        named?.year = value
        end(day, alone)
      } else if digits <= 2, month != 0, CivilDay(year: 2024, month: abs(month), day: value) != nil
      {
        named = NamedDay(day: value, month: abs(month))
        month = 0
      } else {
        end(day, alone)
        number = digits <= 2 ? value : 0
      }
    }

    mutating func end(_ day: (NamedDay) -> Void, _ alone: (Int) -> Void) {
      if let named { day(named) }
      if month > 0 { alone(month) }
      named = nil
      number = 0
      month = 0
    }
  }

  private static let months: [[[UInt8]]] = [
    ["januar", "january"], ["februar", "february"], ["märz", "march"], ["april"], ["mai", "may"],
    ["juni", "june"], ["juli", "july"], ["august"], ["september"], ["oktober", "october"],
    ["november"], ["dezember", "december"],
  ].map { $0.map { Array($0.utf8) } }
}
