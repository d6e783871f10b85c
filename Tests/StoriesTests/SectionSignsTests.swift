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

  @Test func aReaderReadsOnAsIfItWereNew() {
    var reader = SignReader()
    for text in [
      "Der Rat tagt", String(repeating: "Wort für Wort ", count: 90), "Tor auf, Tor", "",
    ] {
      let signs = SectionSigns(text.utf8)
      reader.open(text.utf8)
      let words = reader.readWords()
      #expect(Array(reader.signs[..<words]) == signs.words)
      let known = reader.readRuns { $0.hash & 1 == 0 }
      #expect(Array(reader.signs[..<known]) == signs.runs.filter { $0.hash & 1 == 0 })
    }
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
