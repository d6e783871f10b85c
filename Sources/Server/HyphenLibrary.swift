import Editions
import Foundation
import Press
import Synchronization

/// German hyphenation by Debian's patterns (package `hyphen-de`), read at run time. Where they are
/// missing, headlines are not divided.
enum HyphenLibrary {
  /// The hyphenator of this process; the patterns are read once.
  static let german: Hyphenator? = {
    guard let file = FileManager.default.contents(atPath: "/usr/share/hyphen/hyph_de_DE.dic"),
      let patterns = HyphenPatterns(file: Array(file))
    else { return nil }
    // Pages laid out anew mostly show the headlines they showed.
    let known = KnownWords()
    return Hyphenator(language: .german) { known.places(in: $0, by: patterns) }
  }()
}

/// The words divided lately.
private final class KnownWords: Sendable {
  private let places = Mutex(Lately<[UInt8], [Int]>(limit: 8_000))

  func places(in word: [UInt8], by patterns: HyphenPatterns) -> [Int] {
    if let known = places.withLock({ $0.value(for: word) }) { return known }
    let found = patterns.places(in: word)
    places.withLock { $0.keep(found, for: word, weight: 1) }
    return found
  }
}
