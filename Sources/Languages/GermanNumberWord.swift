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
    if first == UInt8(ascii: "m") {
      guard let value = Self.roundOrdinal(word) else { return nil }
      self.init(value: value, isOrdinal: true)
      return
    }
    var reader = Reader(rest: word)
    guard var value = reader.number() else { return nil }
    for (part, share) in Self.parts where reader.rest.starts(with: part) {
      reader.rest = reader.rest.dropFirst(part.count)
      value += share
      break
    }
    let ending = reader.rest
    if ending.isEmpty {
      // "erst" is an adverb; "zu dritt" is an ordinal.
      if reader.endsInOrdinal, value == 1 { return nil }
      self.init(value: value, isOrdinal: reader.endsInOrdinal)
      return
    }
    if Self.times.contains(where: { ending.elementsEqual($0) }) {
      guard value > 1 else { return nil }
      self.init(value: value, isTimes: true)
      return
    }
    if reader.endsInOrdinal || value == 8
      ? Self.isAdjective(ending) || Self.isOrdinal(ending, value)
      : Self.isOrdinal(ending, value)
    {
      self.init(value: value, isOrdinal: true)
      return
    }
    // "tausendundeine"
    let isCountedOn = value > 100 && value.truncatingRemainder(dividingBy: 100) == 1
    guard
      isCountedOn && Self.isAdjective(ending)
        && word.dropLast(ending.count).suffix(3) == Self.ein[...]
        || ending.elementsEqual("e".utf8) || ending.elementsEqual("en".utf8),
      isCountedOn || value >= 2 && value < 13
    else {
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
  private static func isOrdinal(_ ending: ArraySlice<UInt8>, _ value: Double) -> Bool {
    var rest = ending
    let last = value.truncatingRemainder(dividingBy: 100)
    if last >= 20 || last == 0 {
      guard rest.first == UInt8(ascii: "s") else { return false }
      rest = rest.dropFirst()
    }
    guard rest.first == UInt8(ascii: "t") else { return false }
    return isAdjective(rest.dropFirst()) || (rest.count == 1 && value < 20)
  }

  private static func begins(_ letter: UInt8) -> Bool {
    switch letter {
    case UInt8(ascii: "a"), UInt8(ascii: "d"), UInt8(ascii: "e"), UInt8(ascii: "f"),
      UInt8(ascii: "h"), UInt8(ascii: "m"), UInt8(ascii: "n"), UInt8(ascii: "s"),
      UInt8(ascii: "t"), UInt8(ascii: "v"), UInt8(ascii: "z"):
      true
    default: false
    }
  }

  /// `zweieinhalb`, `dreieinviertel`, `eindreiviertel`
  private static let parts = [("einhalb", 0.5), ("einviertel", 0.25), ("dreiviertel", 0.75)].map {
    (Array($0.0.utf8), $0.1)
  }

  /// `millionste`, `milliardster`
  private static func roundOrdinal(_ word: ArraySlice<UInt8>) -> Double? {
    for (stem, value) in rounds where word.starts(with: stem) {
      return isAdjective(word.dropFirst(stem.count)) ? value : nil
    }
    return nil
  }

  private static let rounds = [("millionst", 1e6), ("milliardst", 1e9)].map {
    (Array($0.0.utf8), $0.1)
  }
  private static let anderthalb = Array("anderthalb".utf8)

  /// `e`, `er`, `en`, `em`, `es`
  private static func isAdjective(_ ending: ArraySlice<UInt8>) -> Bool {
    guard ending.first == UInt8(ascii: "e"), let last = ending.last else { return false }
    return ending.count == 1 || ending.count == 2 && "rnms".utf8.contains(last)
  }

  /// `ein`, `eine`, `einen`, `einem`, `einer`, `eines`
  private static func isArticle(_ word: ArraySlice<UInt8>) -> Bool {
    guard word.count >= 3, word.count <= 5, word.starts(with: ein) else { return false }
    let rest = word.dropFirst(3)
    guard let first = rest.first else { return true }
    return first == UInt8(ascii: "e")
      && (rest.count == 1 || "nmrs".utf8.contains(word[word.endIndex - 1]))
  }

  private static let ein = Array("ein".utf8)
  /// Of two and more: `einfach` and `einmal` say something else.
  private static let times = ["mal", "fach", "fache", "fachen", "maligen", "malige"].map {
    Array($0.utf8)
  }

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
  /// The number a word of a text is; most words are dismissed by their first letters.
  @inline(__always) static func read(_ word: Word, of utf8: [UInt8]) -> GermanNumberWord? {
    guard word.kind == .word, word.length >= 3,
      mayBegin(
        utf8[word.start], utf8[word.start &+ 1], utf8[word.start &+ 2],
        word.length > 3 ? utf8[word.start &+ 3] : 0)
    else { return nil }
    return taken(word, of: utf8)
  }

  private static func taken(_ word: Word, of utf8: [UInt8]) -> GermanNumberWord? {
    if word.length <= 5, utf8[word.start] | 0x20 == UInt8(ascii: "e"),
      utf8[word.start + 1] | 0x20 == UInt8(ascii: "i")
    {
      let last = utf8[word.end - 1] | 0x20
      if word.length == 3
        || utf8[word.start + 3] | 0x20 == UInt8(ascii: "e")
          && (word.length == 4 || "nmrs".utf8.contains(last))
      {
        return GermanNumberWord(value: 1, isArticle: true)
      }
    }
    return GermanNumberWord(Folding.fold(utf8[word.range])[...])
  }

  /// Whether a number word can begin with these four letters, the last 0 where there is none: most
  /// words need no closer look.
  @inline(__always) static func mayBegin(
    _ first: UInt8, _ second: UInt8, _ third: UInt8, _ fourth: UInt8
  ) -> Bool {
    let (second, third, fourth) = (second | 0x20, third | 0x20, fourth | 0x20)
    func isNext(_ letters: StaticString) -> Bool {
      letters.utf8Start[0] == second && letters.utf8Start[1] == third
        && (letters.utf8CodeUnitCount < 3 || letters.utf8Start[2] == fourth || fourth >= 0x80)
    }
    switch first | 0x20 {
    case UInt8(ascii: "a"): return isNext("nde") || isNext("cht")
    case UInt8(ascii: "d"): return isNext("rei") || isNext("rit")
    case UInt8(ascii: "e"):
      guard isNext("in") else { return isNext("lf") || isNext("rst") }
      switch fourth {
      // "einige", "einander", "einfluss": only "einfach" and "einfache" are looked at.
      case UInt8(ascii: "i"), UInt8(ascii: "a"), UInt8(ascii: "l"), UInt8(ascii: "g"): return false
      default: return true
      }
    case UInt8(ascii: "f"): return second >= 0x80 || isNext("uen") || isNext("un")
    case UInt8(ascii: "h"): return isNext("und")
    case UInt8(ascii: "m"): return isNext("ill")
    case UInt8(ascii: "n"): return isNext("eun") || isNext("ull")
    case UInt8(ascii: "s"): return isNext("ec") || isNext("ieb")
    case UInt8(ascii: "t"): return isNext("aus")
    case UInt8(ascii: "v"): return isNext("ier")
    case UInt8(ascii: "z"):
      return isNext("ehn")
        || second == UInt8(ascii: "w")
          && (third >= 0x80 || third == UInt8(ascii: "e") || third == UInt8(ascii: "o")
            || third == UInt8(ascii: "a"))
    default: return false
    }
  }
}
