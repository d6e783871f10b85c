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

  @Test func commonWordsWeighForTheNamesBesideThem() {
    let letters = Array((String(repeating: "a", count: 8192) + "\n").utf8)
    #expect(NearbyWords(letters: letters[...])?.place(of: 7) == -1)
    #expect(NearbyWords(letters: letters.dropLast(99) + Array("b".utf8)) == nil)
  }

  @Test func labelsBecomeNames() {
    let spans = NameDecoder.spans([0, 1, 2, 0, 3, 5, 6, 6])
    #expect(spans.map(\.tokens) == [1..<3, 4..<5, 5..<8])
    #expect(spans.map(\.kind) == [0, 1, 2])
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
