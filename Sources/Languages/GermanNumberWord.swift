/// Takes a German number word apart: `zweitausenddreihundertsieben`, `anderthalb`, `vierte`.
struct GermanNumberWord {
  let value: Double
  let isOrdinal: Bool
  /// `ein`, `eine` …: an article as often as a number.
  let isArticle: Bool
  /// `zweimal`, `dreifach`: how often.
  let isTimes: Bool

  /// Reads a folded word; nil if it is not wholly a number.
  init?(_ word: ArraySlice<UInt8>) {
    guard let first = word.first, Self.firsts.contains(first), word.count <= 90 else { return nil }
    var reader = Reader(rest: word)
    if Self.isArticle(word) {
      self.init(value: 1, isOrdinal: false, isArticle: true)
      return
    }
    if word.starts(with: Self.anderthalb), word.count <= 12 {
      self.init(value: 1.5)
      return
    }
    guard var value = reader.number() else { return nil }
    if reader.rest.starts(with: Self.half) {
      reader.rest = reader.rest.dropFirst(7)
      value += 0.5
    }
    let ending = Array(reader.rest)
    if ending.isEmpty {
      // "erst" is an adverb; "zu dritt" is an ordinal.
      if reader.endsInOrdinal, value == 1 { return nil }
      self.init(value: value, isOrdinal: reader.endsInOrdinal)
      return
    }
    if let times = Self.times[ending] {
      guard times || value > 1 else { return nil }
      self.init(value: value, isTimes: true)
      return
    }
    if reader.endsInOrdinal || value == 8
      ? Self.adjectives.contains(ending) || Self.isOrdinal(ending, value)
      : Self.isOrdinal(ending, value)
    {
      self.init(value: value, isOrdinal: true)
      return
    }
    guard ending == [UInt8(ascii: "e")] || ending == Array("en".utf8), value >= 2, value < 13 else {
      return nil
    }
    self.init(value: value)
  }

  private init(
    value: Double, isOrdinal: Bool = false, isArticle: Bool = false, isTimes: Bool = false
  ) {
    self.value = value
    self.isOrdinal = isOrdinal
    self.isArticle = isArticle
    self.isTimes = isTimes
  }

  /// `te`, `ten` … up to nineteen, `ste`, `sten` … beyond.
  private static func isOrdinal(_ ending: [UInt8], _ value: Double) -> Bool {
    var rest = ending[...]
    let last = value.truncatingRemainder(dividingBy: 100)
    if last >= 20 || last == 0 {
      guard rest.first == UInt8(ascii: "s") else { return false }
      rest = rest.dropFirst()
    }
    guard rest.first == UInt8(ascii: "t") else { return false }
    return adjectives.contains(Array(rest.dropFirst())) || (rest.count == 1 && value < 20)
  }

  private static let firsts = Set("adefhnszv".utf8).union("t".utf8)
  private static let half = Array("einhalb".utf8)
  private static let anderthalb = Array("anderthalb".utf8)
  private static let adjectives = Set(["e", "er", "en", "em", "es"].map { Array($0.utf8) })

  /// `ein`, `eine`, `einen`, `einem`, `einer`, `eines`
  private static func isArticle(_ word: ArraySlice<UInt8>) -> Bool {
    guard word.count >= 3, word.count <= 5, word.starts(with: ein) else { return false }
    let rest = word.dropFirst(3)
    guard let first = rest.first else { return true }
    return first == UInt8(ascii: "e")
      && (rest.count == 1 || "nmrs".utf8.contains(word[word.endIndex - 1]))
  }

  private static let ein = Array("ein".utf8)
  /// Whether the multiple may also be of one: `einfach` and `einmal` say something else.
  private static let times: [[UInt8]: Bool] = [
    Array("mal".utf8): false, Array("fach".utf8): false, Array("fache".utf8): false,
    Array("fachen".utf8): false, Array("maligen".utf8): false, Array("malige".utf8): false,
  ]

  /// Walks down the word.
  private struct Reader {
    var rest: ArraySlice<UInt8>
    var endsInOrdinal = false

    mutating func take(_ word: [UInt8]) -> Bool {
      guard rest.starts(with: word) else { return false }
      rest = rest.dropFirst(word.count)
      return true
    }

    mutating func number() -> Double? {
      var total = 0.0
      let head = hundreds()
      if take(Self.thousand) {
        total = (head ?? 1) * 1000
        _ = rest.starts(with: Self.andWord) && take(Self.andWord)
        return total + (rest.isEmpty ? 0 : hundreds() ?? 0)
      }
      guard let head else { return nil }
      total = head
      return total
    }

    private mutating func hundreds() -> Double? {
      let before = rest
      let first = tens()
      if let first, first >= 100 { return first }
      if take(Self.hundred) {
        let kept = rest
        if take(Self.andWord), let small = tens() { return (first ?? 1) * 100 + small }
        rest = kept
        return (first ?? 1) * 100
          + (rest.isEmpty || rest.starts(with: Self.thousand) ? 0 : tens() ?? 0)
      }
      if first == nil { rest = before }
      return first
    }

    private mutating func tens() -> Double? {
      for (word, value) in Self.special where take(word) { return value }
      if let ten = plainTens() { return ten }
      for (word, value) in Self.units where take(word) {
        let kept = rest
        if take(Self.andWord), let ten = plainTens() { return value + ten }
        rest = kept
        return value
      }
      for (word, value) in Self.ordinals where take(word) {
        endsInOrdinal = true
        return value
      }
      return nil
    }

    private mutating func plainTens() -> Double? {
      for (word, value) in Self.tensWords where take(word) { return value }
      return nil
    }

    private static func table(_ words: String, from first: Double, by step: Double)
      -> [([UInt8], Double)]
    {
      words.split(separator: " ").enumerated().map {
        (Array($1.utf8), first + Double($0) * step)
      }
    }

    private static let thousand = Array("tausend".utf8)
    private static let hundred = Array("hundert".utf8)
    private static let andWord = Array("und".utf8)
    private static let special =
      table(
        "zehn elf zwoelf dreizehn vierzehn fuenfzehn sechzehn siebzehn achtzehn neunzehn", from: 10,
        by: 1)
    private static let tensWords =
      table("zwanzig dreissig vierzig fuenfzig sechzig siebzig achtzig neunzig", from: 20, by: 10)
    private static let units: [([UInt8], Double)] =
      [
        ("eins", 1), ("ein", 1),
        ("zwei", 2), ("zwo", 2), ("drei", 3), ("vier", 4), ("fuenf", 5), ("sechs", 6),
        ("sieben", 7),
        ("acht", 8), ("neun", 9), ("null", 0),
      ].map { (Array($0.0.utf8), $0.1) }
    /// Ordinals whose stem is irregular.
    private static let ordinals: [([UInt8], Double)] =
      [("erst", 1), ("dritt", 3), ("siebt", 7)].map { (Array($0.0.utf8), $0.1) }
  }
}

extension GermanNumberWord {
  /// Whether a number word can begin with these three letters: most words need no closer look.
  @inline(__always) static func mayBegin(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    let (second, third) = (second | 0x20, third | 0x20)
    func isNext(_ pair: StaticString) -> Bool {
      pair.utf8Start[0] == second && pair.utf8Start[1] == third
    }
    switch first | 0x20 {
    case UInt8(ascii: "a"): return isNext("nd") || isNext("ch")
    case UInt8(ascii: "d"): return isNext("re") || isNext("ri")
    case UInt8(ascii: "e"): return isNext("in") || isNext("lf") || isNext("rs")
    case UInt8(ascii: "f"): return second >= 0x80 || isNext("ue") || isNext("un")
    case UInt8(ascii: "h"): return isNext("un")
    case UInt8(ascii: "n"): return isNext("eu") || isNext("ul")
    case UInt8(ascii: "s"): return isNext("ec") || isNext("ie")
    case UInt8(ascii: "t"): return isNext("au")
    case UInt8(ascii: "v"): return isNext("ie")
    case UInt8(ascii: "z"):
      return isNext("eh")
        || second == UInt8(ascii: "w")
          && (third >= 0x80 || third == UInt8(ascii: "e") || third == UInt8(ascii: "o")
            || third == UInt8(ascii: "a"))
    default: return false
    }
  }
}
