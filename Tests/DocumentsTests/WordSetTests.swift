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
}
