import Languages
import Press

/// Reads dates as pages write them: ISO 8601, RFC 5322, and the ways of German and English.
enum DateReader {
  /// The first date in a text; only its first 2,000 bytes are looked at.
  ///
  /// - Parameter dayFirst: how `04/05/2024` is read.
  static func date(in bytes: [UInt8], dayFirst: Bool = true) -> StatedDate? {
    let tokens = Token.read(bytes)
    for index in tokens.indices {
      if let found = date(at: index, in: tokens, dayFirst: dayFirst) { return found }
    }
    return nil
  }

  static func date(_ text: String, dayFirst: Bool = true) -> StatedDate? {
    date(in: Array(text.utf8), dayFirst: dayFirst)
  }

  /// A date in an address: `/2024/03/01/`, `2024-03-01`, `20240301`.
  static func date(inAddress address: String) -> CivilDay? {
    let tokens = Token.read(Array(address.utf8))
    for index in tokens.indices {
      guard case .number(let first, let digits) = tokens[index].kind else { continue }
      if digits == 8, let day = compact(first), isPlausible(day) { return day }
      guard digits == 4, index + 2 < tokens.count,
        case .number(let month, let a) = tokens[index + 1].kind, a <= 2,
        case .number(let day, let b) = tokens[index + 2].kind, b <= 2,
        let civil = CivilDay(year: first, month: month, day: day), isPlausible(civil)
      else { continue }
      return civil
    }
    return nil
  }

  static func isPlausible(_ day: CivilDay) -> Bool { (1995...2099).contains(day.year) }

  private static func compact(_ value: Int) -> CivilDay? {
    CivilDay(year: value / 10_000, month: value / 100 % 100, day: value % 100)
  }

  private static func date(at index: Int, in tokens: [Token], dayFirst: Bool) -> StatedDate? {
    switch tokens[index].kind {
    case .word(let hash):
      guard let month = months[hash] else { return nil }
      return monthFirst(month, index, tokens)
    case .number(let value, let digits):
      if digits == 4 { return yearFirst(value, index, tokens) }
      if digits == 8, let day = compact(value), isPlausible(day) {
        return stated(day, clockAfter: index, in: tokens)
      }
      if digits == 10 || digits == 13 { return epoch(digits == 13 ? value / 1000 : value) }
      return digits <= 2 ? dayFirstDate(value, index, tokens, dayFirst: dayFirst) : nil
    }
  }

  private static func epoch(_ seconds: Int) -> StatedDate? {
    let day = CivilDay(secondsSince1970: Int64(seconds))
    guard isPlausible(day) else { return nil }
    return StatedDate(date: PressDate(instant: Int64(seconds)), day: day, offset: 0)
  }

  private static func yearFirst(_ year: Int, _ index: Int, _ tokens: [Token]) -> StatedDate? {
    guard index + 2 < tokens.count, let month = month(tokens[index + 1]),
      case .number(let day, let digits) = tokens[index + 2].kind, digits <= 2,
      tokens[index + 1].gap == 1, tokens[index + 2].gap == 1,
      let civil = CivilDay(year: year, month: month, day: day), isPlausible(civil)
    else { return nil }
    return stated(civil, clockAfter: index + 2, in: tokens)
  }

  private static func monthFirst(_ month: Int, _ index: Int, _ tokens: [Token]) -> StatedDate? {
    guard index + 2 < tokens.count, case .number(let day, let digits) = tokens[index + 1].kind,
      digits <= 2, tokens[index + 1].gap <= 2
    else { return nil }
    var at = index + 2
    if case .word = tokens[at].kind { at += 1 }  // 1st, 2nd
    guard at < tokens.count, case .number(let year, 4) = tokens[at].kind, tokens[at].gap <= 5,
      let civil = CivilDay(year: year, month: month, day: day), isPlausible(civil)
    else { return nil }
    return stated(civil, clockAfter: at, in: tokens)
  }

  private static func dayFirstDate(
    _ value: Int, _ index: Int, _ tokens: [Token], dayFirst: Bool
  ) -> StatedDate? {
    var at = index + 1
    if at < tokens.count, case .word(let hash) = tokens[at].kind, tokens[at].gap == 0,
      ordinals.contains(hash)
    {
      at += 1
    }
    guard at + 1 < tokens.count, tokens[at].gap <= 4 else { return nil }
    var year = 0
    guard case .number(let given, let digits) = tokens[at + 1].kind, digits == 4 || digits == 2,
      tokens[at + 1].gap <= 3
    else { return nil }
    year = digits == 2 ? 2000 + given : given
    if case .number(let second, let count) = tokens[at].kind {
      guard count <= 2, tokens[at].separator == tokens[at + 1].separator || digits == 4,
        [UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "-")].contains(tokens[at].separator)
      else { return nil }
      let swapped =
        tokens[at].separator == UInt8(ascii: "/") && !dayFirst && value <= 12 || second > 12
      guard
        let civil = CivilDay(
          year: year, month: swapped ? value : second, day: swapped ? second : value),
        isPlausible(civil)
      else { return nil }
      return stated(civil, clockAfter: at + 1, in: tokens)
    }
    guard let month = month(tokens[at]), digits == 4 || tokens[at + 1].gap == 1,
      let civil = CivilDay(year: year, month: month, day: value), isPlausible(civil)
    else { return nil }
    return stated(civil, clockAfter: at + 1, in: tokens)
  }

  private static func month(_ token: Token) -> Int? {
    switch token.kind {
    case .word(let hash): months[hash]
    case .number(let value, let digits): digits <= 2 && (1...12).contains(value) ? value : nil
    }
  }

  /// The day with the clock time that follows it, if one does.
  private static func stated(
    _ day: CivilDay, clockAfter index: Int, in tokens: [Token]
  ) -> StatedDate? {
    let start = Int64(day.daysSince1970) * 86_400
    let whole = StatedDate(
      date: PressDate(start: start, end: start + 86_400, precision: .day), day: day)
    var at = index + 1
    // "T", "um", "at", "-"
    if at < tokens.count, case .word = tokens[at].kind, tokens[at].gap <= 3 { at += 1 }
    guard at + 1 < tokens.count, case .number(var hour, let a) = tokens[at].kind, a <= 2, hour < 24,
      case .number(let minute, 2) = tokens[at + 1].kind, minute < 60, tokens[at + 1].gap == 1,
      [UInt8(ascii: ":"), UInt8(ascii: ".")].contains(tokens[at + 1].separator), tokens[at].gap <= 4
    else { return whole }
    at += 2
    var second = 0
    if at < tokens.count, case .number(let value, 2) = tokens[at].kind, tokens[at].gap == 1,
      tokens[at].separator == UInt8(ascii: ":"), value < 60
    {
      second = value
      at += 1
      if at < tokens.count, case .number = tokens[at].kind,
        tokens[at].separator == UInt8(ascii: "."),
        tokens[at].gap == 1
      {
        at += 1
      }
    }
    if at < tokens.count, case .word(let hash) = tokens[at].kind, tokens[at].gap <= 1 {
      if let later = halves[hash], hour <= 12 { hour = hour % 12 + later }
    }
    let offset = zone(at, tokens)
    let clock = Int64(hour * 3600 + minute * 60 + second) - Int64(offset ?? 0)
    return StatedDate(date: PressDate(instant: start + clock), day: day, offset: offset)
  }

  /// `Z`, `+02:00`, `-0500`, `GMT`, `MEZ`
  private static func zone(_ index: Int, _ tokens: [Token]) -> Int? {
    guard index < tokens.count else { return nil }
    switch tokens[index].kind {
    case .word(let hash): return zones[hash]
    case .number(let value, let digits):
      let sign = tokens[index].separator
      guard tokens[index].gap <= 2, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else {
        return nil
      }
      var seconds = 0
      if digits == 4 {
        seconds = (value / 100) * 3600 + (value % 100) * 60
      } else if digits == 2 {
        seconds = value * 3600
        if index + 1 < tokens.count, case .number(let minutes, 2) = tokens[index + 1].kind,
          tokens[index + 1].separator == UInt8(ascii: ":")
        {
          seconds += minutes * 60
        }
      }
      guard seconds <= 15 * 3600 else { return nil }
      return sign == UInt8(ascii: "-") ? -seconds : seconds
    }
  }

  private static let ordinals = TopicTable(list: "page-date-ordinals")

  /// Seconds by which zones are ahead of UTC.
  private static let zones = hours(of: "page-zones").mapValues { $0 * 3600 }

  /// Hours by which halves of the day are later than the clock says.
  private static let halves = hours(of: "page-clock-halves")

  /// A list of names with hours behind them.
  private static func hours(of list: StaticString) -> [UInt64: Int] {
    var out: [UInt64: Int] = [:]
    for line in PageWords.entries(of: list) {
      let parts = line.split(separator: " ")
      guard parts.count == 2, let hours = Int(parts[1]) else { continue }
      out[Token.hash(String(parts[0]))] = hours
    }
    return out
  }

  private static let months: [UInt64: Int] = {
    var out: [UInt64: Int] = [:]
    for line in PageWords.entries(of: "furniture-months") {
      let words = line.split(separator: " ")
      guard let number = words.first.flatMap({ Int($0) }) else { continue }
      for word in words.dropFirst() { out[Token.hash(String(word))] = number }
    }
    return out
  }()
}

/// A number or a word of a date.
private struct Token {
  enum Kind {
    case number(Int, digits: Int)
    case word(UInt64)
  }
  var kind: Kind
  /// Bytes between this token and the one before.
  var gap: Int
  /// The last byte before the token.
  var separator: UInt8

  static func hash(_ word: String) -> UInt64 {
    var walk = WordWalk(Array(word.utf8)[...])
    return walk.next()?.hash ?? 0
  }

  static func read(_ bytes: [UInt8]) -> [Token] {
    var tokens: [Token] = []
    let line = bytes.prefix(2000)
    var walk = WordWalk(line)
    var end = 0
    while let word = walk.next() {
      split(word, of: line, gap: word.start - end, into: &tokens)
      end = word.end
    }
    return tokens
  }

  /// Splits `26th`, `2024T10` and `00Z` into numbers and words.
  private static func split(
    _ word: WordWalk.Word, of line: ArraySlice<UInt8>, gap: Int, into tokens: inout [Token]
  ) {
    let isDigit = { (byte: UInt8) in (0x30...0x39).contains(byte) }
    var start = word.start
    while start < word.end {
      let digits = isDigit(line[start])
      var end = start
      while end < word.end, isDigit(line[end]) == digits { end += 1 }
      let before = start > line.startIndex ? line[start - 1] : 0
      let room = start == word.start ? gap : 0
      if digits {
        guard end - start <= 13 else { return }
        let value = line[start..<end].reduce(0) { $0 &* 10 &+ Int($1 & 15) }
        tokens.append(
          Token(kind: .number(value, digits: end - start), gap: room, separator: before))
      } else {
        var walk = WordWalk(line[start..<end])
        tokens.append(Token(kind: .word(walk.next()?.hash ?? 0), gap: room, separator: before))
      }
      start = end
    }
  }
}
