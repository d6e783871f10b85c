import Languages
import Press

/// Asks the Languages room which language a text is in.
enum TextLanguage {
  static func guess(_ text: String) -> Language {
    LanguageGuess.guess(Array(Array(text.utf8).prefix(1200)))
  }
}
