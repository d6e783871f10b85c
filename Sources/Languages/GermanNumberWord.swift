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
    guard let first = word.first, Self.begins(first), word.count <= 90 else { return nil }
    if Self.isArticle(word) {
      self.init(value: 1, isOrdinal: false, isArticle: true)
      return
    }
    if word.starts(with: Self.anderthalb), word.count <= 12 {
      self.init(value: 1.5)
      return
    }
    var reader = Reader(rest: word)
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

  private static func begins(_ letter: UInt8) -> Bool {
    switch letter {
    case UInt8(ascii: "a"), UInt8(ascii: "d"), UInt8(ascii: "e"), UInt8(ascii: "f"),
      UInt8(ascii: "h"), UInt8(ascii: "n"), UInt8(ascii: "s"), UInt8(ascii: "t"),
      UInt8(ascii: "v"), UInt8(ascii: "z"):
      true
    default: false
    }
  }

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

  /// A part of number words and its value.
  private struct Piece: Sendable {
    let first: UInt8
    let letters: [UInt8]
    let value: Double

    init(_ letters: String, _ value: Double) {
      self.letters = Array(letters.utf8)
      first = self.letters.first ?? 0
      self.value = value
    }
  }

  /// Walks down the word.
  private struct Reader {
    var rest: ArraySlice<UInt8>
    var endsInOrdinal = false

    mutating func take(_ word: [UInt8]) -> Bool {
      guard begins(with: word) else { return false }
      rest = rest.dropFirst(word.count)
      return true
    }

    private func begins(with word: [UInt8]) -> Bool {
      guard rest.count >= word.count else { return false }
      var at = rest.startIndex
      for letter in word {
        guard rest[at] == letter else { return false }
        at &+= 1
      }
      return true
    }

    /// The value of the first piece that the rest begins with.
    private mutating func take(oneOf pieces: [Piece]) -> Double? {
      guard let first = rest.first else { return nil }
      for place in pieces.indices where pieces[place].first == first {
        if take(pieces[place].letters) { return pieces[place].value }
      }
      return nil
    }

    mutating func number() -> Double? {
      var total = 0.0
      let head = hundreds()
      if take(Self.thousand) {
        total = (head ?? 1) * 1000
        _ = take(Self.andWord)
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
        return (first ?? 1) * 100 + (rest.isEmpty || begins(with: Self.thousand) ? 0 : tens() ?? 0)
      }
      if first == nil { rest = before }
      return first
    }

    private mutating func tens() -> Double? {
      if let value = take(oneOf: Self.special) { return value }
      if let ten = take(oneOf: Self.tensWords) { return ten }
      if let value = take(oneOf: Self.units) {
        let kept = rest
        if take(Self.andWord), let ten = take(oneOf: Self.tensWords) { return value + ten }
        rest = kept
        return value
      }
      if let value = take(oneOf: Self.ordinals) {
        endsInOrdinal = true
        return value
      }
      return nil
    }

    private static func table(_ words: String, from first: Double, by step: Double) -> [Piece] {
      words.split(separator: " ").enumerated().map { Piece(String($1), first + Double($0) * step) }
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
    private static let units = [
      Piece("eins", 1), Piece("ein", 1), Piece("zwei", 2), Piece("zwo", 2), Piece("drei", 3),
      Piece("vier", 4), Piece("fuenf", 5), Piece("sechs", 6), Piece("sieben", 7), Piece("acht", 8),
      Piece("neun", 9), Piece("null", 0),
    ]
    /// Ordinals whose stem is irregular.
    private static let ordinals = [Piece("erst", 1), Piece("dritt", 3), Piece("siebt", 7)]
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
