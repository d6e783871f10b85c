/// A name while its tokens are still at hand.
struct FoundName {
  var tokens: Range<Int>
  var kind: Name.Kind
  /// The key a list gives the name.
  var key: String?
  /// What the rules go by.
  var grounds = Grounds.context

  enum Grounds: Sendable {
    /// The words around it, its shape, or the same name elsewhere.
    case context
    /// The whole name stands in a list.
    case list
    /// A legal form closes it.
    case form
    /// A listed first name opens it and a listed family name closes it, or it is the family name
    /// of one that stood in full.
    case fullName
  }
}

/// Makes one key for the spellings of a name.
enum NameKey {
  /// Folded words joined by spaces; hyphens are spaces and a German genitive is cut where the
  /// text shows the name without it.
  static func key(_ words: Words, _ tokens: Range<Int>, isGerman: Bool) -> [String] {
    var parts: [String] = []
    for index in tokens where words[index].kind != .punctuation {
      let folded = Folding.fold(words.utf8[words[index].range])
      for part in folded.split(separator: UInt8(ascii: "-")) {
        parts.append(String(decoding: part, as: UTF8.self))
      }
    }
    return parts
  }

  /// A person's key: transcriptions from Cyrillic fall together (`Schoigu`, `Shoigu`).
  static func person(_ parts: [String]) -> String {
    var parts = parts
    if parts.count == 3, patronymics.contains(where: { parts[1].hasSuffix($0) }) {
      parts.remove(at: 1)
    }
    guard let last = parts.last, slavic.contains(where: { last.hasSuffix($0) }) else {
      return parts.joined(separator: " ")
    }
    return parts.map { skeleton($0) }.joined(separator: " ")
  }

  private static let patronymics = ["witsch", "vich", "ovna", "owna", "ewna", "evna"]
  private static let slavic = [
    "ow", "ov", "ew", "ev", "eff", "off", "schin", "zhin", "shin", "ski", "sky", "skij", "skyj",
    "skiy", "skyy", "oigu", "enko", "chuk", "tschuk", "owa", "ova", "ewa", "eva", "itsch", "putin",
    "nalny", "nawalny", "navalny",
  ]

  /// What German and English transcriptions have in common.
  private static func skeleton(_ part: String) -> String {
    var out = part
    for (from, to) in [
      ("tsch", "ch"), ("sch", "sh"), ("zh", "sh"), ("kh", "ch"), ("yev", "ev"), ("jew", "ev"),
      ("w", "v"),
      ("z", "s"), ("skyj", "ski"), ("skiy", "ski"), ("skij", "ski"), ("sky", "ski"), ("ej", "ei"),
      ("ey", "ei"),
      ("ij", "i"), ("yi", "i"), ("j", "i"), ("y", "i"),
    ] {
      out = replacing(out, from, to)
    }
    return out
  }

  private static func replacing(_ text: String, _ from: String, _ to: String) -> String {
    let bytes = Array(text.utf8)
    let pattern = Array(from.utf8)
    var out: [UInt8] = []
    var at = 0
    while at < bytes.count {
      if bytes[at...].starts(with: pattern) {
        out += to.utf8
        at += pattern.count
      } else {
        out.append(bytes[at])
        at += 1
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
