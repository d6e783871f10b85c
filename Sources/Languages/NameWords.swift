import Press

/// What a language's lists know of names.
struct NameWords: Sendable {
  let places: Lexicon
  let organisations: Lexicon
  let firstNames: Lexicon
  let surnames: Lexicon
  let roles: Lexicon
  /// Ends of longer words that are roles or heads of organisations.
  let roleEndings: [[UInt8]]
  let heads: Lexicon

  static func of(_ language: Language) -> NameWords {
    language == .english ? english : german
  }

  private static let german = NameWords(.german)
  private static let english = NameWords(.english)

  private init(_ language: Language) {
    let isGerman = language == .german
    func names(_ list: String) -> Lexicon {
      Lexicon(
        WordList(language, list).entries.flatMap { entry in
          var forms = [(phrase: entry.phrase, attributes: entry.attributes)]
          if isGerman, let last = entry.phrase.utf8.last, !Self.sibilants.contains(last) {
            forms.append((entry.phrase + "s", entry.attributes))
          }
          return forms
        })
    }
    places = names("places")
    organisations = names("organisations")
    firstNames = names("first-names")
    surnames = names("surnames")
    let roles = WordList(language, "roles").entries.map(\.phrase)
    self.roles = Lexicon(roles.filter { !$0.hasPrefix("-") }.map { ($0, []) })
    roleEndings = roles.filter { $0.hasPrefix("-") }.map { Folding.fold($0.dropFirst().utf8) }
    heads = Lexicon(WordList(language, "org-heads"))
  }

  private static let sibilants = Set("sxz.".utf8)
}
