import Press

/// Whether a word is a given name of the German or English list.
package enum GivenNames {
  package static func contains(_ word: some Collection<UInt8>) -> Bool {
    hashes.contains(Folding.hash(word))
  }

  private static let hashes: Set<UInt64> = {
    var found: Set<UInt64> = []
    for language in [Language.german, .english] {
      for entry in WordList(language, "first-names").entries {
        found.insert(Folding.hash(entry.phrase.utf8))
      }
    }
    return found
  }()
}
