import Press

/// Words that stand beside the name of an outlet a text has its news from: "berichtet", "laut",
/// "according".
package enum CreditWords {
  /// Those of all languages, parted by spaces.
  package static let all = [Language.german, .english]
    .flatMap { WordList($0, "speech-words").entries }
    .filter { $0.attributes.contains("credits") }
    .map(\.phrase).joined(separator: " ")
}
