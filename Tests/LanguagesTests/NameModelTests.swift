import Press
import Testing

@testable import Languages

/// The model that reads German names beside the lists.
struct NameModelTests {
  private func names(_ text: String) -> [String] {
    let body = ArticleText(plain: text)
    return Reading.findings(in: body, language: .german).names.map {
      "\($0.kind.rawValue) \(body[$0.stretch.range])"
    }
  }

  @Test func theWeightsAreThere() {
    #expect(NameModel.german != nil)
  }

  private func nearby(_ letters: [UInt8]) -> NearbyWords? {
    var reader = LetterReader(letters, from: 0)
    return NearbyWords(letters: &reader)
  }

  @Test func commonWordsWeighForTheNamesBesideThem() {
    let letters = Array((String(repeating: "a", count: 8192) + "\n").utf8)
    #expect(nearby(letters)?.place(of: 7) == -1)
    #expect(nearby(letters.dropLast(99) + Array("b".utf8)) == nil)
  }

  /// What a decoder without transitions finds in five names side by side, given what the parts of each
  /// token are worth.
  private func spans(_ gains: [SIMD8<Float>]) -> [String] {
    let words = Words("Anna Berta Carla Dora Emma")
    let decoder = NameDecoder(transitions: Array(repeating: 0, count: 81))
    return decoder.names(
      words, 0..<gains.count, hints: Array(repeating: .firstName, count: 5), tendencies: .none
    ) { index, _ in gains[index] }.map { "\($0.tokens) \($0.kind)" }
  }

  private static let none = SIMD8<Float>(repeating: -9)
  private static func part(_ label: Int, _ gain: Float = 9) -> SIMD8<Float> {
    var gains = none
    gains[label - 1] = gain
    return gains
  }

  @Test func labelsBecomeNames() {
    let two = [Self.part(1), Self.part(2), Self.none, Self.part(3)]
    #expect(spans(two) == ["0..<2 0", "3..<4 1"])
    #expect(spans([Self.part(5), Self.part(1)]) == ["0..<1 2", "1..<2 0"])
    #expect(spans([Self.none, Self.none]).isEmpty)
  }

  @Test func aNameIsFoundThatIsRatherProbable() {
    // One to two, and one to three.
    #expect(spans([Self.part(1, -0.69)]) == ["0..<1 0"])
    #expect(spans([Self.part(1, -1.1)]).isEmpty)
    // Of two that overlap the more probable one.
    #expect(spans([Self.part(1), Self.part(2, 0.2)]) == ["0..<2 0"])
    #expect(spans([Self.part(1), Self.part(2, -0.2)]) == ["0..<1 0"])
  }

  @Test func aLongRunOfCapitalsIsReadInTime() {
    // One paragraph without a stop; with a look at all pairs of names it would take long.
    let text = String(repeating: "Anna Berta Wladimir Putin Berlin ", count: 400)
    #expect(ContinuousClock().measure { _ = names(text) } < .seconds(60))
  }

  @Test func aNameGoesOnOnlyBehindItself() {
    #expect(NameDecoder.allows(1, 2))
    #expect(NameDecoder.allows(2, 2))
    #expect(!NameDecoder.allows(0, 2))
    #expect(!NameDecoder.allows(3, 2))
    #expect(NameDecoder.allows(2, 3))
  }

  @Test func wordsMadeOfNamesAreNone() {
    #expect(names("Die deutsche Mannschaft traf auf eine englische.").isEmpty)
  }

  @Test func whatAListKnowsStands() {
    #expect(names("Das teilte der Kreml mit.") == ["ORG Kreml"])
    #expect(names("Themen: Nordkorea Russland") == ["LOC Nordkorea", "LOC Russland"])
  }

  @Test func theUseOfAWordFitsInAByte() {
    var count = WordTendencies.Count()
    #expect(count.code == 0)
    count.small = 3
    #expect(count.code == 1)
    count.capital = 100
    count.determined = 100
    count.placed = 100
    count.led = 100
    count.followed = 100
    count.small = 100
    #expect(count.code == 145)
  }

  @Test(arguments: ["", "\u{0}", "„„„„", "A", "Ä\u{308}\u{308}", "-- -A-", "1. FC", "»«"])
  func oddTextsAreRead(text: String) {
    #expect(names(text).allSatisfy { $0.utf8.count > 4 })
  }
}
