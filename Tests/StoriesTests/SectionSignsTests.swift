import Testing

@testable import Stories

@Suite struct SectionSignsTests {
  @Test func spellingsOfOneTextGiveTheSameSigns() {
    let one = SectionSigns("Größe zählt – „Öl“ und\u{A0}Übermut…".utf8)
    let other = SectionSigns("  GROESSE zaehlt - \"oel\" und\n Uebermut.".utf8)
    #expect(one.words == other.words)
    #expect(one.runs == other.runs)
  }

  @Test func wordsAndPairsOfThemAreCounted() {
    // Tor, auf, und two pairs; "tor" twice.
    let signs = SectionSigns("Tor auf, Tor".utf8)
    #expect(signs.words.count == 4)
    #expect(signs.words.map(\.times).sorted() == [1, 1, 1, 2])
  }

  @Test func runsKeepTheEndsOfWordsAndTheirPoints() {
    // " a", " a!", " a! ", "a!", "a! ", "! "
    #expect(SectionSigns("A!".utf8).runs.count == 6)
    #expect(SectionSigns("3:2".utf8).runs != SectionSigns("3 2".utf8).runs)
  }

  @Test(arguments: ["", " ", "» «", "…", "–––"]) func littleTextHasFewSigns(text: String) {
    #expect(SectionSigns(text.utf8).words.isEmpty)
  }

  @Test func brokenBytesAreRead() {
    let bytes: [UInt8] = [0xC3, 0xC3, 0xE2, 0x80, 0x41, 0xFF, 0xC2, 0xE2, 0xE2, 0x80]
    #expect(!SectionSigns(bytes).runs.isEmpty)
    #expect(SectionSigns(bytes.reversed()).words.count < 8)
  }

  @Test func whatComesLaterInATextIsNotRead() {
    let long = String(repeating: "Wort ", count: 200)
    #expect(SectionSigns(long.utf8).words == SectionSigns((long + "Ende der Lage").utf8).words)
  }
}
