import Press
import Testing

@testable import Languages

struct SpeechHostileTests {
  /// A fixed sequence of numbers, so that a failure can be seen again.
  private struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  private let seeds = [
    "„Wir bleiben hier“, sagte Anna Weber, „und bauen.“ Laut dpa sei das, so der Rat, (nicht) sicher.",
    "Nach Angaben der Polizei, die am Montag mitteilte, dass es brenne, soll er geflohen sein: »Weg«.",
    "Wie es heißt, habe X gesagt, er werde – ‚vielleicht‘ – kommen; demnach wonach zufolge laut nach so.",
    "Laut der Nachrichtenagentur; Intermeld kontrollieren die Rebe,llen den Grenzposten Karun.",
  ]

  @Test func brokenTextsNeverTrapAndStayInside() {
    var dice = Dice(state: 7)
    for round in 0..<400 {
      var bytes = Array(seeds[round % seeds.count].utf8)
      for _ in 0..<(1 + round % 9) {
        let place = Int.random(in: 0..<bytes.count, using: &dice)
        switch dice.next() % 4 {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &dice)
        case 1: bytes.remove(at: place)
        case 2: bytes.insert(contentsOf: bytes.prefix(place % 40), at: place)
        default: bytes.insert(contentsOf: [0xE2, 0x80, 0x9E], at: place)
        }
      }
      let body = ArticleText(plain: String(decoding: bytes, as: UTF8.self))
      for language in [Language.german, .english] {
        let words = Words(body.utf8)
        let sentences = Sentences.sentences(in: body, words: words, language: language)
        let speech = SpeechReader.speech(
          in: body, words: MarkedWords(words, language: language),
          sentences: zip(sentences, sentences.map { words.tokens(in: $0.stretch.range) }),
          names: [], language: language)
        for stretch in speech.flatMap({ $0.stretches + $0.speaker + $0.cue }) {
          #expect(0 <= stretch.lower && stretch.lower < stretch.upper)
          #expect(stretch.upper <= body.utf8.count)
        }
      }
    }
  }

  @Test(arguments: [
    "„", "“ ", "laut ", "sagte, ", "‚a ‘", "(", "nach Angaben der ", "der ", "und ", "\"a ",
  ])
  func timeGrowsWithTheLength(piece: String) {
    func time(_ count: Int) -> Duration {
      let body = ArticleText(plain: String(repeating: piece, count: count))
      let words = Words(body.utf8)
      let sentences = Sentences.sentences(in: body, words: words, language: .german)
      let marked = MarkedWords(words, language: .german)
      let parts = Array(zip(sentences, sentences.map { words.tokens(in: $0.stretch.range) }))
      // The best of some: other work on the machine only ever adds.
      return (0..<4).map { _ in
        ContinuousClock().measure {
          _ = SpeechReader.speech(
            in: body, words: marked, sentences: parts, names: [], language: .german)
        }
      }.min() ?? .zero
    }
    _ = time(500)
    let short = time(2_000)
    let long = time(8_000)
    // Four times the length; quadratic work would take sixteen times as long.
    #expect(long < short * 9 + .milliseconds(60))
  }
}
