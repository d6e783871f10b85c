import Press

/// Splits German compounds at nouns that often stand at their end.
struct Compounds: Sendable {
  static let german = Compounds(WordList(.german, "compound-heads"))

  let heads: WordEndings

  /// The nouns of a list, also with the endings of plural and genitive.
  init(_ list: WordList) {
    var heads = WordEndings()
    for entry in list.entries {
      let noun = Folding.fold(entry.phrase.utf8)
      for ending in ["", "en", "er", "es", "n", "e", "s"] {
        heads.add(noun + ending.utf8, .noun)
      }
    }
    self.heads = heads
  }

  /// Whether a folded word is a noun of the list or a compound that ends in one.
  func isNoun(_ word: [UInt8]) -> Bool {
    heads.longest(.noun, of: word, leaving: 0).map { $0 == word.count || $0 <= word.count - 4 }
      ?? false
  }

  /// Whether a folded word as a whole is a noun of the list.
  func isListed(_ word: [UInt8]) -> Bool {
    heads.longest(.noun, of: word, leaving: 0) == word.count
  }

  /// The parts of a folded word: its head first, then what stands before it; none if the word is no
  /// compound with a head we know.
  func parts(of word: [UInt8]) -> [[UInt8]] {
    guard let length = heads.longest(.noun, of: word, leaving: 4) else { return [] }
    let head = word.suffix(length)
    let modifier = withoutLink(word.dropLast(length))
    return modifier.count >= 4 ? [Array(head), Array(modifier)] : [Array(head)]
  }

  /// `schiffs` → `schiff`, `zeitungs` → `zeitung`; other joints are left to the stemmer.
  private func withoutLink(_ word: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    word.last == UInt8(ascii: "s") && word.count > 4 ? word.dropLast() : word
  }
}
