/// What lists, endings and the rules say of a token, as the name model sees it.
package struct NameHints: OptionSet, Sendable {
  package let rawValue: UInt32
  package init(rawValue: UInt32) { self.rawValue = rawValue }

  package static let firstName = NameHints(rawValue: 1)
  package static let surname = NameHints(rawValue: 2)
  package static let placeBegins = NameHints(rawValue: 4)
  package static let placeGoesOn = NameHints(rawValue: 8)
  package static let organisationBegins = NameHints(rawValue: 16)
  package static let organisationGoesOn = NameHints(rawValue: 32)
  package static let role = NameHints(rawValue: 64)
  package static let head = NameHints(rawValue: 128)
  package static let form = NameHints(rawValue: 256)
  package static let noun = NameHints(rawValue: 512)
  package static let listedNoun = NameHints(rawValue: 1024)
  package static let nounEnding = NameHints(rawValue: 2048)
  package static let street = NameHints(rawValue: 4096)
  package static let placeEnding = NameHints(rawValue: 8192)
  package static let function = NameHints(rawValue: 16384)
  package static let time = NameHints(rawValue: 32768)
  package static let measure = NameHints(rawValue: 65536)
  package static let city = NameHints(rawValue: 131_072)
  package static let otherLanguage = NameHints(rawValue: 262_144)
  package static let otherBegins = NameHints(rawValue: 1 << 19)
  package static let otherGoesOn = NameHints(rawValue: 1 << 24)
  /// What the rules take the token for: a kind, and whether a name begins here.
  package static let person = NameHints(rawValue: 1 << 20)
  package static let place = NameHints(rawValue: 1 << 21)
  package static let organisation = NameHints(rawValue: 1 << 22)
  package static let begins = NameHints(rawValue: 1 << 23)
}

extension NameHints {
  /// What the rules found.
  static let found: NameHints = [.person, .place, .organisation]
  /// What stands in a list of names.
  static let lists: NameHints = [
    .firstName, .surname, .placeBegins, .placeGoesOn, .organisationBegins, .organisationGoesOn,
    .head, .form, .city, .otherLanguage, .otherBegins, .otherGoesOn, .street, .placeEnding,
  ]
}
