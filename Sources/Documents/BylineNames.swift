import Languages

/// Takes a byline apart, and tells persons from desks, outlets and what forms leave behind.
enum BylineNames {
  /// Bytes of one entry that are looked at.
  private static let longest = 2000

  /// The names in one entry: without «Von», without addresses, divided at commas and «und».
  static func split(_ entry: String) -> [String] {
    if entry.utf8.count > longest { return [] }
    let text = Array(TextFold.folded(CharacterEntities.decoded(entry)).utf8)
    if text.contains(UInt8(ascii: "@")) || text.first == UInt8(ascii: "/") { return [] }
    if text[...].holds(Array("://".utf8)) { return [] }
    var rest = text[...]
    for lead in leads where rest.begins(with: lead) { rest = rest.dropFirst(lead.count) }
    var parts = [withoutDate(rest)]
    for mark in signs where rest.holds(mark) { parts = parts.flatMap { $0.split(at: mark) } }
    for mark in joints where rest.holds(mark) { parts = parts.flatMap { $0.split(at: mark) } }
    return parts.enumerated().compactMap {
      $0.offset > 0 && isRole($0.element) ? nil : name($0.element)
    }
  }

  /// «Anna Kerf, Redakteurin Lokales»: what somebody is, behind their name.
  private static func isRole(_ part: ArraySlice<UInt8>) -> Bool {
    var walk = WordWalk(part)
    return walk.next().map { roles.contains($0.hash) } ?? false
  }

  private static let roles = TopicTable(list: "page-byline-roles")

  /// What is said before a name, in lower case.
  private static let leads = PageWords.text(of: "page-byline-leads").split(separator: 10)
    .map { Array($0) + [0x20] }

  private static let signs = [",", ";", " & ", "/", "|", "•", "\n"].map { Array($0.utf8) }
  /// « und »
  private static let joints = spaced("page-byline-joints")
  /// « am »
  private static let beforeDays = spaced("page-byline-days")

  /// The entries of a list, with a space before and behind each.
  private static func spaced(_ list: StaticString) -> [[UInt8]] {
    PageWords.text(of: list).split(separator: 10).map { [0x20] + $0 + [0x20] }
  }

  /// A part of an entry without what stands in parentheses; nil where it is no name.
  private static func name(_ part: ArraySlice<UInt8>) -> String? {
    let open = part.firstIndex(of: UInt8(ascii: "(")) ?? part.startIndex
    let folded = TextFold.folded(open > part.startIndex ? part[..<open] : part)
    let bytes = folded.utf8
    guard (2...60).contains(bytes.count), bytes.split(separator: 0x20).count <= 6,
      !isNumbered(folded), !isCredit(folded)
    else { return nil }
    let hasLetter =
      bytes.contains { ($0 | 0x20) &- 0x61 < 26 } || folded.contains(where: \.isLetter)
    return hasLetter ? folded : nil
  }

  /// «Fotos: Jan Damm»: whose the pictures are.
  private static func isCredit(_ part: String) -> Bool {
    guard let colon = part.utf8.firstIndex(of: UInt8(ascii: ":")) else { return false }
    return pictureWords.contains(part[..<colon].lowercased())
  }

  private static let pictureWords = Set(PageWords.entries(of: "page-picture-words"))

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
  private static func withoutDate(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    for mark in beforeDays where text.holds(mark) {
      let parts = text.split(at: mark)
      if parts.count == 2, parts[1].contains(where: { $0 &- 0x30 < 10 }) { return parts[0] }
    }
    return text
  }

  // MARK: Whose names these are

  /// Two to four words, all with a capital but for «von» and the like.
  static func isPerson(_ name: String) -> Bool {
    let words = name.split(separator: " ")
    guard (2...4).contains(words.count) else { return false }
    return words.allSatisfy { word in
      word.first?.isUppercase ?? false || particles.contains(String(word))
    }
  }

  private static let particles = Set(PageWords.entries(of: "page-name-particles"))

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

  private static let placeholders = Set(PageWords.entries(of: "page-byline-placeholders"))

  /// Whether a name is a desk's or a firm's: said only where no person is known.
  static func isDesk(_ name: String) -> Bool {
    desks.contains(name.lowercased()) || firmEndings.contains { name.hasSuffix($0) }
      || name.contains("www.")
  }

  private static let firmEndings = PageWords.entries(of: "page-firm-endings")
  private static let desks = Set(PageWords.entries(of: "page-byline-desks"))

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
      if openings.contains(key) || titles.contains(key) && rest.dropFirst(word.count).first == ":" {
        return behind.isEmpty ? nil : String(behind)
      }
      guard place == 0 ? articles.contains(key) || deeds.contains(key) : deeds.contains(key) else {
        return nil
      }
      rest = behind
    }
    return nil
  }

  private static let openings = Set(PageWords.entries(of: "page-byline-openings"))
  private static let titles = Set(PageWords.entries(of: "page-byline-titles"))
  private static let articles = Set(PageWords.entries(of: "page-byline-articles"))
  private static let deeds = Set(PageWords.entries(of: "page-byline-forms"))
}

extension ArraySlice<UInt8> {
  /// Whether the bytes begin with a word in lower case, in any case themselves.
  fileprivate func begins(with lower: [UInt8]) -> Bool {
    count >= lower.count
      && zip(self, lower).allSatisfy { ($0 &- 0x41 < 26 ? $0 | 0x20 : $0) == $1 }
  }
}
