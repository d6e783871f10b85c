import Press
import Testing

@testable import Evidence

struct ContentWordsTests {
  private func texts(_ places: some Sequence<ContentWords.Place>) -> [String] {
    places.map { "\($0.hash) \($0.range) \($0.isNoun)" }
  }

  @Test func aPartOfATextHasTheWordsItWouldHaveAlone() {
    let utf8 = Array(
      "Über 5km „Größe“ sagt‘s: Éclair, µ-Wert…Öl\u{AD}teppich 12.500 the ÄRZTE §7".utf8)
    let whole = ContentPlaces(utf8)
    for lower in utf8.indices {
      for upper in lower...utf8.count where isWhole(utf8, lower) && isWhole(utf8, upper) {
        let alone = ContentWords.places(in: utf8[lower..<upper])
        #expect(texts(whole.places(in: lower..<upper)) == texts(alone), "\(lower)..<\(upper)")
      }
    }
  }

  /// Parts of a text begin and end between characters.
  private func isWhole(_ utf8: [UInt8], _ at: Int) -> Bool {
    at == utf8.count || utf8[at] & 0xC0 != 0x80
  }

  @Test func endingsAreCutAndFunctionWordsLeftOut() {
    func hashes(_ words: String) -> [UInt64] { ContentWords(Array(words.utf8)[...]).hashes }
    #expect(hashes("Urkunden") == hashes("URKUNDE"))
    #expect(hashes("Häusern") == hashes("häuser"))
    #expect(hashes("der die während seinem und im").isEmpty)
    #expect(hashes("1234") != hashes("123"))
  }

  @Test func hashesAreSortedAndEachStandsOnce() {
    #expect(ContentWords.distinct([5, 3, 5, 1, 3]) == [1, 3, 5])
    #expect(ContentWords.distinct([UInt64]()).isEmpty)
  }
}
