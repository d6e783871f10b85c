import Press
import Testing

@testable import Languages

/// What is known of former texts must change nothing but the time.
struct SpellingsTests {
  private static let texts = [
    "Der Kanzler sagte am 19. Juni: „Wir haben 11.000 Container gezählt.“", "über Übung übt ÜBT",
    "Straße, Strasse; naïve Café-Gäste’s O'Neill's Kim Jong-un A380 iPhone 1990er",
    "u\u{308}ber u\u{308}", "Ver\u{AD}kehr", "»ja« «nein» „doch“ ‚so‘ “x” ”y”…", "5×7 a÷b",
    "Donaudampfschifffahrtsgesellschaftskapitän Donaudampfschifffahrtsgesellschaftskapitäns",
    "abcdefghijklmnop abcdefghijklmnopq abcdefghXjklmnopq", "Москва Київ Αθήνα 東京 مرحبا", "a", "",
    "Ministerpräsidentin\u{2009}Anna-Lena 3\u{202F}000 ½ 12'345 €5", "ABC Abc abc aBC ABc",
  ]

  private func looks(_ words: Words) -> [String] {
    words.all.map { "\($0.range) \($0.kind) \($0.marks.rawValue) \($0.hash)" }
  }

  /// Texts as they stand, with bytes changed, taken away and doubled; the same ones every time.
  private func mutated(_ rounds: Int) -> [[UInt8]] {
    var state: UInt64 = 7
    func roll(_ sides: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(truncatingIfNeeded: (state >> 33) % UInt64(max(sides, 1)))
    }
    return (0..<rounds).map { round in
      var bytes = Array(Self.texts[round % Self.texts.count].utf8)
      for _ in 0..<roll(4) where !bytes.isEmpty {
        switch roll(3) {
        case 0: bytes[roll(bytes.count)] = UInt8(roll(256))
        case 1: bytes.remove(at: roll(bytes.count))
        default: bytes += bytes.suffix(roll(12))
        }
      }
      return bytes
    }
  }

  @Test func knownSpellingsGiveTheSameWords() {
    var known = Spellings()
    for bytes in mutated(6_000) {
      let plain = looks(Words(bytes))
      #expect(looks(Words(bytes, by: &known)) == plain)
      #expect(looks(Words(bytes, by: &known)) == plain, "read again")
    }
  }

  @Test func aSpellingHasOnePlaceAndNoOtherSharesIt() {
    var known = Spellings()
    var spelled: [UInt32: [UInt8]] = [:]
    for bytes in mutated(3_000) {
      let words = Words(bytes, by: &known)
      #expect(known.spelled(Words(bytes)).all.map(\.spelling) == words.all.map(\.spelling))
      for word in words.all {
        let letters = Array(bytes[word.range])
        #expect(spelled[word.spelling, default: letters] == letters)
        spelled[word.spelling] = letters
      }
    }
  }

  @Test func factsAreTheSameForNewAndKnownSpellings() {
    var known = Spellings()
    for language in [Language.german, .english, .german] {
      for text in Self.texts {
        let words = Words(Array(text.utf8), by: &known)
        let marked = known.mark(words, language)
        let fresh = MarkedWords(Words(text), language: language)
        #expect(marked.tags == fresh.tags)
        #expect(marked.speech == fresh.speech)
        #expect(marked.punctuation == words.indices.filter { words[$0].kind == .punctuation })
      }
    }
  }

  @Test func tooManySpellingsAreForgotten() {
    var known = Spellings()
    for part in 0..<7 {
      let text = (0..<10_000).map { "w\(part)x\($0)" }.joined(separator: " ")
      _ = Words(Array(text.utf8), by: &known)
    }
    #expect(known.all.count > 1 << 16)
    let bytes = Array("Die Kanzlerin sprach.".utf8)
    let words = Words(bytes, by: &known)
    #expect(known.all.count < 200)
    #expect(looks(words) == looks(Words(bytes)))
    #expect(known.mark(words, .german).tags == MarkedWords(Words(bytes), language: .german).tags)
  }

  @Test func aTextReadsTheSameWhateverWasReadBefore() {
    let body = ArticleText(
      plain: "Wladimir Putin traf am 19. Juni Kim Jong-un. „Wir sind Partner“, sagte Putin.")
    let first = Reading.findings(in: body, language: .german)
    for text in Self.texts { _ = Reading.findings(in: ArticleText(plain: text)) }
    #expect(Reading.findings(in: body, language: .german) == first)
    #expect(first.names.count >= 2)
  }
}
