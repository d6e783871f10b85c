import Press

/// Splits German compounds at nouns that often stand at their end.
struct Compounds: Sendable {
  static let german = Compounds(WordList(.german, "compound-heads"))

  private let nouns: Lexicon
  private let longest: Int

  init(_ list: WordList) {
    nouns = Lexicon(list)
    longest = list.entries.map { Folding.fold($0.phrase.utf8).count }.max() ?? 0
  }

  /// The parts of a folded word: its head first, then what stands before it; none if the word is no
  /// compound with a head we know.
  func parts(of word: [UInt8]) -> [[UInt8]] {
    var cut = Swift.max(4, word.count - longest - 2)
    while cut <= word.count - 3 {
      let head = word[cut...]
      if isNoun(head) {
        let modifier = withoutLink(word[..<cut])
        return modifier.count >= 4 ? [Array(head), Array(modifier)] : [Array(head)]
      }
      cut += 1
    }
    return []
  }

  /// Whether a folded word is a noun of the list or a compound that ends in one.
  func isNoun(_ word: [UInt8]) -> Bool { isNoun(word[...]) || !parts(of: word).isEmpty }

  /// A noun of the list, also with an ending of the plural or genitive.
  private func isNoun(_ word: ArraySlice<UInt8>) -> Bool {
    if contains(word) { return true }
    for ending in Self.endings
    where word.count > ending.count + 3 && word.suffix(ending.count) == ending {
      if contains(word.dropLast(ending.count)) { return true }
    }
    return false
  }

  private func contains(_ word: ArraySlice<UInt8>) -> Bool {
    var hash = WordHash.seed
    for byte in word { hash = WordHash.mix(hash, byte) }
    return nouns.contains(hash)
  }

  /// `schiffs` → `schiff`, `zeitungs` → `zeitung`; other joints are left to the stemmer.
  private func withoutLink(_ word: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    word.last == UInt8(ascii: "s") && word.count > 4 ? word.dropLast() : word
  }

  private static let endings: [ArraySlice<UInt8>] = ["en", "er", "es", "n", "e", "s"].map {
    ArraySlice($0.utf8)
  }
}
