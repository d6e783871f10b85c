public import Press

/// Nouns before a name, told from those that cannot say who somebody is.
package enum RoleNouns {
  /// False for words of time and for endings that no word for a person has: "im Juni Anna Lindqvist",
  /// "als Gegenleistung Anna Lindqvist".
  package static func canBeRole(_ word: ArraySlice<UInt8>, language: Language) -> Bool {
    let words = Words(Array(word))
    guard let last = words.all.last, last.kind == .word else { return false }
    let lists = NameWords.of(language)
    if lists.roles.contains(last.hash) { return true }
    if Vocabulary.of(language).times.contains(last.hash) { return false }
    guard language == .german else { return true }
    let folded = Folding.fold(words.utf8[last.range])
    return !abstract.contains { folded.suffix($0.count).elementsEqual($0) }
  }

  private static let abstract = NameWords.surelyNouns.split(separator: " ").map { Array($0.utf8) }
}
