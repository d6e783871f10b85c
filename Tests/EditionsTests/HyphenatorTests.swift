import Hypertext
import Press
import Testing

@testable import Editions

@Suite struct HyphenatorTests {
  private let hyphenator = Hyphenator(language: .german) { word in
    String(decoding: word, as: UTF8.self) == "Übergangsregierung" ? [1, 2, 10, 17, 99] : [1, 5]
  }

  @Test func longWordsGetPlacesAndKeepTheirLetters() {
    let set = hyphenator.set("Die Übergangsregierung <steht>").string
    // Places near the ends, inside a letter and beyond the word are left out.
    #expect(set == "Die Übergangs<i class=\"y\"></i>regierung &lt;steht&gt;")
    #expect(
      set.replacing("<i class=\"y\"></i>", with: "") == "Die Übergangsregierung &lt;steht&gt;")
    #expect(!set.contains("\u{AD}"))
  }

  @Test func shortWordsAndOtherLanguagesStayWhole() {
    #expect(hyphenator.set("Lonne steigt weiter").string == "Lonne steigt weiter")
    var edition = DaySample.edition
    edition.hyphenator = hyphenator
    #expect(edition.heading("Incomprehensibilities grow", .english).string.contains("<i") == false)
    #expect(edition.heading("Unverständlichkeiten wachsen", .german).string.contains("<i"))
  }
}
