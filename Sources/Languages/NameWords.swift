import Press

/// What a language's lists know of names.
final class NameWords: Sendable {
  let places: Lexicon
  let organisations: Lexicon
  let firstNames: Lexicon
  /// Towns and countries of GeoNames and CLDR, many of them words of other kinds too: hints, no names.
  let cities: Lexicon
  let surnames: Lexicon
  /// Names of works, events, products and other things: hints, no names.
  let others: Lexicon
  let roles: Lexicon
  /// Ends of words that tell roles, common nouns, streets and places.
  let endings: WordEndings
  let heads: Lexicon

  static func of(_ language: Language) -> NameWords {
    language == .english ? english : german
  }

  private static let german = NameWords(.german)
  private static let english = NameWords(.english)

  private init(_ language: Language) {
    let isGerman = language == .german
    func names(_ list: String) -> Lexicon { Lexicon(names: NameList(language, list)) }
    places = names("places")
    organisations = names("organisations")
    firstNames = names("first-names")
    surnames = names("surnames")
    cities = names("cities")
    others = names("other-names")
    let roles = WordList(language, "roles").entries.map(\.phrase)
    self.roles = Lexicon(roles.filter { !$0.hasPrefix("-") }.map { ($0, []) })
    var endings = WordEndings()
    for role in roles where role.hasPrefix("-") {
      endings.add(Folding.fold(role.dropFirst().utf8), .title)
    }
    if isGerman {
      for (ends, tag) in [
        (Self.nounEndings, Tags.nounEnding), (Self.surelyNouns, .function),
        (Self.streets, .street), (Self.placeEndings, .place),
      ] {
        for end in ends.split(separator: " ") { endings.add(Array(end.utf8), tag) }
      }
    }
    if isGerman {
      for end in Self.makers.split(separator: " ") {
        endings.add(Array(end.utf8), .organisation)
      }
      endings.add(Compounds.german.heads)
    }
    self.endings = endings
    heads = Lexicon(WordList(language, "org-heads"))
  }

  /// What a word's endings tell; see `NameFinder.traits`.
  func traits(of word: Word, in utf8: [UInt8]) -> Tags {
    var traits: Tags = []
    var noun = 0
    var count = word.length
    func note(_ length: Int, _ found: Tags) {
      if found.contains(.noun) { noun = length }
      if length <= count - 3 {
        traits.formUnion(found.subtracting(.noun))
      } else if length < count {
        traits.formUnion(found.intersection(.organisation))
      }
    }
    if let letters = Folding.latinCount(word, in: utf8) {
      count = letters
      endings.each(ofLatin: word, in: utf8, note)
    } else {
      let folded = Folding.fold(utf8[word.range])
      count = folded.count
      endings.each(of: folded, leaving: 0, note)
    }
    if noun > 0, noun == count { return traits.union([.noun, .function]) }
    return noun > 0 && noun <= count - 4 ? traits.union(.noun) : traits
  }

  /// Ends of words that lead to the name of a company, medium or club.
  private static let makers =
    "konzern hersteller unternehmen anbieter riese verein sender kette verlag agentur partei bauer "
    + "ausruester versicherer gesellschaft betreiber haendler klub club dienst organisation ligist "
    + "ligisten"
  private static let nounEndings =
    "ung ungen heit heiten keit keiten schaft schaften tion tionen ismus taet taeten nis nisse ie "
    + "nissen tum ling linge lingen chen lein ment mente enz anz ik innen erin ium ien age ei eien "
    + "sal ur oren eure isten ist loge logen logie graph werk zeug stoff art weise sion sionen or "
    + "eur ant anten ent enten at ate"
  /// Endings that no family name has.
  static let surelyNouns =
    "ung ungen heit heiten keit keiten schaft schaften tion tionen taet ismus"
  private static let streets = "strasse platz allee gasse ufer"
  private static let placeEndings =
    "burg dorf hausen heim ingen kirchen furt felden leben stedt hafen bruecken muenster hofen "
    + "haven walde rode roda stetten weiler buettel"
}
