import Press

/// What the lists of names say of a single word: one look at a token tells whether a closer one can pay.
struct NameLooks: Sendable {
  private var table = HashTable<NameHints>()

  static func of(_ language: Language) -> NameLooks {
    language == .english ? english : german
  }

  private static let german = NameLooks(.german, other: .english)
  private static let english = NameLooks(.english, other: .german)

  private init(_ language: Language, other: Language) {
    let lists = NameWords.of(language)
    let others = NameWords.of(other)
    add(lists.places, begins: .placeBegins)
    add(lists.organisations, begins: .organisationBegins)
    add(lists.cities, begins: .city)
    add(lists.others, begins: .otherBegins)
    add(lists.surnames, is: .surname)
    add(lists.roles, is: .role)
    add(lists.heads, is: .head)
    add(others.firstNames, is: .firstName)
    add(others.places, is: .otherLanguage)
    add(others.organisations, is: .otherLanguage)
  }

  private mutating func add(
    _ lexicon: Lexicon, begins: NameHints = [], is whole: NameHints = []
  ) {
    lexicon.eachFirst { hash, isEntry in
      let hints = isEntry ? begins.union(whole) : begins
      if !hints.isEmpty { table[hash, default: []].formUnion(hints) }
    }
  }

  /// The looks of a token that can be in a name: a word with a capital or a number.
  func look(of word: Word) -> NameHints {
    guard word.isCapitalised || word.kind == .number || word.marks.contains(.innerCapital) else {
      return []
    }
    return table[word.hash] ?? []
  }
}
