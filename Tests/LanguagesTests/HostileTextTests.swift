import Press
import Testing

@testable import Languages

/// A small deterministic generator (Knuth's MMIX constants), so that a failure comes again.
private struct Dice {
  var state: UInt64
  mutating func roll(_ sides: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(truncatingIfNeeded: (state >> 33) % UInt64(max(sides, 1)))
  }
}

private let fragments = [
  "Am 19. Juni 2024 um 14.30 Uhr", "999999999999999999999999 Halbjahre", "1/0", "0/0 Prozent",
  "zwischen 6,40 und 6,60 Euro", "vor 99999999999999 Jahren", "31.02.2024", "00.00.0000", "99:99",
  "-12 Grad", "„", "“", ".", "…", "\u{AD}", "\u{308}", "\u{202F}000", "Dr.", "1.", "XIV.",
  "Präsident Wladimir Putin", "Universität", "jeden zweiten", "hunderttausendtausendmillionen", "½",
  "$", "US$", "1e400", "0000", "a half of", "one in", "from May to", "the day after",
  "in der Nacht zum",
  "Frankfurt/", "A.", "\n", "\n\n", "\t", "😀", "日本", "الف", "Bundesamt für", "( CDU )", "1990er",
  "neunhundertneunundneunzigtausendneunhundertneunundneunzig", "Ende", "Anfang", "'s", "’", "-",
  "–",
]

private func mutated(_ dice: inout Dice) -> [UInt8] {
  var bytes: [UInt8] = []
  for _ in 0..<dice.roll(14) + 1 {
    bytes += fragments[dice.roll(fragments.count)].utf8
    if dice.roll(4) > 0 { bytes.append(32) }
  }
  for _ in 0..<dice.roll(6) where !bytes.isEmpty {
    let place = dice.roll(bytes.count)
    switch dice.roll(3) {
    case 0: bytes[place] = UInt8(truncatingIfNeeded: dice.roll(256))
    case 1: bytes.remove(at: place)
    default: bytes.insert(UInt8(truncatingIfNeeded: dice.roll(256)), at: place)
    }
  }
  return bytes
}

@Test func mutatedTextsAreReadWithoutATrap() {
  var dice = Dice(state: 20_261_121)
  for round in 0..<3_000 {
    let bytes = mutated(&dice)
    let language: Language = round % 2 == 0 ? .german : .english
    let words = Words(bytes)
    #expect(words.all.allSatisfy { $0.end <= bytes.count && $0.start < $0.end })
    let body = ArticleText(plain: String(decoding: bytes, as: UTF8.self))
    let found = Reading.findings(
      in: body, language: language,
      published: round % 3 == 0 ? nil : PressDate(instant: Int64(dice.roll(1 << 31)) * 40))
    let stretches =
      found.sentences.map(\.stretch) + found.times.map(\.stretch) + found.figures.map(\.stretch)
      + found.names.map(\.stretch) + found.figures.compactMap(\.unit)
    #expect(stretches.allSatisfy { $0.lower < $0.upper && $0.upper <= body.utf8.count })
    _ = SearchTerms.terms(of: bytes, language: language)
    _ = LanguageGuess.guess(bytes)
  }
}

@Test func repeatedTextsTakeLinearTime() {
  for piece in ["1/", "„", "Dr. ", "zwischen 1 und ", "Ende ", "A. B. ", "am Montag, ", "von der "]
  {
    let body = ArticleText(plain: String(repeating: piece, count: 1_000))
    let found = Reading.findings(in: body, language: .german)
    #expect(found.language == .german)
  }
}
