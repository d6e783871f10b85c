import Languages

/// Takes a byline apart, and tells persons from desks, outlets and what forms leave behind.
enum BylineNames {
  /// Bytes of one entry that are looked at.
  private static let longest = 2000

  /// The names in one entry: without «Von», without addresses, divided at commas and «und».
  static func split(_ entry: String) -> [String] {
    if entry.utf8.count > longest { return [] }
    var text = TextFold.folded(CharacterEntities.decoded(entry))
    if text.contains("://") || text.contains("@") || text.hasPrefix("/") { return [] }
    var lower = text.lowercased()
    for lead in [
      "von ", "by ", "autor: ", "author: ", "text: ", "par ", "interview: ", "interview von ",
    ]
    where lower.hasPrefix(lead) {
      text = String(text.dropFirst(lead.count))
      lower = String(lower.dropFirst(lead.count))
    }
    var parts = [withoutDate(text)]
    for mark in [",", ";", " und ", " and ", " og ", " och ", " & ", "/", "|", "•", "\n"] {
      parts = parts.flatMap { part in pieces(of: part, at: mark) }
    }
    return parts.map { TextFold.folded(withoutParentheses($0)) }.filter { part in
      let count = part.utf8.count
      return count >= 2 && count <= 60 && part.split(separator: " ").count <= 6
        && !isNumbered(part) && part.contains(where: \.isLetter)
    }
  }

  private static func pieces(of text: String, at mark: String) -> [String] {
    SiteName.split(text, at: mark)
  }

  /// Whether digits stand in a name by themselves, as in dates: those of «BR24» are its own.
  private static func isNumbered(_ part: String) -> Bool {
    var previous: UInt8 = 0x20
    var digits = 0
    for byte in part.utf8 {
      if (0x30...0x39).contains(byte) {
        if previous == 0x20 || !(previous | 0x20 >= 0x61 || (0x30...0x39).contains(previous)) {
          return true
        }
        digits += 1
      }
      previous = byte
    }
    return digits > 2
  }

  /// Without « am 21. April 2020» behind the names.
  private static func withoutDate(_ text: String) -> String {
    let parts = pieces(of: text, at: " am ")
    guard parts.count == 2, parts[1].utf8.contains(where: { (0x30...0x39).contains($0) }) else {
      return text
    }
    return parts[0]
  }

  private static func withoutParentheses(_ text: String) -> String {
    guard let open = text.firstIndex(of: "("), open > text.startIndex else { return text }
    return String(text[..<open])
  }

  // MARK: Whose names these are

  /// Two to four words, all with a capital but for «von» and the like.
  static func isPerson(_ name: String) -> Bool {
    let words = name.split(separator: " ")
    guard (2...4).contains(words.count) else { return false }
    return words.allSatisfy { word in
      word.first?.isUppercase ?? false
        || ["von", "van", "de", "der", "zu", "la", "di"].contains(word)
    }
  }

  /// How lines on the persons among some names begin: with the name, or with the first name.
  static func openings(of names: [String]) -> [[UInt8]] {
    var out: [[UInt8]] = []
    for name in names.prefix(10).flatMap(split) where isPerson(name) && out.count < 20 {
      out.append(Array(name.utf8))
      if let first = name.split(separator: " ").first, first.utf8.count >= 3 {
        out.append(Array(first.utf8))
      }
    }
    return out
  }

  /// Two or three words of which the first is a given name.
  static func isKnownPerson(_ name: String) -> Bool {
    let words = name.split(separator: " ")
    guard (2...3).contains(words.count), isPerson(name), let given = words.first else {
      return false
    }
    return GivenNames.contains(given.utf8)
  }

  /// Whether a name is what a template or a form says where nobody's name was entered.
  static func isPlaceholder(_ name: String) -> Bool { placeholders.contains(name.lowercased()) }

  private static let placeholders: Set<String> = [
    "admin", "administrator", "anonym", "anonymous", "author", "autor", "autorin", "editor", "gast",
    "guest", "n/a", "name", "name *", "name*", "none", "null", "publisher", "root", "test",
    "undefined", "unknown", "user", "veröffentlicht", "published", "erstellt", "aktualisiert",
    "webmaster", "wordpress", "wpadmin",
  ]

  /// Whether a name is a desk's or a firm's: said only where no person is known.
  static func isDesk(_ name: String) -> Bool {
    desks.contains(name.lowercased())
      || [".de", ".com", ".at", ".ch", "GmbH", " e.V.", " e. V.", " AG"].contains {
        name.hasSuffix($0)
      } || name.contains("www.")
  }

  private static let desks: Set<String> = [
    "redaktion", "online-redaktion", "onlineredaktion", "die redaktion", "nachrichten", "news",
    "newsroom", "newsdesk", "editorial team", "editorial staff", "staff", "staff writer",
    "staff reporter", "web desk", "pressestelle", "presse",
  ]

  /// Whether a name is the outlet's: words of its name, or the letters they begin with.
  static func isOutlet(_ name: String, of outlet: String) -> Bool {
    let own = WordSet(name)
    if own.isEmpty { return false }
    if own.isSubset(of: WordSet(outlet)) { return true }
    let letters = outlet.split { $0 == " " || $0 == "-" }.compactMap(\.first)
    return letters.count > 1 && name == String(letters)
  }

  /// What stands behind «Von», «By», «Ein Artikel von», «Text:»; nil where a line begins otherwise.
  ///
  /// - Parameter directly: whether the line must begin with «Von» itself, as in headings: «Kritik von
  ///   Anna Kerf» is news there.
  static func behindOpening(_ line: String, directly: Bool = false) -> String? {
    var rest = line[...]
    for place in 0..<(directly ? 1 : 4) {
      let word = rest.prefix { $0 != " " && $0 != ":" }
      let key = word.lowercased()
      let behind = rest.dropFirst(word.count).drop { $0 == " " || $0 == ":" }
      if openings.contains(key) || key == "redaktion" && rest.dropFirst(word.count).first == ":" {
        return behind.isEmpty ? nil : String(behind)
      }
      guard place == 0 ? articles.contains(key) || deeds.contains(key) : deeds.contains(key) else {
        return nil
      }
      rest = behind
    }
    return nil
  }

  private static let openings: Set<String> = [
    "von", "by", "durch", "autor", "autorin", "author", "text", "par",
  ]
  private static let articles: Set<String> = ["ein", "eine", "blog", "an", "a"]
  private static let deeds: Set<String> = [
    "artikel", "analyse", "beitrag", "bericht", "blogbeitrag", "erstellt", "essay", "gastbeitrag",
    "geschrieben", "glosse", "interview", "kolumne", "kommentar", "kritik", "porträt", "reportage",
    "rezension", "verfasst", "veröffentlicht", "article", "posted", "published", "reported",
    "written", "story",
  ]
}
