import Testing

@testable import Documents

struct WordSetTests {
  @Test func wordsAreCountedOnceAndCompared() {
    let first = WordSet("Der Hafen, der Hafen von Grünau")
    #expect(first.count == 4)
    #expect(first.shared(with: WordSet("GRÜNAU baut den Hafen aus")) == 2)
    #expect(WordSet("Grünau, Hafen").isSubset(of: first))
    #expect(!first.isSubset(of: WordSet("Hafen")))
    #expect(WordSet(Array("Der Hafen von Grünau".utf8)[...], ofAtLeast: 4).count == 2)
    #expect(WordSet("").isEmpty)
    #expect(WordSet().shared(with: first) == 0)
  }

  @Test func setsOfUnlikeSizeShareTheSame() {
    let long = WordSet((0..<400).map { "wort\($0)" }.joined(separator: " "))
    let short = WordSet("wort7 wort399 hafen")
    #expect(short.shared(with: long) == 2)
    #expect(long.shared(with: short) == 2)
    #expect(long.count(of: short.hashes[...]) == 2)
    #expect(!short.isSubset(of: long))
  }
}
