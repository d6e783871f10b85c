import Editions
import Foundation
import Press

/// German hyphenation by Debian's patterns (package `hyphen-de`), read at run time. Where they are
/// missing, headlines are not divided.
enum HyphenLibrary {
  /// The hyphenator of this process; the patterns are read once.
  static let german: Hyphenator? = {
    guard let file = FileManager.default.contents(atPath: "/usr/share/hyphen/hyph_de_DE.dic"),
      let patterns = HyphenPatterns(file: Array(file))
    else { return nil }
    return Hyphenator(language: .german) { patterns.places(in: $0) }
  }()
}
