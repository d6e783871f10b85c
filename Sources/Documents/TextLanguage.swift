import Languages
import Press

/// Asks the Languages room which language a text is in.
enum TextLanguage {
  /// Bytes that are looked at.
  private static let reach = 1200

  static func guess(_ text: String) -> Language {
    // The whole is copied at once; a prefix of a view is copied byte by byte.
    LanguageGuess.guess(Array(Array(text.utf8).prefix(reach)))
  }

  /// The words of the first blocks, as far as they are looked at.
  static func beginning(of blocks: [Block]) -> String {
    var text = ""
    for (index, block) in blocks.prefix(12).enumerated() {
      if index > 0 { text += "\n" }
      text += block.text
      if text.utf8.count >= reach { break }
    }
    return text
  }
}
